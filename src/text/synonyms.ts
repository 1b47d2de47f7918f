import { alternation } from "./alternation.js";
import { isContentWord } from "./content-words.js";
import type { Edit } from "./edits.js";
import { listOf, readLexicon } from "./lexicon.js";
import { type ProseMatch, proseMatches } from "./prose-matches.js";
import { beginsSentence, likeCase } from "./sentence-start.js";

/** Where a word may stand for the swap to hold; see the lexicon's own words on it. */
type Part = "opener" | "adverb" | "phrase" | "adjective" | "noun" | "verb" | "form";
const PARTS: readonly Part[] = ["opener", "adverb", "phrase", "adjective", "noun", "verb", "form"];

interface Entry {
  readonly part: Part;
  readonly to: string;
  /** Words after which... before which the swap does not hold. */
  readonly barred: readonly string[];
}

/** Swaps of one place in the text, all of them safe: pick one. */
export interface Swap {
  readonly from: string;
  readonly edits: readonly Edit[];
}

interface Table {
  readonly pattern: RegExp;
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
}

let table: Table | undefined;

/** Every place of the paragraphs, items and quotes where a word of the lexicon `synonyms` may be swapped. */
export function synonymSwaps(text: string, taboo: ReadonlySet<string>): Swap[] {
  table ??= load();
  const { pattern, entries } = table;
  return proseMatches(text, pattern, (kind) => kind !== "heading" && kind !== "cell").flatMap((found) => {
    const from = found.match[0].toLowerCase();
    const fitting = (entries.get(from) ?? []).filter((entry) => fits(found, entry));
    const free = fitting.filter(({ to }) => !taboo.has(from) && !taboo.has(to) && !nearby(found, to));
    const edits = free.flatMap(({ to }) => replacement(found, to));
    return edits.length === 0 ? [] : [{ from, edits }];
  });
}

function load(): Table {
  const lexicon = readLexicon("synonyms");
  const entries = new Map<string, Entry[]>();
  for (const part of PARTS) {
    for (const line of listOf(lexicon, part)) {
      const [pair, barred = ""] = line.split(" ! ");
      const [, a, sign, b] = /^(.+) ([=>]) (.+)$/u.exec(pair!)!;
      const add = (from: string, to: string) =>
        entries.set(from, [
          ...(entries.get(from) ?? []),
          { part, to, barred: barred.split(" ").filter(Boolean) },
        ]);
      add(a!, b!);
      if (sign === "=") add(b!, a!);
    }
  }
  const words = alternation(entries.keys());
  return {
    entries,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}_"“‘*'’-])${words}(?![\\p{L}\\p{N}_"”*'’-])`, "giu"),
  };
}

const DETERMINER =
  /\b(?:a|an|the|this|that|these|those|my|your|his|her|its|our|their|of|some|any|no|every|each)\s$/iu;
const BEFORE_VERB =
  /(?:\b(?:to|can|could|will|would|shall|should|must|may|might|not|you|we|they|I|and|then|please|help|cannot)|n['’]t)\s$/iu;
const IS =
  /\b(?:is|are|was|were|be|been|being|remains?|becomes?|seems?)\s(?:(?:very|so|also|often|quite|really|particularly)\s)?$/iu;

function fits({ prose, at, match }: ProseMatch, { part, to, barred }: Entry): boolean {
  const before = prose.slice(Math.max(0, at - 40), at);
  const after = prose.slice(at + match[0].length, at + match[0].length + 40);
  const next = /^\s([\p{L}-]+)/u.exec(after)?.[1];
  if (next !== undefined && barred.includes(next.toLowerCase())) return false;
  const first = beginsSentence(prose, at);
  if (/^\p{Lu}/u.test(match[0]) && !first) return false;
  switch (part) {
    case "opener":
      return first && /^\p{Lu}/u.test(match[0]) && after.startsWith(",");
    case "adverb":
    case "phrase":
      return !(first && after.startsWith(","));
    case "adjective":
      if (/\b(?:more|most|less|least|as|too|how)\s$/iu.test(before) && to.length < 8) return false;
      if (/\band\s$|^,?\s(?:and|or)\b/iu.test(before) || /^\s(?:and|or)\b/u.test(after)) return false;
      return (
        (next !== undefined && /^\p{Ll}/u.test(next) && isContentWord(next)) ||
        (IS.test(before) && /^(?:[.,;]|\s(?:to|for|in)\b)/u.test(after))
      );
    case "noun":
      return !BEFORE_VERB.test(before) || /\band\s$/iu.test(before);
    case "verb":
      return (
        (BEFORE_VERB.test(before) || (first && /^\p{Lu}/u.test(match[0]))) &&
        next !== undefined &&
        !/^of$/u.test(next)
      );
    case "form":
      return !first && !DETERMINER.test(before) && next !== undefined;
  }
}

/** Would the word stand twice within a line's length? */
function nearby({ prose, at, match }: ProseMatch, to: string): boolean {
  return prose
    .slice(Math.max(0, at - 100), at + match[0].length + 100)
    .toLowerCase()
    .includes(to);
}

/** With the article before it where the sound changes: "an incorrect" is "a wrong". */
function replacement({ prose, at, start, end, match }: ProseMatch, to: string): Edit[] {
  const text = likeCase(match[0], to);
  const article = /(?:^|[\s(])(an?)\s$/iu.exec(prose.slice(Math.max(0, at - 4), at))?.[1];
  if (article === undefined) return [{ start, end, text }];
  const wanted = likeCase(
    article,
    /^(?:[aio]|e(?!u)|u(?!ni|su|se|ti))/iu.test(to) || to === "unusual" ? "an" : "a",
  );
  return [{ start: start - article.length - 1, end, text: `${wanted} ${text}` }];
}
