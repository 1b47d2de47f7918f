import { z } from "zod";
import type { Verdict } from "../contract.js";
import { count, known, verdict, waiverStanding, word, words } from "../reports/schema/claim.js";
import { jsonSchemaOf } from "../reports/schema/document.js";
import { training } from "../reports/schema/exported.js";
import { identity } from "../reports/schema/oracle.js";
import { baseline, scorer } from "../reports/schema/run.js";

export const STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
/** Its last part is raised whenever a field changes its meaning, or goes. New fields may come without. */
export const PREDICATE_TYPE = "urn:tare:verdict:1";

const digest = words.meta({ description: "The first 128 bits of SHA-256 over canonical JSON, in hex." });

const predicate = z.object({
  verdict: word.meta({ description: "The gate's, with the waivers of that day." }),
  because: words,
  attestedAt: words.meta({ description: "ISO-8601, UTC." }),
  claims: z.array(verdict),
  waivers: z.array(waiverStanding),
  threw: count.meta({ description: "Pairs that came to nothing because an operator threw." }),
  look: count.meta({ description: "Which look at this rubric and these files by this scorer it was." }),
  run: z.object({
    id: digest,
    seed: z.int(),
    createdAt: words,
    reward: words.meta({ description: "The weighted sum of logits that is the reward." }),
  }),
  scorer,
  also: z
    .array(z.object({ name: words, sha256: words }))
    .meta({ description: "Files that were named beside the model; tare has read nothing of them but this." }),
  data: z.object({
    digest: digest.meta({ description: "Of the ids of its items, which are made of their content." }),
    files: z.array(words),
    items: count,
    prompts: count,
  }),
  rubric: z.object({ name: words, digest }),
  baseline: baseline.optional(),
  training: training.optional(),
  operators: z
    .array(z.object({ operator: words, definition: digest }))
    .meta({ description: "name@dose vVERSION, with a digest of what it declares." }),
  oracle: z
    .object({
      oracle: identity,
      verifier: identity.nullable().meta({ description: "Null where the oracle verified its own pairs." }),
      templates: z
        .array(z.object({ step: words, version: z.int(), digest: words }))
        .meta({ description: "The prompt files that it was asked by." }),
      digest: digest.meta({ description: "Of the verified pairs of the run's items." }),
    })
    .optional()
    .meta({ description: "Who wrote and verified the run's oracle pairs; absent where it has none." }),
  evidence: z
    .object({
      pairs: z.object({ count, digest }),
      scores: z.object({ count, digest }),
    })
    .meta({
      description:
        "What the verdict was worked out from: the keys of all pairs, the raw logits of all texts.",
    }),
  scale: z.object({ within: known, overall: known, used: words }),
  noiseFloor: known,
  tare: z.object({
    version: words,
    judgedBy: words.meta({ description: "The version that worked out the effects." }),
    code: digest.meta({ description: "Of the code and SQL of the tare that attests." }),
  }),
});

/** An in-toto statement about a model's files (https://github.com/in-toto/attestation, spec v1). */
export const statementShape = z.object({
  _type: z.literal(STATEMENT_TYPE),
  subject: z
    .array(z.object({ name: words, digest: z.record(z.string(), words) }))
    .min(1)
    .meta({ description: "The scorer and each file of its model." }),
  predicateType: z.literal(PREDICATE_TYPE),
  predicate,
});
export type Statement = z.output<typeof statementShape>;

/** The claims as the judge gave them: the shape above knows a metric as any word, and a missing field as undefined. */
export function claimsOf({ predicate }: Statement): readonly Verdict[] {
  return predicate.claims as readonly Verdict[];
}

/** See schemas/attestation.schema.json. */
export function attestationJsonSchema(): Record<string, unknown> {
  return jsonSchemaOf("tare attestation", statementShape);
}
