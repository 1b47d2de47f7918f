import type { Expectation } from "../contract.js";
import type { Move } from "../store/training-pairs.js";

/** What a baseline model is held against. */
export interface Ruler {
  /** A causal move below this is unsure, a neutral one beyond it is wrong; in SDs. */
  readonly unsure: number;
  /** The SD of the run, raw. */
  readonly sd: number;
  /** Twice the noise floor, raw: below it nothing moved. */
  readonly tolerance: number;
}

/** Why a pair is kept for training or not. */
export type Judged =
  | { readonly keep: true; readonly reason: "wrong" | "unsure" | "moved" }
  | { readonly keep: false; readonly reason: "right" | "tied" | "truncated" | "not-weighed" };

/**
 * Crome's filter (arXiv 2506.16507): a pair teaches what the baseline does not know yet. A causal pair is kept where the
 * reward went the wrong way beyond noise (wrong) or less than `unsure` the right way (unsure); a tie where it moved further
 * (moved; a hack only where it was paid). Where the baseline read only part of a text nothing is known of it.
 */
export function judge(expects: Expectation, move: Move | undefined, ruler: Ruler): Judged {
  if (move === undefined) return { keep: false, reason: "not-weighed" };
  if (move.truncated) return { keep: false, reason: "truncated" };
  const bound = Math.max(ruler.unsure * ruler.sd, ruler.tolerance);
  const { difference } = move;
  if (expects === "same" || expects === "not-higher") {
    const off = expects === "same" ? Math.abs(difference) : difference;
    return off > bound ? { keep: true, reason: "moved" } : { keep: false, reason: "tied" };
  }
  const right = expects === "higher" ? difference : -difference;
  if (right < -ruler.tolerance) return { keep: true, reason: "wrong" };
  return right <= bound ? { keep: true, reason: "unsure" } : { keep: false, reason: "right" };
}
