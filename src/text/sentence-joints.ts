import { lowered } from "./clauses.js";
import type { Edit } from "./edits.js";
import { negationWords } from "./negation-words.js";
import { isSelfContained, plainSentences } from "./prose.js";
import { capitalised } from "./sentence-start.js";
import type { Sentence } from "./sentences.js";

const FINITE = new Set(
  "is are was were am can could will would should may might must has have had do does did".split(" "),
);
const RESULT_VERBS: Readonly<Record<string, string>> = {
  making: "makes",
  providing: "provides",
  ensuring: "ensures",
  creating: "creates",
  giving: "gives",
  causing: "causes",
  enabling: "enables",
  reducing: "reduces",
  improving: "improves",
  increasing: "increases",
  contributing: "contributes",
  enhancing: "enhances",
};

/** A finite verb after a pronoun: what follows the joint is a sentence of its own. */
const CLAUSE = String.raw`(?:it|they|he|she|we|you|I|this|these|there|that) (?:(?:also|often|usually|typically|then|never|always|still|even|just|only|really|probably) )?(?:is|are|was|were|can|could|will|would|should|may|might|must|has|have|had|do|does|did|\p{Ll}+s|need|want|know|think|make|take|use|help|work)\b(?! ?(?:,|\)))`;
const NOUN_CLAUSE = String.raw`(?:the|your|this|these|their|its) \p{Ll}+(?: \p{Ll}+)? (?:is|are|was|were|can|could|will|has|have|may|should|must)\b`;
const JOINT = new RegExp(
  `(?:, (?<word>and|but|so) |; (?<linked>however|therefore|moreover|furthermore|instead|otherwise|thus), |; )(?=${CLAUSE}|${NOUN_CLAUSE})|; (?<linker>however|therefore|moreover|furthermore|instead|otherwise|thus), (?=(?:the|a|an|your|some|many|most|in) )`,
  "gu",
);
/** A first half that may not stand alone. */
const DEPENDENT =
  /^(?:if|when|whenever|while|although|though|because|since|once|unless|even|as|whether|not only|either|neither|both|so|before|after|until|given|the more|imagine|suppose|say|let)\b/iu;
