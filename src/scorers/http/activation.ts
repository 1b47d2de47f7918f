import { TareError } from "../../errors.js";

/** Values between 0 and 1 in so many texts in a row are no raw rewards: a softmax over one label makes every reward 1. */
const ENOUGH = 16;

/**
 * Watches the scores for an activation. What a server gives outside [0, 1] even once is raw; sigmoid and softmax never do.
 * `check` throws TARE_SCORE_ACTIVATED, before the rows it was handed are stored anywhere.
 */
export function watchActivation(where: string, confirmed: boolean) {
  let inside = 0;
  let raw = confirmed;
  return {
    see(rows: readonly (readonly number[])[]): void {
      if (!raw) raw = rows.some((row) => row.some((value) => value < 0 || value > 1));
      inside += rows.length;
    },
    check(): void {
      if (raw || inside < ENOUGH) return;
      throw new TareError("TARE_SCORE_ACTIVATED", `all scores of ${inside} texts lie between 0 and 1`, {
        where,
      });
    },
  };
}
