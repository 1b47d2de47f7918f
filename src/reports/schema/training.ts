import { z } from "zod";
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