const OPEN =
  /["“”()[\]*_`\n]|\b(?:that|which|who|if|when|because|whether|say|says|said|think|believe|so)\b/iu;

/** The edits that make two sentences of one at a comma with a conjunction, or at a semicolon. */
export function splits(text: string): Edit[] {
  return plainSentences(text).flatMap((sentence): Edit[] => {
    if (!isSelfContained(sentence) || !/^\p{Lu}/u.test(sentence.text)) return [];
    const result = consequence(sentence);
    if (result !== undefined) return [result];
    const found = [...sentence.text.matchAll(JOINT)];
    const [only] = found;
    if (only === undefined || found.length !== 1) return [];
    const first = sentence.text.slice(0, only.index);
    const second = sentence.text.slice(only.index + only[0].length);
    const short = first.split(" ").length < 4 || second.split(" ").length < 4;
    if (!hasFiniteVerb(first)) return [];
    const semicolon = only[0].startsWith(";");
    if (short || DEPENDENT.test(first) || (!semicolon && (OPEN.test(first) || first.includes(","))))
      return [];
    if (semicolon && sentence.text.split(";").length !== 2) return [];
    if (/\?["”)]*$/u.test(sentence.text)) return [];
    const { word, linked, linker } = only.groups ?? {};
    const start = sentence.start + only.index;
    const end = start + only[0].length;
    const lead =
      word === "but"
        ? "However, "
        : word === "so"
          ? "So "
          : (linked ?? linker) !== undefined
            ? `${capitalised((linked ?? linker)!)}, `
            : "";
    const next = text.charAt(end);
    return [{ start, end: end + 1, text: `. ${lead}${lead === "" ? next.toUpperCase() : next}` }];
  });
}

const RESULTS: ReadonlyMap<string, string> = new Map(
  "making allowing helping providing ensuring creating giving leading resulting causing enabling reducing improving increasing preventing contributing adding offering enhancing keeping"
    .split(" ")
    .map((form) => [form, RESULT_VERBS[form] ?? `${form.slice(0, -3)}s`]),
);
const RESULT = new RegExp(
  String.raw`,(?: thus| thereby| therefore)? (?<verb>${[...RESULTS.keys()].join("|")}) (?!sure\b)(?=\p{Ll})`,
  "gu",
);

/** "Rats are social, making them good pets": of the participle a sentence with "This" is made. */
function consequence({ text, start }: Sentence): Edit | undefined {
  const found = [...text.matchAll(RESULT)];
  const [only] = found;
  if (only === undefined || found.length !== 1 || !text.endsWith(".")) return undefined;
  const first = text.slice(0, only.index);
  const second = text.slice(only.index + only[0].length);
  // A series of participles, or a past tense that "makes" would not agree with.
  if (/\b\p{Ll}+ing\b/u.test(first.slice(first.lastIndexOf(",") + 1)) || /,|\band \p{Ll}+ing\b/u.test(second))
    return undefined;
  if (DEPENDENT.test(first) || /["“”()*_`:;—–]|\b(?:was|were|had|did|would|which|who|that)\b/u.test(first))
    return undefined;
  if (!hasFiniteVerb(first) || first.split(" ").length < 4 || second.split(" ").length < 3) return undefined;
  const at = start + only.index;
  return { start: at, end: at + only[0].length, text: `. This ${RESULTS.get(only.groups!.verb!)} ` };
}

/** Has it a finite verb for certain? */
function hasFiniteVerb(clause: string): boolean {
  const words = clause.match(/\p{L}+(?:['’]\p{L}+)?/gu) ?? [];
  return (
    words.slice(1).some((word) => FINITE.has(word) || negationWords().third.has(word)) ||
    /n['’]t\b|\b(?:I|[Yy]ou|[Ww]e|[Tt]hey) \p{Ll}+/u.test(clause)
  );
}

/** Goes on where the sentence before stopped, so that a semicolon holds the two together. */
const GOES_ON =
  /^(?:It|They|This|These|He|She|We|You|The|That|There|However|Therefore|Thus|Moreover|Furthermore|Additionally|Consequently|Some|Its|Their)\b/u;

/** For every pair of neighbours that a semicolon can join: the edit. No sentence is in two of them. */
export function merges(text: string): Edit[] {
  const all = plainSentences(text);
  const edits: Edit[] = [];
  for (let at = 0; at + 1 < all.length; at++) {
    const edit = merge(text, all[at]!, all[at + 1]!);
    if (edit === undefined) continue;
    edits.push(edit);
    at++;
  }
  return edits;
}

function merge(text: string, one: Sentence, two: Sentence): Edit | undefined {
  if (one.block !== two.block || !/^ {1,2}$/u.test(text.slice(one.end, two.start))) return undefined;
  if (![one, two].every((sentence) => isSelfContained(sentence) && isPlain(sentence.text))) return undefined;
  if (!GOES_ON.test(two.text) || /^(?:First|Second|Third|Fourth|Fifth|Finally|Step|\d)/u.test(one.text))
    return undefined;
  const second = lowered(two.text);
  if (second === undefined || second === two.text) return undefined;
  return { start: one.end - 1, end: two.start + 1, text: `; ${second.charAt(0)}` };
}

/** A statement of four to twenty-two words without a semicolon, colon or dash. */
function isPlain(text: string): boolean {
  const words = text.split(/\s+/u).length;
  return (
    words >= 4 &&
    words <= 22 &&
    text.endsWith(".") &&
    /^\p{Lu}/u.test(text) &&
    !/[;:—–?!"“”*_]|\.\.\.| - /u.test(text)
  );
}
