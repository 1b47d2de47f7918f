import type { Edit } from "./edits.js";
import { verbForms } from "./inflection.js";
import { type Lexicon, listOf, readLexicon } from "./lexicon.js";
import { type PhraseFinder, type PhraseMatch, phraseFinder } from "./phrases.js";
import { type ProseWord, proseWords, sentenceAround } from "./prose-words.js";
import { likeCase, withArticle } from "./wording.js";

interface Opposite {
  readonly text: string;
  /** Words that may not follow within eight words. */
  readonly unless: ReadonlySet<string>;
}

interface OppositeTable {
  readonly opposites: ReadonlyMap<string, Opposite>;
  readonly finder: PhraseFinder;
}

const tables = new Map<string, OppositeTable>();

/**
 * The edits that turn a word of the text into its opposite by a lexicon with the lists `words`, `verbs`
 * (inflected) and `fixed` (phrases in which the words are left alone); an article before is mended.
 * `allows` may refuse a match by what stands around it.
 */
export function oppositeEdits(
  text: string,
  lexicon: string,
  allows: (match: PhraseMatch, words: readonly ProseWord[]) => boolean = () => true,
): Edit[] {
  const { opposites, finder } = tableOf(lexicon);
  const words = proseWords(text);
  return finder(text).flatMap((match): Edit[] => {
    const opposite = opposites.get(match.phrase);
    const first = words[match.from]!;
    if (opposite === undefined || isName(first) || !allows(match, words)) return [];
    const after = words.slice(match.to, match.to + 8);
    if (after.some(({ lower, sentence }) => sentence === first.sentence && opposite.unless.has(lower)))
      return [];
    // "hot and cold", "both safe and dangerous": the other word would stand there twice.
    if (sentenceAround(text, match, first).toLowerCase().includes(opposite.text)) return [];
    const edit = { start: match.start, end: match.end, text: likeCase(match.text, opposite.text) };
    return [withArticle(text, edit)];
  });
}

/** A capital in the middle of a sentence: part of a name or a title. */
function isName(word: ProseWord): boolean {
  return !word.initial && /^\p{Lu}/u.test(word.text);
}

function tableOf(name: string): OppositeTable {
  const known = tables.get(name);
  if (known !== undefined) return known;
  const lexicon = readLexicon(name);
  const opposites = new Map([...verbs(lexicon), ...entries(lexicon, "words")].map((one) => [one.from, one]));
  const fixed = (lexicon.data.fixed ?? []).map((phrase) => phrase.replaceAll("-", " "));
  const table = { opposites, finder: phraseFinder([...opposites.keys(), ...fixed]) };
  tables.set(name, table);
  return table;
}

interface Entry extends Opposite {
  readonly from: string;
}

/** "a : b" both ways, "a > b" one way, words after "!" as guards. */
function entries(lexicon: Lexicon, list: string): Entry[] {
  return (list in lexicon.data ? listOf(lexicon, list) : []).flatMap((line): Entry[] => {
    const parts = /^(.+?) ([:>]) (.+?)(?: ! (.+))?$/u.exec(line);
    if (parts === null) throw new RangeError(`"${line}" of the list ${list} is no pair "a : b" or "a > b"`);
    const [, from = "", sign, to = "", guards = ""] = parts;
    const unless = new Set(guards.split(" ").filter(Boolean));
    const forward = { from: from.replaceAll("-", " "), text: to, unless };
    return sign === ">" ? [forward] : [forward, { from: to.replaceAll("-", " "), text: from, unless }];
  });
}

function verbs(lexicon: Lexicon): Entry[] {
  return entries(lexicon, "verbs").flatMap(({ from, text, unless }) => {
    const forms = verbForms(text);
    return verbForms(from).map((form, at) => ({ from: form, text: forms[at]!, unless }));
  });
}
