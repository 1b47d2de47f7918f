import { digestOf } from "../keys.js";

/** Ranks are whole numbers below this: none lies above it. */
export const EVERY_RANK = 2 ** 48;

/**
 * What a budget leaves of some data, frozen with the run. Prompts stand in a seeded order. Those up to `core` are taken by
 * every operator; operators that apply rarely go on up to a later rank, with those of the rule they belong to. So the
 * prompts of every claim are the first of its own in that order: a uniform draw, whatever the other claims take.
 */
export interface Cut {
  /** The budget, e.g. `1800 seconds`. */
  readonly asked: string;
  /** Digest of the ids of all items, of which the run's own are a part. */
  readonly from: string;
  /** How many they are. */
  readonly of: { readonly items: number; readonly prompts: number };
  readonly core: number;
  /** The last rank of operators (`name@dose`) that go beyond the core. */
  readonly upTo: Readonly<Record<string, number>>;
  /** Share of all items on which a rule gives a valid pair, by attribute: of the part that was taken it would say nothing. */
  readonly applied: Readonly<Record<string, number>>;
}

/** A prompt's place in the seeded order: it hangs on no other prompt, so that a larger budget holds a smaller one. */
export function promptRank(seed: number, promptKey: string): number {
  return Number.parseInt(digestOf(["budget", seed, promptKey]).slice(0, 12), 16);
}

/** Whether an operator (`name@dose`) is asked of the prompt at this rank. */
export function isAsked(cut: Cut | undefined, operator: string, rank: number): boolean {
  return cut === undefined || rank <= Math.max(cut.core, cut.upTo[operator] ?? 0);
}

/** Whether a prompt was taken by every operator. */
export function isCore(cut: Cut | undefined, seed: number, promptKey: string): boolean {
  return cut === undefined || promptRank(seed, promptKey) <= cut.core;
}
