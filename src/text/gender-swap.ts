import { applyEdits, type Edit } from "./edits.js";
import { mentionsFirstName } from "./first-names.js";
import { listOf, readLexicon } from "./lexicon.js";
import { untouchable } from "./protected-spans.js";
import { mask } from "./span.js";
import { likeCase } from "./wording.js";

export type Gender = "male" | "female";

const PRONOUNS: Readonly<Record<Gender, readonly string[]>> = {
  male: ["he", "him", "his", "himself"],
  female: ["she", "her", "hers", "herself"],
};

/** Of which persons of one gender does a text speak: by pronouns, and by nouns of the lexicon `gendered-nouns`. */
export function gendersIn(text: string): {
  readonly pronouns: ReadonlySet<Gender>;
  readonly all: ReadonlySet<Gender>;
} {
  const pronouns = new Set<Gender>();
  const all = new Set<Gender>();
  for (const { word } of wordsOf(text)) {
    const said = genderOf(word);
    if (said === undefined) continue;
    all.add(said);
    if (PRONOUNS[said].includes(word)) pronouns.add(said);
  }
  return { pronouns, all };
}

/**
 * Does it name someone, whose gender is then known: by a first name of the lexicon, a title, or (`strict`) any word
 * with a capital inside a sentence that is no place ("in Paris")?
 */
export function namesSomeone(text: string, strict: boolean): boolean {
  if (mentionsFirstName(text) || /\b(?:Mr|Mrs|Ms|Miss|Sir|King|Queen|Prince|Princess|Pope)\b/u.test(text))
    return true;
  if (!strict) return false;
  const inside = text.matchAll(/(?<=(?<before>\p{Ll}+)[,;]?\s)(?!I\b|I['’])\p{Lu}\p{L}+/gu);
  return [...inside].some(({ groups }) => !/^(?:in|from|at|near|on|speaks?|learn)$/u.test(groups!.before!));
}

/**
 * The text with every pronoun and gendered noun of `from` turned to the other gender; undefined where an English "her"
 * may be "him" or "his" and nothing tells which.
 */
export function genderSwapped(text: string, from: Gender): string | undefined {
  const words = wordsOf(text);
  const edits: Edit[] = [];
  for (const [at, { word, start, end }] of words.entries()) {
    if (genderOf(word) !== from) continue;
    const other = PRONOUNS[from].includes(word) ? otherPronoun(text, words, at) : otherNoun(word, from);
    if (other === undefined) return undefined;
    edits.push({ start, end, text: likeCase(text.slice(start, end), other) });
  }
  return applyEdits(text, edits);
}

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Words in lower case; of "he's" and "mother's" what stands before the apostrophe. Code and addresses hold none. */
function wordsOf(text: string): Word[] {
  const masked = mask(text, untouchable(text), "\u0000");
  return [...masked.matchAll(/(?<![\p{L}\p{N}_])\p{L}+(?![\p{L}\p{N}_])/gu)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }));
}

let nouns: ReadonlyMap<string, Gender> | undefined;

function genderOf(word: string): Gender | undefined {
  nouns ??= new Map(
    (["male", "female"] as const).flatMap((gender) =>
      listOf(readLexicon("gendered-nouns"), gender).map((noun) => [noun, gender] as const),
    ),
  );
  if (PRONOUNS.male.includes(word)) return "male";
  if (PRONOUNS.female.includes(word)) return "female";
  return nouns.get(word);
}

function otherNoun(word: string, from: Gender): string {
  const at = listOf(readLexicon("gendered-nouns"), from).indexOf(word);
  return listOf(readLexicon("gendered-nouns"), from === "male" ? "female" : "male")[at]!;
}

/** What may follow a pronoun that stands alone ("I saw her in town", "the book is his."), but no noun it could own. */
const ALONE =
  /^(?:$|[.,;:!?)\]"”…—–-]|\*|(?:a|an|the|this|that|these|those|some|any|my|your|our|their|its|to|in|on|at|for|with|without|from|by|about|into|of|and|or|but|nor|if|when|while|as|because|since|so|than|until|before|after|is|was|are|were|will|would|can|could|may|might|should|has|had|have|who|whom|what|how|why|where|whether|again|too|very|not|never|always|often|today|tomorrow|yesterday|now|then|there|here|i|you|he|she|it|we|they)\b)/iu;

/** Verbs after which "her" may be either: "help her plan", "give her water", "see her friend". */
const EITHER =
  /^(?:g[ia]ve[sn]?|giving|tell(?:s|ing)?|told|ma[kd]e[s]?|making|help(?:s|ed|ing)?|lets?|letting|show(?:s|ed|n|ing)?|sen[dt]s?|sending|ask(?:s|ed|ing)?|call(?:s|ed|ing)?|gets?|got|getting|buy(?:s|ing)?|bought|offer(?:s|ed|ing)?|teach(?:es|ing)?|taught|wish(?:es|ed)?|br[io]u?n?gh?t?s?|bringing|keep(?:s|ing)?|kept|sees?|saw|seen|seeing|hear[sd]?|hearing|watch(?:es|ed|ing)?|wants?|need(?:s|ed)?|allow(?:s|ed|ing)?|f[ie][en]d?l?s?|felt|found|finding|ha[sd]|have|having|cook(?:s|ed|ing)?|save[sd]?|paint(?:s|ed)?|consider(?:s|ed|ing)?|owe[sd]?|pa(?:y|ys|id)|cost|costs|drive[sn]?|leave[s]?|left)$/u;

function otherPronoun(text: string, words: readonly Word[], at: number): string | undefined {
  const { word, end } = words[at]!;
  const fixed = { he: "she", she: "he", him: "her", himself: "herself", herself: "himself", hers: "his" }[
    word
  ];
  if (fixed !== undefined) return fixed;
  const alone = ALONE.test(text.slice(end, end + 16).replace(/^[ \t]*\r?\n?[ \t]*/u, ""));
  if (word === "his") return alone ? "hers" : "her";
  if (alone) return "him";
  return EITHER.test(words[at - 1]?.word ?? "") ? undefined : "his";
}
