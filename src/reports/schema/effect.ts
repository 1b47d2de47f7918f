import { z } from "zod";
import { count, known, stratum, words } from "./claim.js";

export const effect = z
  .object({
    scope: z.enum(["ranking", "attribute", "augmentation", "dose"]),
    attribute: words,
    augmentation: words,
    dose: known,
    stratum: stratum.nullable(),
    metric: words,
    estimate: known,
    lower: known,
    upper: known,
    alpha: z.number().meta({ description: "Error rate of each of the two bounds." }),
    method: words,
    p: known,
    pAdjusted: known,
    q: known,
    mde: known.meta({ description: "Smallest move that such data find with power .8." }),
    n: count,
    clusters: count,
    effectiveN: known,
    designEffect: known,
    icc: known,
    ties: count,
    skipped: count,
    reason: words.meta({ description: "Why there is no interval; empty where there is one." }),
    adjusted: known.meta({ description: "The effect with all that drifted beside it held at zero." }),
    adjustedLower: known,
    adjustedUpper: known,
    adjustedFor: words,
    adjustedReason: words,
    disagrees: z.boolean().nullable(),
  })
  .meta({ description: "One statistic of one scope." });

export const curvePoint = z
  .object({
    attribute: words,
    augmentation: words,
    dose: z.number(),
    lengthRatio: known,
    z: known,
    lower: known,
    upper: known,
    fit: known,
    n: count,
    items: count,
    clusters: count,
    reason: words,
  })
  .meta({ description: "One dose of an operator, over the texts seen at every dose." });
