import { z } from "zod";
import { count, known, verdict, waiverStanding, word, words } from "./claim.js";
import { curvePoint, effect } from "./effect.js";
import { leftAlone, training } from "./exported.js";
import { oracle } from "./oracle.js";
import { bestOfN, exchangeRate } from "./trade.js";
import { checkpoints } from "./training.js";

export const scorer = z.object({
  key: words.meta({ description: "Digest of all that changes the numbers, the name left out." }),
  kind: words,
  name: words,
  architecture: words,
  dtype: words,
  provider: words,
  input: words,
  maxLength: z.number(),
  truncation: words,
  batching: words,
  files: z.record(z.string(), words).meta({ description: "File name -> SHA-256." }),
  heads: z.array(words),
});

export const expects = z.enum(["same", "lower", "higher", "not-higher"]);
export const changes = z.enum(["response", "pairing", "prompt"]);

const coverage = z.object({
  attribute: words,
  augmentation: words,
  dose: known,
  expects,
  changes,
  applied: count.meta({ description: "Valid pairs." }),
  skipped: z.record(z.string(), count).meta({ description: "Reason -> pairs that came to nothing." }),
});

const validity = z
  .object({
    augmentation: words,
    version: z.int().positive(),
    expects,
    read: count,
    asExpected: count,
    lower: z.number(),
    upper: z.number(),
    by: z.enum(["here", "tare"]),
  })
  .meta({ description: "How often readers who did not know the label agreed with it." });

export const baseline = z
  .object({
    how: z
      .enum(["none", "same scorer", "paired", "unpaired"])
      .meta({ description: "none: not judged, by choice. same scorer: nothing can have dropped." }),
    digest: words.nullable(),
    run: words.nullable(),
    model: words.nullable(),
    scorer: words.nullable(),
  })
  .meta({
    description: "Against what drops were judged; absent where the rubric holds nothing against a baseline.",
  });

const budget = z
  .object({ asked: words, items: count, prompts: count })
  .meta({ description: "The budget that the data were cut to, and of how many items and prompts." });

/** A RunView as JSON. */
export const run = z.object({
  run: words.meta({ description: "Digest of the plan." }),
  database: words,
  state: words,
  data: z.object({ files: z.array(words), items: count, prompts: count, budget: budget.optional() }),
  seed: z.int(),
  rubric: z.object({ name: words, digest: words, why: words }),
  scorer,
  texts: z.object({ scored: count, truncated: count }),
  scale: z.object({ within: known, overall: known, used: words }),
  noise: z.object({ floor: z.number(), texts: count, cause: words }).nullable(),
  coverage: z.array(coverage),
  validity: z.array(validity),
  effects: z.array(effect).meta({ description: "On all the data." }),
  strata: z.array(effect).meta({ description: "On each part of the data." }),
  curves: z.array(curvePoint),
  bestOfN: z.array(bestOfN).optional(),
  exchangeRates: z.array(exchangeRate).optional(),
  checkpoints: checkpoints.optional(),
  verdicts: z.array(verdict),
  baseline: baseline.optional(),
  verdict: word.meta({ description: "The gate's." }),
  waivers: z.array(waiverStanding).optional(),
  power: z.object({ asEstimated: known, atNoEffect: known, least: known, most: known }).optional(),
  look: count.meta({ description: "Which look at this rubric and these files by this scorer it was." }),
  lookOfAll: count.optional().meta({ description: "The same by any scorer." }),
  training: training.optional(),
  oracle: oracle.optional(),
  leftAlone: z.array(leftAlone).optional(),
  stale: z.literal(true).optional().meta({
    description:
      "Readers judged pairs of the run after its analysis: counts leave out those they contradict, effects and verdicts do not yet. `tare analyze` is due.",
  }),
  createdAt: words,
});
