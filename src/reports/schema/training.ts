import { z } from "zod";
<<<<<<< HEAD
import { count, words } from "./claim.js";

export const training = z
  .object({
    exports: z.array(
      z.object({
        file: words,
        at: words.meta({ description: "When it was written; empty where a file does not say." }),
        origin: z
          .enum(["augment", "trained-on"])
          .meta({ description: "From the database's ledger, or a file that was named." }),
        items: count,
        prompts: count,
        pairs: count.meta({ description: "Pairs of the run that were exported as they are." }),
        leftOut: count.meta({ description: "Items that were left out of the run." }),
      }),
    ),
    items: count.meta({ description: "Distinct ones over all exports." }),
    prompts: count,
    inFamily: z.array(words).meta({ description: "Gated operators of which pairs were exported." }),
    heldOut: z.array(words).meta({ description: "Gated operators that were held out of exports." }),
  })
  .meta({ description: "What of the data was exported for training." });

export const leftAlone = z
  .object({
    kind: z.enum(["reasoning", "system prompt", "tool calls"]),
    items: count,
    kept: count.meta({ description: "Pairs in which it stands as it was." }),
    replaced: count.meta({ description: "Pairs in which it went with the whole answer." }),
    refused: count.meta({ description: "Pairs that were refused since it was touched." }),
  })
  .meta({ description: "What operators left alone." });
=======
import { count, known, words } from "./claim.js";

const measure = words.meta({
  description: 'reward (raw), tokens, list items, headings, bold, or "logged NAME" for a reward of the log.',
});

const mean = z.object({
  place: count.meta({ description: "From 0, in the order of training." }),
  checkpoint: words.meta({ description: "As the log names it; empty where it does not." }),
  step: known,
  measure,
  mean: z.number(),
  lower: known,
  upper: known,
  change: known.meta({ description: "Since the first checkpoint, under the same prompts." }),
  changeLower: known,
  changeUpper: known,
  alpha: z.number(),
  n: count,
  prompts: count,
  reason: words,
});

const correlation = z.object({
  measure,
  level: z.enum(["within", "across"]).meta({
    description: "Among the answers of one checkpoint, or over the means of checkpoints.",
  }),
  correlation: known,
  lower: known,
  upper: known,
  alpha: z.number(),
  n: count,
  prompts: count,
  reason: words,
});

export const checkpoints = z.object({ means: z.array(mean), correlations: z.array(correlation) }).meta({
  description:
    "Of runs on rollouts: what a policy's answers became in training, and what goes with the reward.",
});
>>>>>>> 3c26efb3306a25139eefa76efd48c56f9b8527b0
