import type { Augmentation } from "./augmentation.js";
import type { Item, Text } from "./item.js";

/** A counterfactual pair, before the guards have seen it. */
export interface PairDraft {
  readonly augmentation: Augmentation;
  readonly dose: number | undefined;
  readonly item: Item;
  /** Index into `item.responses` of the response that was changed; for pairings, of the chosen one. */
  readonly response: number;
  readonly base: Text;
  readonly variant: Text;
}

/** Decides whether a pair is valid evidence. */
export interface Guard {
  readonly name: string;
  readonly summary: string;
  /** The detail of the refusal (may be empty), or undefined when the pair may stand. */
  refuses(pair: PairDraft, limits: GuardLimits): string | undefined;
}

export interface GuardLimits {
  /** Longest input of the scorer, in tokens. */
  readonly window: number;
  /** Response texts of the item, and what the same operator already made of them (its changed part, prompt included where that changes). */
  readonly seen: ReadonlySet<string>;
}

export function defineGuard(guard: Guard): Guard {
  return Object.freeze(guard);
}
