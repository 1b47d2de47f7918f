import type { OneSided } from "./one-sided.js";

/** An estimate of which bounds are kept at some alphas only, as a file can hold them. */
export interface Stepped extends OneSided {
  readonly estimate: number;
  /** The alphas at which bounds are kept, ascending. */
  readonly alphas: readonly number[];
}

export interface Step {
  readonly alpha: number;
  readonly lower: number;
  readonly upper: number;
}

/** How many halvings of the rubric's alpha are kept: enough for Holm over hundreds of claims. */
const HALVINGS = 12;

/** Alphas at which bounds are kept: four times, twice the rubric's, itself, and its halvings; ascending. */
export function stepAlphas(alpha: number): number[] {
  const alphas = Array.from({ length: HALVINGS + 3 }, (_, k) => alpha * 2 ** (2 - k));
  return alphas.filter((one) => one < 0.5).reverse();
}

/**
 * The inference that kept bounds still give: at an alpha between two of them that of the smaller, and as p the smallest alpha
 * at which the bound clears, 1 where none does. Never surer than the inference that was kept.
 */
export function stepped(estimate: number, steps: readonly Step[]): Stepped {
  const ascending = [...steps].sort((a, b) => a.alpha - b.alpha);
  const at = (alpha: number) => ascending.findLast((step) => step.alpha <= alpha * (1 + 1e-9));
  return Object.freeze({
    estimate,
    alphas: ascending.map(({ alpha }) => alpha),
    lower: (alpha: number) => at(alpha)?.lower ?? Number.NEGATIVE_INFINITY,
    upper: (alpha: number) => at(alpha)?.upper ?? Number.POSITIVE_INFINITY,
    pGreater: (bound: number) => ascending.find(({ lower }) => lower > bound)?.alpha ?? 1,
    pLess: (bound: number) => ascending.find(({ upper }) => upper < bound)?.alpha ?? 1,
  });
}

/** The same of the truth with its sign turned. */
export function turned(one: Stepped): Stepped {
  return Object.freeze({
    estimate: -one.estimate,
    alphas: one.alphas,
    lower: (alpha: number) => -one.upper(alpha),
    upper: (alpha: number) => -one.lower(alpha),
    pGreater: (bound: number) => one.pLess(-bound),
    pLess: (bound: number) => one.pGreater(-bound),
  });
}
