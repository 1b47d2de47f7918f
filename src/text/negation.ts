import type { Edit } from "./edits.js";
import { removeNegation } from "./negation-removal.js";
import { negationWords } from "./negation-words.js";

/**
 * The edit that turns an English statement into its denial, or undefined where no grammatical one is
 * certain. Offsets are relative to the sentence. Only the first finite verb is looked at: if it cannot be
 * negated the sentence is left alone, since a later verb may belong to a subordinate clause.
 */
export function negate(sentence: string): Edit | undefined {
  if (!isPlainStatement(sentence)) return undefined;
  if (NEGATED.test(sentence)) return removeNegation(sentence);
  const words = wordsOf(sentence);
  for (const [index, word] of words.entries()) {
    const edit = imperative(words, index) ?? finite(words, index);
    if (edit === "stop") return undefined;
    if (edit === undefined) continue;
    // "also provides", "still is": the denial would not be "also does not provide".
    if (negationWords().leading.has(words[index - 1]?.text.toLowerCase() ?? "")) return undefined;
    return isMainClause(sentence.slice(0, word.start)) ? edit : undefined;
  }
  return undefined;
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Directly followed by white space and the next word. */
  readonly joined: boolean;
}

const NEGATED =
  /\b(?:not|never|no|none|nobody|nothing|nowhere|neither|nor|hardly|barely|scarcely|rarely|seldom|without|cannot|few|little|only)\b|n['’]t\b/iu;
const OPEN =
  /\?|:[*_]*$|\b(?:if|unless|whether|wish|suppose|hope|hopefully|please|let['’]?s?|even though|such as it|of course|feel free|happy to|glad to|sorry|apologi[sz]e|as an ai|would have|could have|should have|the more|the less|so that|too)\b/iu;
/** Words that open a subordinate clause before the verb. */
const SUBORDINATE =
  /\b(?:who|whom|whose|which|that|what|where|when|whenever|while|because|since|although|though|as|than|how|why|before|after|once|until|till|whatever|whoever|both|either|say|says|said)\b/iu;

function isPlainStatement(sentence: string): boolean {
  return !OPEN.test(sentence) && !/^["“'‘(]/u.test(sentence) && /^[*_]*\p{Lu}/u.test(sentence);
}

function isMainClause(before: string): boolean {
  if (/^[*_]*(?:that|this)[*_]*\s$/iu.test(before)) return true;
  const open = (before.match(/[("“]/gu)?.length ?? 0) - (before.match(/[)”]/gu)?.length ?? 0);
  return !SUBORDINATE.test(before) && open === 0 && !/[;–—]|\s-\s|\.\s/u.test(before);
}

function wordsOf(sentence: string): Word[] {
  return [...sentence.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)].map((match) => {
    const end = match.index + match[0].length;
    return {
      start: match.index,
      end,
      text: match[0],
      joined: /^\s[\p{L}\p{N}]/u.test(sentence.slice(end, end + 2)),
    };
  });
}

const BE_OR_MODAL = new Set("is are was were am can could will would should must".split(" "));
const STOPS = new Set("may might shall do does did being been be".split(" "));
const DETERMINERS = new Set("a an the your this these those it them all his her its their our my".split(" "));
/** Before can, will, must: a noun follows (the can, her will). */
const ARTICLES = new Set("a an the your his her its our my soda tin free".split(" "));
const CONTRACTED = /^(?:[Ii]t|[Tt]hat|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|[Yy]ou|I)['’](?<verb>s|re|m|ll|ve)$/u;

/** An edit, "stop" where this is the finite verb but cannot be negated, undefined where it is none. */
function finite(words: readonly Word[], index: number): Edit | "stop" | undefined {
  const { third, past, plain, participle } = negationWords();
  const word = words[index]!;
  const before = words[index - 1]?.text.toLowerCase();
  const after = words[index + 1]?.text.toLowerCase();
  const contracted = CONTRACTED.exec(word.text)?.groups?.verb;
  if (contracted !== undefined) return follows(words, index) ? contraction(word, contracted) : "stop";
  if (before === undefined) return undefined;
  if (STOPS.has(word.text)) return "stop";
  if (BE_OR_MODAL.has(word.text)) {
    if (ARTICLES.has(before) && (word.text === "can" || word.text === "will" || word.text === "must"))
      return "stop";
    if (before === "there" && after !== "a" && after !== "an" && after !== "many") return "stop";
    if (before === "here" || !follows(words, index)) return "stop";
    return word.text === "can" ? replace(word, "cannot") : insertAfter(word, "not");
  }
  if (word.text === "has" || word.text === "have" || word.text === "had") {
    if (before === "to" || !follows(words, index) || after === undefined) return "stop";
    if (participle.has(after)) return insertAfter(word, "not");
    if (!DETERMINERS.has(after) && after !== "to" && after !== "many") return "stop";
    return replace(word, `${{ has: "does", have: "do", had: "did" }[word.text]} not have`);
  }
  if (DETERMINERS.has(before) && before !== "it" && before !== "this") return undefined;
  const base = third.get(word.text);
  if (base !== undefined) return follows(words, index) ? replace(word, `does not ${base}`) : "stop";
  const was = past.get(word.text);
  if (was !== undefined) return follows(words, index) ? replace(word, `did not ${was}`) : "stop";
  if (/^(?:i|you|we|they)$/u.test(before) && plain.has(word.text))
    return follows(words, index) ? replace(word, `do not ${word.text}`) : "stop";
  return undefined;
}

function imperative(words: readonly Word[], index: number): Edit | undefined {
  const word = words[index]!;
  const after = words[index + 1]?.text;
  if (index > 0 || after === undefined || !word.joined || !DETERMINERS.has(after)) return undefined;
  const verb = word.text.toLowerCase();
  return negationWords().imperative.has(verb) ? replace(word, `Do not ${verb}`) : undefined;
}

function follows(words: readonly Word[], index: number): boolean {
  const after = words[index + 1];
  return (
    after !== undefined && words[index]!.joined && !negationWords().blocking.has(after.text.toLowerCase())
  );
}

/** it's -> it's not; you'll -> you will not ("you'll not" is archaic). */
function contraction(word: Word, verb: string): Edit {
  if (verb !== "ll" && verb !== "ve") return insertAfter(word, "not");
  const full = verb === "ll" ? "will" : "have";
  return { start: word.end - verb.length - 1, end: word.end, text: ` ${full} not` };
}

function insertAfter(word: Word, text: string): Edit {
  return { start: word.end, end: word.end, text: ` ${text}` };
}

function replace(word: Word, text: string): Edit {
  return { start: word.start, end: word.end, text };
}
