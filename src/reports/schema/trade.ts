import { z } from "zod";
import { count, known, words } from "./claim.js";

export const bestOfN = z
  .object({
    kind: z.enum(["any", "degradation", "hack", "probe", "composed", "rejected"]),
    attribute: words,
    augmentation: words,
    n: count,
    taken: z.number().meta({ description: "Chance to take a bad text, a mean over prompts." }),
    lower: known,
    upper: known,
    alpha: z.number(),
    blind: z.number().meta({ description: "The same of a reward that cannot tell bad from good." }),
    prompts: count,
    good: count,
    bad: count,
    method: words,
    reason: words,
  })
  .meta({ description: "How often the best of n by reward is a bad text." });

const sign = z
  .enum(["", "<", ">"])
  .meta({ description: "< below the smallest dose that was tried, > above the largest." });

export const exchangeRate = z
  .object({
    degradation: words,
    hack: words,
    loss: known,
    lossLower: known,
    lossUpper: known,
    dose: known,
    doseSign: sign,
    lower: known,
    lowerSign: sign,
    upper: known,
    upperSign: sign,
    alpha: z.number(),
    method: words,
    n: count,
    clusters: count,
    reason: words,
  })
  .meta({ description: "The dose of a hack that buys back a degradation." });
