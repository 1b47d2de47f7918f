import { alternation } from "./alternation.js";
import { readLexicon } from "./lexicon.js";
import { untouchable } from "./protected-spans.js";
import { remember } from "./remember.js";
import { mask } from "./span.js";

let pattern: RegExp | undefined;

/** Of "no doubt" and "doubt" the longer is one marker; a contraction is a word with an apostrophe in it. */
function markers(): RegExp {
  if (pattern !== undefined) return pattern;
  const { data } = readLexicon("register-markers");
  pattern = new RegExp(
    `(?<![\\p{L}\\p{N}'’-])${alternation(Object.values(data).flat(), " ")}(?![\\p{L}\\p{N}'’-])|\\p{Ll}(?:n['’]t|['’](?:re|ve|ll|m|d))(?!\\p{L})|!+`,
    "giu",
  );
  return pattern;
}

/**
 * How often the prose marks its register: English hedges, boosters and address of the reader
 * (lexicons/register-markers.json), contractions, and runs of exclamation marks. What is said stays out of it.
 */
export const countRegisterMarkers = remember(
  (text): number => prose(text).replaceAll("’", "'").match(markers())?.length ?? 0,
);

/** Words of two letters or more that are capitals throughout, as in "NEVER"; acronyms are among them. */
export const countCapitals = remember(
  (text): number => prose(text).match(/(?<![\p{L}\p{N}])\p{Lu}{2,}(?![\p{L}\p{N}])/gu)?.length ?? 0,
);

function prose(text: string): string {
  return mask(text, untouchable(text), " ");
}
