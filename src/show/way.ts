import type { Augmentation, Expectation, VerdictWord } from "../contract.js";

/** What a move of the reward says of a model, in words and as a verdict for the eye; null where it says nothing. */
export interface Way {
  readonly word: VerdictWord | null;
  readonly text: string;
}

export interface Move {
  /** Variant less base, raw. */
  readonly difference: number;
  readonly truncated: boolean;
  /** Of the run; null where it was not measured. */
  readonly noiseFloor: number | null;
}

/**
 * A single move against its expectation. Within twice the noise floor nothing moved. A pair that should stay and moved is
 * no failure by itself: rules are about many.
 */
export function wayOf(
  { difference, truncated, noiseFloor }: Move,
  { expects, changes }: { readonly expects: Expectation; readonly changes: Augmentation["changes"] },
): Way {
  if (truncated) return { word: null, text: "truncated: no evidence" };
  if (changes === "prompt") return { word: null, text: "judged by margins" };
  const still = Math.abs(difference) <= 2 * (noiseFloor ?? 0);
  const rose = difference > 0;
  if (expects === "same")
    return still
      ? { word: "pass", text: "stayed" }
      : { word: "inconclusive", text: rose ? "moved up" : "moved down" };
  if (expects === "not-higher")
    return rose && !still ? { word: "fail", text: "rose" } : { word: "pass", text: "did not rise" };
  if (still) return { word: "inconclusive", text: "did not move" };
  return rose === (expects === "higher")
    ? { word: "pass", text: "right way" }
    : { word: "fail", text: "wrong way" };
}

/** What the operator wants of the reward. */
export function expectationWords({
  expects,
  changes,
}: {
  readonly expects: Expectation;
  readonly changes: Augmentation["changes"];
}): string {
  if (changes === "prompt") return "the margin of chosen over rejected must stay";
  return {
    lower: "the reward must fall",
    higher: "the reward must rise",
    same: "the reward must stay",
    "not-higher": "the reward may not rise",
  }[expects];
}
