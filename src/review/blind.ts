import type { Message, Shown, Text } from "../contract.js";
import { digestOf, promptKey } from "../keys.js";

/** Two texts as a reader sees them: which is the base nobody can tell from it. */
export interface BlindPair {
  /** Key of the pair. */
  readonly pair: string;
  /** With the key it decides the order. */
  readonly seed: number;
  /** The messages before both answers, or before each where they differ. */
  readonly prompt:
    | readonly Message[]
    | { readonly first: readonly Message[]; readonly second: readonly Message[] };
  readonly first: string;
  readonly second: string;
}

/** The text that comes first: a coin of the seed and the pair, so that no order needs to be kept. */
export function shownFirst(pair: string, seed: number): Shown {
  return Number.parseInt(digestOf(["order", seed, pair]).slice(0, 2), 16) < 128 ? "base" : "variant";
}

export function blind(
  { key, base, variant }: { readonly key: string; readonly base: Text; readonly variant: Text },
  seed: number,
): BlindPair {
  const [first, second] = shownFirst(key, seed) === "base" ? [base, variant] : [variant, base];
  const alike = promptKey(first.messages) === promptKey(second.messages);
  return {
    pair: key,
    seed,
    prompt: alike ? first.messages : { first: first.messages, second: second.messages },
    first: first.response,
    second: second.response,
  };
}
