import { COVARIATES, type Covariate } from "../contract.js";
import { isInconclusive, shareInference } from "../stats/inference.js";
import type { LessonTally } from "./lessons.js";

export interface LessonRow {
  readonly covariate: Covariate;
  readonly comparisons: number;
  /** Comparisons in which the chosen answer has more, less, as much. */
  readonly more: number;
  readonly less: number;
  readonly same: number;
  /** Of those in which it differs: the share with more in the chosen one, a 95 % interval clustered by prompt. */
  readonly share: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Why there is no interval; empty where there is one. */
  readonly reason: string;
}

/** How often the chosen answer has more of each covariate: a model may learn that as well as what is meant. */
export function lessonRows({ prompts, signs }: LessonTally): LessonRow[] {
  return COVARIATES.map((covariate) => {
    const all = signs[covariate];
    const differing = [...all.keys()].filter((index) => all[index] !== 0);
    const more = all.filter((sign) => sign > 0).length;
    const less = all.filter((sign) => sign < 0).length;
    const counts = { covariate, comparisons: all.length, more, less, same: all.length - more - less };
    const found = shareInference({
      values: differing.map((index) => (all[index]! > 0 ? 1 : 0)),
      clusters: differing.map((index) => prompts[index]!),
    });
    const share = differing.length === 0 ? null : more / differing.length;
    return isInconclusive(found)
      ? { ...counts, share, lower: null, upper: null, reason: found.inconclusive }
      : { ...counts, share, lower: found.lower(0.025), upper: found.upper(0.025), reason: "" };
  });
}
