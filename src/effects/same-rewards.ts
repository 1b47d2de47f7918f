import { type Agreement, agreement } from "../stats/agreement.js";
import { isInconclusive } from "../stats/inference.js";

export type Sameness = "same rewards" | "same order, other scale" | "different";

/** One of two scorers: its noise floor, and its rewards of the same texts in the same order. */
export interface Side {
  readonly floor: number;
  readonly rewards: readonly number[];
  /** Chosen less rejected, of the same comparisons in the same order. */
  readonly margins: readonly number[];
}

/** What may differ and still be called the same. */
export interface Allowed {
  /** Of a reward, in SDs of the scorer's own rewards; where the noise is larger, the noise. */
  readonly tolerance: number;
  /** Share of comparisons that may be ordered otherwise. */
  readonly flips: number;
}

/** Comparisons that the two order otherwise, both by more than their noise and the tolerance. */
export interface Order {
  readonly comparisons: number;
  readonly flipped: number;
  /** Null without a comparison. */
  readonly share: number | null;
}

export interface Comparison {
  readonly verdict: Sameness;
  /** The numbers that decided, in words. */
  readonly because: string;
  readonly agreement: Agreement | null;
  readonly order: Order;
  /** The largest difference that is allowed: of a from b as they are, of b from a function of a, of a from one of b. */
  readonly allowed: { readonly raw: number; readonly b: number; readonly a: number };
}

/** A margin is a tie up to twice the noise floor (statistics.md §6). */
const TIE = 2;

/**
 * Same rewards: no text differs by more than noise or tolerance. Same order, other scale: each is a rising function of
 * the other, up to the same, and no more comparisons are turned than allowed. Different: all else.
 */
export function compareSides(a: Side, b: Side, { tolerance, flips }: Allowed): Comparison {
  const found = agreement(a.rewards, b.rewards);
  if (isInconclusive(found)) {
    const none = { raw: 0, b: 0, a: 0 };
    const order = compareOrder(a, b, none);
    return { verdict: "different", because: found.inconclusive, agreement: null, order, allowed: none };
  }
  const { sdA, sdB, raw, rising } = found;
  const order = compareOrder(a, b, { a: tolerance * sdA, b: tolerance * sdB });
  const ratio = sdA > 0 ? sdB / sdA : 0;
  const allowed = {
    raw: Math.max(TIE * (a.floor + b.floor), tolerance * Math.max(sdA, sdB)),
    b: Math.max(TIE * (ratio * a.floor + b.floor), tolerance * sdB),
    a: Math.max(TIE * (a.floor + (ratio > 0 ? b.floor / ratio : 0)), tolerance * sdA),
  };
  const turned = order.share !== null && order.share > flips;
  const rises = rising.b.max <= allowed.b && rising.a.max <= allowed.a;
  const verdict: Sameness =
    raw.max <= allowed.raw && !turned
      ? "same rewards"
      : rises && !turned
        ? "same order, other scale"
        : "different";
  return {
    verdict,
    because: explain(verdict, found, order, allowed, turned),
    agreement: found,
    order,
    allowed,
  };
}

function compareOrder(a: Side, b: Side, least: { readonly a: number; readonly b: number }): Order {
  const comparisons = a.margins.length;
  const [tieA, tieB] = [Math.max(TIE * a.floor, least.a), Math.max(TIE * b.floor, least.b)];
  const flipped = a.margins.filter((margin, index) => {
    const other = b.margins[index]!;
    return margin * other < 0 && Math.abs(margin) > tieA && Math.abs(other) > tieB;
  }).length;
  return { comparisons, flipped, share: comparisons === 0 ? null : flipped / comparisons };
}

function explain(
  verdict: Sameness,
  { raw, affine, rising, spearman }: Agreement,
  { flipped, comparisons }: Order,
  allowed: Comparison["allowed"],
  turned: boolean,
): string {
  if (verdict === "same rewards")
    return `no text differs by more than ${show(raw.max)} (${show(allowed.raw)} allowed)`;
  if (verdict === "same order, other scale") {
    const line = `B = ${show(affine.slope)} A ${affine.intercept < 0 ? "−" : "+"} ${show(Math.abs(affine.intercept))}`;
    const linear = affine.max <= allowed.b;
    return linear
      ? `${line}, which leaves no more than ${show(affine.max)} (${show(allowed.b)} allowed)`
      : `B rises with A, but on no line: ${line} leaves up to ${show(affine.max)}`;
  }
  const reasons = [
    ...(rising.b.max > allowed.b
      ? [`the best rising function of A is off B by ${show(rising.b.max)} (${show(allowed.b)} allowed)`]
      : []),
    ...(rising.a.max > allowed.a
      ? [`the best one of B is off A by ${show(rising.a.max)} (${show(allowed.a)} allowed)`]
      : []),
    ...(turned ? [`${flipped} of ${comparisons} comparisons are turned beyond noise`] : []),
    ...(spearman !== null && spearman < -0.9
      ? ["the order is reversed: one of them has the opposite sign"]
      : []),
  ];
  return reasons.join("; ");
}

function show(value: number): string {
  return String(Number(value.toPrecision(3)));
}
