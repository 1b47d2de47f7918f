import type { Random } from "../contract.js";
import type { Edit } from "./edits.js";
import { listOf, readLexicon } from "./lexicon.js";
import { isName } from "./named-spans.js";
import { proseWords } from "./prose-words.js";
import { remember } from "./remember.js";
import { likeCase } from "./wording.js";

interface Tables {
  /** recieve -> receive */
  readonly right: ReadonlyMap<string, string>;
  /** receive -> recieve, the first of the lexicon */
  readonly wrong: ReadonlyMap<string, string>;
}

let tables: Tables | undefined;

function load(): Tables {
  const lexicon = readLexicon("misspellings");
  const pairs = listOf(lexicon, "pairs").map(parted);
  const wrong = new Map<string, string>();
  for (const [typo, word] of pairs) if (!wrong.has(word) && !word.includes(" ")) wrong.set(word, typo);
  return { right: new Map([...pairs, ...listOf(lexicon, "contractions").map(parted)]), wrong };
}

function parted(pair: string): [string, string] {
  const at = pair.indexOf(" ");
  return [pair.slice(0, at), pair.slice(at + 1)];
}

/** The edits that mend misspelt words of the prose which the lexicon knows, and words that stand there twice ("the the"). */
export function corrections(text: string): Edit[] {
  tables ??= load();
  const { right } = tables;
  const words = proseWords(text);
  return words.flatMap((word, at): Edit[] => {
    const before = words[at - 1];
    if (before?.text === word.text && DOUBLED.test(word.text) && text.slice(before.end, word.start) === " ")
      return [{ start: before.end, end: word.end, text: "" }];
    const correct = right.get(word.lower);
    const isShout = word.text.length > 1 && word.text === word.text.toUpperCase();
    return correct === undefined || isShout
      ? []
      : [{ start: word.start, end: word.end, text: likeCase(word.text, correct) }];
  });
}

/** Words that never rightly stand twice beside each other ("had had" and "that that" do). */
const DOUBLED = /^(?:the|a|an|of|to|and|for|with|it|are|was|we|they|from|at|by)$/u;

/** Words of the prose that can be misspelt and still be known: five Latin letters or more, and no name. */
export const spelledWords = remember((text) =>
  proseWords(text).filter(
    (word) => /^\p{Script=Latin}{5,}$/u.test(word.text) && !/.\p{Lu}/u.test(word.text) && !isName(text, word),
  ),
);

/** As a hurried writer has it: a common misspelling where the lexicon has one, else two letters changed about, one lost, doubled or taken for its neighbour. */
export function misspelt(word: string, random: Random): string {
  tables ??= load();
  const known = tables.wrong.get(word.toLowerCase());
  const kind = random.integer(4);
  const at = 1 + random.integer(word.length - 3);
  if (known !== undefined) return likeCase(word, known);
  const [before, here, next, after] = [word.slice(0, at), word[at]!, word[at + 1]!, word.slice(at + 2)];
  if (kind === 0 && here !== next) return before + next + here + after;
  if (kind === 1) return before + next + after;
  if (kind === 2) return before + here + here + next + after;
  return before + (NEIGHBOURS[here] ?? "e") + next + after;
}

/** What is written by mistake for a letter: vowels for vowels, and sounds for like sounds. */
const NEIGHBOURS: Readonly<Record<string, string>> = Object.freeze({
  a: "e",
  e: "a",
  i: "e",
  o: "u",
  u: "o",
  y: "i",
  s: "c",
  c: "s",
  z: "s",
  k: "c",
  m: "n",
  n: "m",
  t: "d",
  d: "t",
  b: "p",
  p: "b",
  v: "f",
  f: "v",
  g: "j",
  j: "g",
  r: "l",
  l: "r",
  h: "g",
  w: "v",
  x: "z",
  q: "k",
});
