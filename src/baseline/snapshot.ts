import { z } from "zod";
import { METRICS } from "../rubric/wording.js";

z.config({ jitless: true }); // no code is generated at run time

/** Raised when a snapshot of before can no longer be read as it is. */
export const SNAPSHOT_VERSION = 1;

const text = z.string().min(1);
const number = z.number().nullable();
const count = z.int().min(0);
const metric = z.enum(Object.keys(METRICS) as [keyof typeof METRICS, ...(keyof typeof METRICS)[]]);
const direction = z.enum(["at-least", "at-most", "within"]);

const measure = {
  attribute: text,
  metric,
  direction: direction.meta({ description: "On which side the metric is bad, as in a claim." }),
  estimate: number,
  sd: number.meta({ description: "SD of the item values behind the estimate." }),
  n: count.meta({ description: "Pairs (or comparisons)." }),
  clusters: count.meta({ description: "Prompts." }),
  effectiveN: number,
  lower: z.array(number).meta({
    description: "One-sided lower bounds at 1 - alpha, one for each of the alphas; null: the data give none.",
  }),
  upper: z.array(number),
  reason: z.string().meta({ description: "Why there is no interval; empty where there is one." }),
};

const claim = z.strictObject({
  id: text,
  kind: z.enum(["causal", "spurious", "hack", "probe", "ranking"]),
  ...measure,
  severity: z.enum(["error", "warn"]),
  bound: number.meta({ description: "What the rubric asked of it; null where only the drop is held." }),
  stratum: z.strictObject({ kind: z.enum(["side", "subset", "language", "length"]), value: text }).nullable(),
  operators: z
    .array(text)
    .meta({ description: "`name@dose vN` of every operator that stands for the rule." }),
  expects: z.enum(["same", "lower", "higher", "not-higher"]),
  verdict: z.enum(["pass", "fail", "inconclusive"]).nullable(),
});

const operator = z.strictObject({
  augmentation: text,
  version: z.int(),
  dose: number,
  ...measure,
});

/** What a run found, without a text: small enough to commit, and enough to be held against. */
export const snapshot = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal("tare-baseline"),
  version: z.literal(SNAPSHOT_VERSION),
  tare: text.meta({ description: "The version that saved it." }),
  run: text,
  data: z.strictObject({ digest: text, items: count, prompts: count }),
  seed: z.int(),
  oracle: z
    .strictObject({ settings: text, digest: text })
    .optional()
    .meta({ description: "Of the oracle pairs it was weighed on; absent where it has none." }),
  rubric: z.strictObject({
    name: text,
    digest: text,
    alpha: z.number().gt(0).lt(0.5),
    minimumPrompts: count,
    scale: z.enum(["within-prompt", "overall"]),
    tail: z.number(),
    floor: z.number(),
  }),
  scorer: z.strictObject({
    key: text,
    kind: text,
    name: text,
    architecture: z.string(),
    dtype: z.string(),
    provider: z.string(),
    input: z.string(),
    maxLength: z.number(),
    truncation: z.string(),
    batching: z.string(),
    files: z.record(z.string(), z.string()),
    heads: z.array(z.string()),
    reward: text,
  }),
  ruler: number.meta({ description: "The SD that measures moves, in raw score; null where there is none." }),
  noiseFloor: number,
  alphas: z.array(z.number().gt(0).lt(0.5)).min(1).meta({
    description:
      "At which the bounds of claims are kept; those of operators at the rubric's alpha and half of it.",
  }),
  claims: z.array(claim),
  operators: z.array(operator),
  digest: text.meta({ description: "Of all the rest: tells whether the file was changed by hand." }),
});

export type Snapshot = z.output<typeof snapshot>;
export type SnapshotClaim = Snapshot["claims"][number];
export type SnapshotOperator = Snapshot["operators"][number];

/** JSON Schema (2020-12) of a snapshot; see schemas/baseline.schema.json. */
export function baselineJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(snapshot, { io: "input" });
  return { title: "tare baseline", ...(JSON.parse(JSON.stringify(schema)) as Record<string, unknown>) };
}
