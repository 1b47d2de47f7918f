import type { Inference } from "./inference.js";
import type { OneSided } from "./one-sided.js";

/** A difference that is inferred: bounds, the p values that are their inverse, and how it was done. */
export interface Difference extends OneSided {
  readonly estimate: number;
  readonly method: string;
}

/**
 * Inference on |b| - |a|, how much further one mean lies from zero than another, from those on d = b - a and s = b + a:
 * |b| - |a| = sgn(d s) min(|d|, |s|), whose extremes over a box of d and s lie in its corners. The four sides of the box are
 * taken at alpha / 2: whatever the truth, at most two of them must hold for a bound to hold (Bonferroni), and no more is
 * assumed of how d and s hang together. Where b lies clearly on one side of zero the bound is that of d at alpha / 2.
 */
export function sizeDifference(
  d: Pick<Inference, "estimate" | keyof OneSided>,
  s: Pick<Inference, "estimate" | keyof OneSided>,
): Difference {
  const corners = (alpha: number) => {
    const [ds, ss] = [d, s].map((one) => [one.lower(alpha / 2), one.upper(alpha / 2)]) as [
      number[],
      number[],
    ];
    return ds.flatMap((x) => ss.map((y) => signedMin(x, y)));
  };
  const above = (bound: number) =>
    bound >= 0
      ? Math.min(Math.max(d.pGreater(bound), s.pGreater(bound)), Math.max(d.pLess(-bound), s.pLess(-bound)))
      : Math.max(Math.min(d.pGreater(bound), s.pLess(-bound)), Math.min(d.pLess(-bound), s.pGreater(bound)));
  // |b| - |a| below c is |a| - |b| above -c, where d turns its sign and s stays.
  const below = (bound: number) =>
    bound <= 0
      ? Math.min(Math.max(d.pLess(bound), s.pGreater(-bound)), Math.max(d.pGreater(-bound), s.pLess(bound)))
      : Math.max(Math.min(d.pLess(bound), s.pLess(bound)), Math.min(d.pGreater(-bound), s.pGreater(-bound)));
  return Object.freeze({
    estimate: signedMin(d.estimate, s.estimate),
    method: "of the difference and the sum of the two means, each at half of alpha",
    lower: (alpha: number) => Math.min(...corners(alpha)),
    upper: (alpha: number) => Math.max(...corners(alpha)),
    pGreater: (bound: number) => Math.min(1, 2 * above(bound)),
    pLess: (bound: number) => Math.min(1, 2 * below(bound)),
  });
}

function signedMin(x: number, y: number): number {
  const size = Math.min(Math.abs(x), Math.abs(y));
  return x < 0 === y < 0 ? size : -size;
}
