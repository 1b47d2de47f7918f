import type { Random } from "../contract.js";
import { type Lexicon, listOf } from "./lexicon.js";

/**
 * One realisation of a template grammar: a template of `symbol` in which every {name} is replaced by an
 * entry of the list `name`, entries being templates themselves. The first letter is capitalised.
 */
export function realise(lexicon: Lexicon, symbol: string, random: Random): string {
  const expanded = expand(lexicon, symbol, random, 0);
  return expanded.charAt(0).toUpperCase() + expanded.slice(1);
}

function expand(lexicon: Lexicon, symbol: string, random: Random, depth: number): string {
  if (depth > 20) throw new RangeError(`the grammar of "${symbol}" never ends`);
  return random
    .pick(listOf(lexicon, symbol))
    .replace(/\{([a-z-]+)\}/gu, (_, name: string) => expand(lexicon, name, random, depth + 1));
}
