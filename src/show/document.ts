import { z } from "zod";
import { count, known, verdict, word, words } from "../reports/schema/claim.js";
import { jsonSchemaOf } from "../reports/schema/document.js";
import { identity } from "../reports/schema/oracle.js";
import { changes, expects, scorer } from "../reports/schema/run.js";

export const intervention = z.object({
  settings: words.meta({ description: "Key of the settings that it was made under." }),
  item: words,
  operator: words,
  position: count.meta({ description: "Of the answer that it started from, from 0." }),
  attribute: words.meta({ description: "The one that was to move; empty for a neutral change." }),
  outcome: z.enum(["verified", "refused"]),
  reason: words.meta({ description: "Why it was refused; empty where it was verified." }),
  detail: words.meta({ description: "The same in words, or what the oracle says that it changed." }),
  agreement: known.meta({
    description:
      "Share of attributes on which the verifier said the same in both orders; null where it was not asked.",
  }),
  oracle: identity,
  verifier: identity.nullable().meta({ description: "Null where the oracle verified its own." }),
  runs: z.array(words).meta({ description: "That rest on it, the newest first." }),
  pair: words.nullable().meta({ description: "Key of the pair; null where no run holds one." }),
});

const place = { item: words, position: count.meta({ description: "Of the answer, from 0." }) };
const role = z.enum(["chosen", "rejected", "response"]);
const messages = z.array(z.object({ role: words, content: words }));
const text = z.object({ key: words, messages, response: words });
const inSds = known.meta({ description: "The difference in SDs of the run's ruler; null without one." });
const noiseFloor = known.meta({ description: "Of the run; null where it was not measured." });
const truncated = z.boolean().meta({ description: "Cut to the model's window: no evidence." });

const pair = z.object({
  key: words,
  operator: z.object({
    ...{ name: words, version: count, attribute: words, changes, expects, summary: words },
    ...{ dose: known, seed: z.number() },
  }),
  base: text,
  variant: text,
  drift: z
    .record(z.string(), known)
    .nullable()
    .meta({ description: "Columns of the table drift; null where it was not measured." }),
  judgements: z
    .array(z.object({ reader: words, prefers: words, note: words, at: words }))
    .meta({ description: "What readers said of it, its label hidden." }),
  oracle: z
    .array(intervention)
    .optional()
    .meta({ description: "Of a pair that an oracle wrote: whence its texts are." }),
  suspect: z.boolean().meta({ description: "At least half of its readers contradict its label." }),
  places: z.array(z.object({ ...place, role, style: words, subset: words })),
  scores: z
    .array(
      z.object({
        ...{ run: words, model: words, dtype: words, scorer: words, rubric: words, newest: z.boolean() },
        ...place,
        ...{
          baseScore: z.number(),
          variantScore: z.number(),
          difference: z.number(),
          z: inSds,
          ruler: known,
        },
        ...{ noiseFloor, truncated, baseTokens: count, variantTokens: count },
        broken: z
          .boolean()
          .meta({ description: "It moved against what the operator expects, beyond the noise." }),
      }),
    )
    .meta({ description: "Of every run that scored both texts, the newest first." }),
});

const item = z.object({
  ...{ id: words, subset: words, messages },
  rollout: z
    .object({ checkpoint: words, step: known })
    .nullable()
    .meta({ description: "When a policy in training gave the answers." }),
  responses: z.array(
    z.object({
      ...{ position: count, role, style: words, key: words, text: words },
      logged: z.record(z.string(), z.number()).meta({ description: "Rewards that came with the data." }),
      scores: z.array(z.object({ run: words, model: words, score: z.number(), tokens: count, truncated })),
    }),
  ),
  pairs: z.array(
    z.object({
      ...{
        pair: words,
        position: count,
        augmentation: words,
        dose: known,
        attribute: words,
        expects,
        changes,
      },
      scores: z.array(
        z.object({ run: words, model: words, difference: z.number(), z: inSds, noiseFloor, truncated }),
      ),
    }),
  ),
  skips: z
    .array(
      z.object({
        ...{ run: words, model: words, augmentation: words, dose: known, position: count },
        ...{ stage: z.enum(["apply", "guard", "error"]), reason: words, detail: words },
      }),
    )
    .meta({ description: "Operators that gave no pair, and why." }),
});

const run = z.object({
  ...{ run: words, begun: words, state: z.enum(["pairing", "scoring", "analyzing", "complete"]) },
  verdict: word.nullable().meta({ description: "Null before the analysis." }),
  ...{ scorer, reward: words, rubric: z.object({ name: words, digest: words }) },
  data: z.object({ digest: words, files: z.array(words), items: count, prompts: count }),
  ...{ seed: z.number(), judgedBy: words.nullable() },
  scale: z.object({ within: known, overall: known, used: words.nullable() }),
  ...{ noiseFloor, pairs: count, skipped: count },
  texts: z.object({ total: count, scored: count, truncated: count }),
  verdicts: z.array(verdict),
  plan: z.unknown().meta({ description: "As it was frozen; its digest is the run's id." }),
});

const head = { schema: z.literal("tare-show"), version: z.literal(1) };

/** What `tare show --json` writes; the published JSON Schema is made of it. */
export const showDocument = z.discriminatedUnion("kind", [
  z.object({ ...head, kind: z.literal("pair"), pair }),
  z.object({ ...head, kind: z.literal("item"), item }),
  z.object({ ...head, kind: z.literal("run"), run }),
]);

/** See schemas/show.schema.json. */
export function showJsonSchema(): Record<string, unknown> {
  return jsonSchemaOf("tare show", showDocument);
}
