import type { Edit } from "./edits.js";
import { looksPlural, verbForms } from "./inflection.js";
import { listOf, readLexicon } from "./lexicon.js";
import { type PhraseFinder, type PhraseMatch, phraseFinder } from "./phrases.js";
import { adjoins, type ProseWord, proseWords } from "./prose-words.js";
import { capitalised, likeCase } from "./wording.js";

interface CausalVerb {
  readonly participle: string;
  readonly form: "base" | "third" | "ing";
}

interface Causes {
  /** leads to -> results from */
  readonly connectives: ReadonlyMap<string, { readonly text: string; readonly unless: ReadonlySet<string> }>;
  /** therefore -> this is because, at the start of a sentence and before a comma */
  readonly openers: ReadonlyMap<string, string>;
  /** reduces -> is reduced by */
  readonly verbs: ReadonlyMap<string, CausalVerb>;
  readonly finder: PhraseFinder;
}

/** The edits that each make what was a cause in a sentence its effect, where the grammar is certain. */
export function reversedCauses(text: string): Edit[] {
  const { connectives, openers, verbs, finder } = load();
  const words = proseWords(text);
  return finder(text).flatMap((match): Edit[] => {
    const first = words[match.from]!;
    if (first.sentence.text.endsWith("?") || (!first.initial && /^\p{Lu}/u.test(first.text))) return [];
    const next = adjoins(text, words[match.to - 1], words[match.to]) ? words[match.to] : undefined;
    const opener = openers.get(match.phrase);
    if (opener !== undefined) return openedBy(text, match, first, opener);
    if (match.phrase === "because" || match.phrase === "so") return joined(text, match, first, next);
    if (next === undefined) return [];
    if (match.phrase === "because of" || match.phrase === "due to")
      return first.initial ? [] : [clause(text, match, ", which leads to")];
    const connective = connectives.get(match.phrase);
    if (connective !== undefined) {
      const after = words.slice(match.to, match.to + 3);
      if (after.some(({ lower }) => connective.unless.has(lower))) return [];
      return [{ start: match.start, end: match.end, text: likeCase(match.text, connective.text) }];
    }
    const verb = verbs.get(match.phrase);
    return verb === undefined ? [] : passive(text, match, words, next, verb);
  });
}

/** "Therefore, it melts." -> "This is because it melts." */
function openedBy(text: string, match: PhraseMatch, first: ProseWord, opener: string): Edit[] {
  if (
    !first.initial ||
    first.start !== first.sentence.start ||
    !/^, \p{L}/u.test(text.slice(match.end, match.end + 3))
  )
    return [];
  return [{ start: match.start, end: match.end + 1, text: capitalised(opener) }];
}

/** "It melts because it is hot." <-> "It melts, so it is hot." */
function joined(text: string, match: PhraseMatch, first: ProseWord, next: ProseWord | undefined): Edit[] {
  if (first.initial || next === undefined) return [];
  const isComma = text.slice(match.start - 2, match.start) === ", ";
  if (match.phrase === "so") {
    const isClause =
      isComma && /^(?:it|they|you|we|he|she|the|there|your|this|these|make|be|use|keep)$/u.test(next.lower);
    return isClause ? [clause(text, match, " because")] : [];
  }
  if (!/^(?:it|they|you|we|he|she|the|there|your|this|these|its|their|of|i|a|an)$/u.test(next.lower))
    return [];
  const before = text.slice(Math.max(first.sentence.start, match.start - 20), match.start);
  return /\b(?:if|just|simply|only|mainly|not|partly|largely|is|are|was)\s$/iu.test(before)
    ? []
    : [clause(text, match, ", so")];
}

/** Replaces the phrase with the comma and space before it. */
function clause(text: string, { start, end }: PhraseMatch, replacement: string): Edit {
  const gap = /,?[ \u00A0]$/u.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0;
  return { start: start - gap, end, text: replacement };
}

const NO_OBJECT =
  /^(?:by|that|to|how|whether|of|in|for|and|or|on|from|with|as|at|what|when|if|is|are|was|can|may|will|than|but|not|during|after|against|through|over|between|among|too|well|it|them|him|me|us|her|they|he|she|we|i)$/u;
const NOUN_BEFORE =
  /^(?:the|a|an|these|those|no|such|any|other|of|for|and|or|your|their|its|main|common|several|many|some|all|with|in|possible|to|not|price|temperature)$/u;
const MODAL = /^(?:can|may|might|could|will|would|should|must)$/u;

function passive(
  text: string,
  match: PhraseMatch,
  words: readonly ProseWord[],
  next: ProseWord,
  verb: CausalVerb,
): Edit[] {
  const before = words[match.from - 1];
  if (before === undefined || before.sentence !== words[match.from]!.sentence || NO_OBJECT.test(next.lower))
    return [];
  if (
    words
      .slice(match.to, match.to + 5)
      .some(({ lower }) => lower === "to" || lower === "from" || lower === "by")
  )
    return [];
  const edit = (text: string) => [{ start: match.start, end: match.end, text }];
  // "…, reducing noise" -> "…, reduced by noise"
  if (verb.form === "ing")
    return /, $/u.test(text.slice(match.start - 2, match.start)) ? edit(`${verb.participle} by`) : [];
  if (verb.form === "third") return NOUN_BEFORE.test(before.lower) ? [] : edit(`is ${verb.participle} by`);
  const further = words[match.from - 2]?.lower ?? "";
  if (MODAL.test(before.lower))
    return /^(?:you|we|i|they|who|people)$/u.test(further) ? [] : edit(`be ${verb.participle} by`);
  const isSubject =
    looksPlural(before.text) && !/^(?:help|helps|let|make|makes|to|and|helping)$/u.test(further);
  return isSubject ? edit(`are ${verb.participle} by`) : [];
}

let causes: Causes | undefined;

function load(): Causes {
  if (causes !== undefined) return causes;
  const lexicon = readLexicon("causes");
  const pairs = (list: string) =>
    listOf(lexicon, list).map((line) => {
      const [from = "", rest = ""] = line.split(" > ");
      const [text = "", guards = ""] = rest.split(" ! ");
      return [from, { text, unless: new Set(guards.split(" ").filter(Boolean)) }] as const;
    });
  const connectives = new Map(pairs("connectives"));
  const openers = new Map(pairs("openers").map(([from, { text }]) => [from, text]));
  const verbs = new Map(
    listOf(lexicon, "verbs").flatMap((line): (readonly [string, CausalVerb])[] => {
      const [verb = "", irregular] = line.split(" ");
      const [base, third, past, ing] = verbForms(verb);
      const participle = irregular ?? past;
      return [
        [base, { participle, form: "base" }],
        [third, { participle, form: "third" }],
        [ing, { participle, form: "ing" }],
        // "helps (to) reduce", "can help reduce": the other way round there is no helping.
        [`help ${base}`, { participle, form: "base" }],
        [`help to ${base}`, { participle, form: "base" }],
        [`helps ${base}`, { participle, form: "third" }],
        [`helps to ${base}`, { participle, form: "third" }],
      ];
    }),
  );
  const fixed = listOf(lexicon, "fixed");
  const finder = phraseFinder([
    ...connectives.keys(),
    ...openers.keys(),
    ...verbs.keys(),
    ...fixed,
    "because",
    "because of",
    "due to",
    "so",
  ]);
  causes = { connectives, openers, verbs, finder };
  return causes;
}
