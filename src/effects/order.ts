import { correctDirection } from "../stats/effect-sizes.js";
import type { ScoredPair, ScoredResponse } from "../store/scored-pairs.js";
import type { ItemValue } from "./item-values.js";

/** A chosen and a rejected response of one item, with their rewards. */
interface Comparison {
  readonly item: string;
  readonly prompt: string;
  readonly chosen: number;
  readonly rejected: number;
  /** What the augmentation added to each; undefined where it gave no valid pair on that side. */
  readonly chosenShift: number | undefined;
  readonly rejectedShift: number | undefined;
}

/**
 * Who wins: 1 above the tie tolerance (twice the noise floor), 0 below its negative, ½ within. A tie is no win and no loss.
 */
export function wins(margin: number, tolerance: number): number {
  return correctDirection([margin], 1, tolerance)[0]!;
}

/** Correct order of the base answers: every chosen against every rejected of an item. */
export function rankingAccuracy(responses: readonly ScoredResponse[], tolerance: number): ItemValue[] {
  const items = byItem(responses);
  return [...items.values()].flatMap((own) =>
    crossed(own, () => true).map(([chosen, rejected]) => ({
      item: chosen.item,
      prompt: chosen.prompt,
      value: wins(chosen.score - rejected.score, tolerance),
    })),
  );
}

/** Comparisons with the shifts of one augmentation at one dose; responses of the same style where the data has styles. */
export function comparisonsUnder(
  responses: readonly ScoredResponse[],
  pairs: readonly ScoredPair[],
): Comparison[] {
  const shifts = new Map(pairs.map((pair) => [place(pair), pair.variant - pair.base]));
  return [...byItem(responses).values()].flatMap((own) =>
    crossed(own, (a, b) => a.style === b.style).map(([chosen, rejected]) => ({
      item: chosen.item,
      prompt: chosen.prompt,
      chosen: chosen.score,
      rejected: rejected.score,
      chosenShift: shifts.get(place(chosen)),
      rejectedShift: shifts.get(place(rejected)),
    })),
  );
}

/** What the same change on both sides does to the order: `before`, `after`, `placebo` are 0, ½ or 1 (chosen wins). */
export function orderUnderBoth(
  comparisons: readonly Comparison[],
  tolerance: number,
): {
  readonly item: string;
  readonly prompt: string;
  readonly before: number;
  readonly after: number;
  readonly placebo: number;
}[] {
  return comparisons.flatMap(({ item, prompt, chosen, rejected, chosenShift, rejectedShift }) => {
    if (chosenShift === undefined || rejectedShift === undefined) return [];
    const margin = chosen - rejected;
    const change = chosenShift - rejectedShift;
    const near = tolerance + roundingOf(chosen, rejected, chosenShift, rejectedShift);
    return [
      {
        item,
        prompt,
        before: wins(margin, tolerance),
        after: wins(margin + change, near),
        placebo: wins(margin - change, near),
      },
    ];
  });
}

/**
 * Attack success (statistics.md §3): among comparisons the chosen answer wins, the share it loses once only the rejected
 * answer is changed; `placebo` is the share lost under the mirrored change, which pure noise loses as often.
 */
export function attackOnRejected(
  comparisons: readonly Comparison[],
  tolerance: number,
): { readonly item: string; readonly prompt: string; readonly lost: number; readonly placebo: number }[] {
  return comparisons.flatMap(({ item, prompt, chosen, rejected, rejectedShift }) => {
    const margin = chosen - rejected;
    if (rejectedShift === undefined || wins(margin, tolerance) !== 1) return [];
    const near = tolerance + roundingOf(chosen, rejected, rejectedShift);
    return [
      {
        item,
        prompt,
        lost: 1 - wins(margin - rejectedShift, near),
        placebo: 1 - wins(margin + rejectedShift, near),
      },
    ];
  });
}

/** How far a margin made of these may be off zero by rounding alone: two answers that end with one score are a tie. */
function roundingOf(...parts: readonly number[]): number {
  return 4 * Number.EPSILON * parts.reduce((sum, part) => sum + Math.abs(part), 0);
}

const place = ({ item, position }: { item: string; position: number }) => `${item}/${position}`;

function byItem(responses: readonly ScoredResponse[]): Map<string, ScoredResponse[]> {
  const items = new Map<string, ScoredResponse[]>();
  for (const response of responses) {
    const own = items.get(response.item);
    if (own === undefined) items.set(response.item, [response]);
    else own.push(response);
  }
  return items;
}

function crossed(
  own: readonly ScoredResponse[],
  comparable: (chosen: ScoredResponse, rejected: ScoredResponse) => boolean,
): [ScoredResponse, ScoredResponse][] {
  const rejected = own.filter(({ role }) => role === "rejected");
  return own
    .filter(({ role }) => role === "chosen")
    .flatMap((chosen) =>
      rejected
        .filter((other) => comparable(chosen, other))
        .map((other): [ScoredResponse, ScoredResponse] => [chosen, other]),
    );
}
