import { applyEdits } from "../../text/edits.js";
import { untouchable } from "../../text/protected-spans.js";
import { touchesAny } from "../../text/span.js";

export type Swap = readonly [from: string, to: string];

/** Every free occurrence of a swap's first side becomes its second, in its own case. */
export function swapWords(text: string, swaps: readonly Swap[]): string {
  const becomes = new Map(swaps.map(([from, to]) => [from.toLowerCase(), to]));
  const sides = swaps.map(([from]) => from).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}'’-])(?:${sides.join("|")})(?![\\p{L}\\p{N}'’-])`, "giu");
  const edits = [...text.matchAll(pattern)]
    .map(({ index, 0: found }) => ({ start: index, end: index + found.length, text: cased(found, becomes) }))
    .filter((edit) => !touchesAny(edit, untouchable(text)));
  return applyEdits(text, edits);
}

function cased(found: string, becomes: ReadonlyMap<string, string>): string {
  const to = becomes.get(found.toLowerCase())!;
  return /^\p{Lu}/u.test(found) ? to.charAt(0).toUpperCase() + to.slice(1) : to;
}

const SAME: readonly Swap[] = [
  ["but", "yet"],
  ["big", "large"],
  ["begins", "starts"],
  ["begin", "start"],
  ["often", "frequently"],
  ["usually", "normally"],
  ["quickly", "rapidly"],
  ["because", "since"],
  ["for example", "for instance"],
  ["whole", "entire"],
  ["maybe", "perhaps"],
  ["almost", "nearly"],
  ["therefore", "thus"],
  ["hard", "difficult"],
  ["buy", "purchase"],
  ["many", "numerous"],
];
const LEAD = "In other words:";

/** The same in a few other words; where none of them stands in it, with words before it. */
export function reworded(text: string): string {
  const swapped = swapWords(text, SAME);
  return swapped === text && !text.startsWith(LEAD) ? led(LEAD, text) : swapped;
}

/** Words before a text, on a line of their own where it begins with a block of markdown. */
export function led(lead: string, text: string): string {
  return `${lead}${/^\s*([#>|`~*+-]|\d+[.)]\s)/.test(text) ? "\n\n" : " "}${text}`;
}

/** A text without the words that were put before it, be they the second after those of a rewording. */
export function unled(lead: string, text: string): string {
  const bare = text.startsWith(LEAD) ? text.slice(LEAD.length).trimStart() : text;
  return bare.startsWith(lead) ? bare.slice(lead.length).trimStart() : text;
}
