/** One-sided bounds and the p values that are their inverse. */
export interface OneSided {
  /**
   * One-sided confidence bounds at 1 - alpha. An infinite one says that the sample cannot give a bound at this
   * alpha: it proves nothing. Throws RangeError unless 0 < alpha < 1.
   */
  lower(alpha: number): number;
  upper(alpha: number): number;
  /** One-sided p of H0 "truth <= bound" vs "truth > bound": below alpha exactly when lower(alpha) > bound. */
  pGreater(bound: number): number;
  /** One-sided p of H0 "truth >= bound": below alpha exactly when upper(alpha) < bound. */
  pLess(bound: number): number;
}

/** On either side the weaker claim of two methods; bound and p stay each other's inverse. */
export function wider(a: OneSided, b: OneSided): OneSided {
  return {
    lower: (alpha) => Math.min(a.lower(alpha), b.lower(alpha)),
    upper: (alpha) => Math.max(a.upper(alpha), b.upper(alpha)),
    pGreater: (bound) => Math.max(a.pGreater(bound), b.pGreater(bound)),
    pLess: (bound) => Math.max(a.pLess(bound), b.pLess(bound)),
  };
}

/** The same inference on a non-decreasing function of the truth; `back` takes a bound of the new scale to the old. */
export function rescaled(
  inference: OneSided,
  scale: (truth: number) => number,
  back: (bound: number) => number,
): OneSided {
  return {
    lower: (alpha) => scale(inference.lower(alpha)),
    upper: (alpha) => scale(inference.upper(alpha)),
    pGreater: (bound) => inference.pGreater(back(bound)),
    pLess: (bound) => inference.pLess(back(bound)),
  };
}

/** Below by one method, above by another. */
export function eitherSide(below: OneSided, above: OneSided): OneSided {
  return { lower: below.lower, upper: above.upper, pGreater: below.pGreater, pLess: above.pLess };
}
