import type { Random } from "../contract.js";
import type { Constraint } from "./constraints.js";
import { countWords } from "./counting.js";
import { applyEdits } from "./edits.js";
import { realise } from "./grammar.js";
import { readLexicon } from "./lexicon.js";
import { entriesOf, plainLists, withoutItems } from "./list-items.js";
import { listsAsProse } from "./list-prose.js";
import { untouchable } from "./protected-spans.js";
import { sentences } from "./sentences.js";
import { tables } from "./tables.js";

/** More filler than this would be another fault than a limit that is broken. */
const MOST_SENTENCES = 6;

/** The answer made to break a demand that it keeps; undefined where it does not keep it, or cannot be made to break it. */
export function broken(response: string, constraint: Constraint, random: Random): string | undefined {
  switch (constraint.kind) {
    case "items":
      return oneItemLess(response, constraint.count, random);
    case "words":
      return countWords(response) > constraint.count
        ? undefined
        : longer(response, random, (text) => countWords(text) > constraint.count);
    case "sentences":
      return sentences(response).length === constraint.count
        ? longer(response, random, () => true)
        : undefined;
    case "bullets": {
      const made = applyEdits(response, listsAsProse(response));
      return plainLists(made, 2).length === 0 ? made : undefined;
    }
    case "table": {
      const edits = tables(response).map(({ start, end, rows }) => ({
        start,
        end,
        text: rows.map((row) => row.filter(Boolean).join(", ")).join("; "),
      }));
      return applyEdits(response, edits);
    }
    case "lower-case":
      return recased(response, response.toLowerCase(), random.next() < 0.5);
    case "upper-case":
      return recased(response, response.toUpperCase(), false);
    case "without-word":
      return withWord(response, constraint.word, random);
  }
}

function oneItemLess(response: string, count: number, random: Random): string | undefined {
  const lists = plainLists(response, 2);
  const [list] = lists;
  if (list === undefined || lists.length > 1 || list.children.length !== count) return undefined;
  const free = entriesOf(response, list).flatMap(({ holdsCode }, index) => (holdsCode ? [] : [index]));
  return free.length === 0 ? undefined : withoutItems(response, list, new Set([random.pick(free)]));
}

function longer(response: string, random: Random, isLong: (text: string) => boolean): string | undefined {
  const filler = readLexicon("filler");
  let made = response.trimEnd();
  for (let added = 0; added < MOST_SENTENCES; added++) {
    const gap = /[.!?]["”)]?$/u.test(made) ? " " : "\n\n";
    made += gap + realise(filler, "sentence", random);
    if (isLong(made)) return made;
  }
  return undefined;
}

/** `kept` is the answer in the case that was asked for; it must be the answer itself. */
function recased(response: string, kept: string, shouts: boolean): string | undefined {
  if (kept !== response || untouchable(response).length > 0) return undefined;
  if (shouts) return response.toUpperCase();
  return response
    .toLowerCase()
    .replace(/(?<=^\W*|[.!?]\s+)\p{Ll}/gu, (letter) => letter.toUpperCase())
    .replace(/\bi\b/gu, "I");
}

function withWord(response: string, word: string, random: Random): string | undefined {
  if (response.toLowerCase().includes(word.toLowerCase())) return undefined;
  const sentence = realise(readLexicon("forbidden"), "sentence", random).replace("WORD", word);
  const made = response.trimEnd();
  return `${made}${/[.!?]["”)]?$/u.test(made) ? " " : "\n\n"}${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}
