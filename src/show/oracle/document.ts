import { z } from "zod";
import { ORACLE_STEPS } from "../../contract.js";
import { count, known, words } from "../../reports/schema/claim.js";
import { jsonSchemaOf } from "../../reports/schema/document.js";
import { identity } from "../../reports/schema/oracle.js";
import { intervention } from "../document.js";

const call = z.object({
  key: words.meta({ description: "Digest of the question." }),
  part: words.meta({ description: "Its step; of a verification with the order of the two texts." }),
  step: z.enum(ORACLE_STEPS),
  version: z.int().meta({ description: "Of the prompt file." }),
  template: words.meta({ description: "Digest of the prompt file." }),
  oracle: identity,
  servedModel: words.meta({ description: "The model's name as the server gave it." }),
  repairs: words
    .nullable()
    .meta({ description: "Key of the question whose answer it asks to mend; null for a first question." }),
  messages: z.array(z.object({ role: words, content: words })),
  sampling: z.object({ temperature: z.number(), maxTokens: count, seed: z.number() }),
  answer: words.meta({ description: "As it came." }),
  outcome: z.enum(["read", "refused", "truncated", "unreadable"]),
  parsed: z.unknown().meta({ description: "What was read in it; null where it could not be." }),
  problem: words,
  promptTokens: known,
  completionTokens: known,
  cost: known,
  attempts: count,
  milliseconds: z.number(),
  at: words,
});

const head = { schema: z.literal("tare-explain"), version: z.literal(1) };

/** What `tare explain KEY --json` writes; the published JSON Schema is made of it. */
export const explainDocument = z.discriminatedUnion("kind", [
  z.object({ ...head, kind: z.literal("item"), interventions: z.array(intervention) }),
  z.object({
    ...head,
    kind: z.literal("interventions"),
    interventions: z.array(intervention.extend({ calls: z.array(call) })),
  }),
]);

/** See schemas/explain.schema.json. */
export function explainJsonSchema(): Record<string, unknown> {
  return jsonSchemaOf("tare explain", explainDocument);
}
