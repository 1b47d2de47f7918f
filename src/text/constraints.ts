import { askedCount, COUNTING } from "./asked-count.js";

/** What a question demands of the form of its answer. */
export type Constraint =
  | { readonly kind: "items" | "words" | "sentences"; readonly count: number }
  | { readonly kind: "bullets" | "table" | "lower-case" | "upper-case" }
  | { readonly kind: "without-word"; readonly word: string };

const LIMIT = String.raw`(?:in|under|within|at most|no more than|not more than|less than|fewer than|up to|maximum(?: of)?|max|exactly|only|limited to|limit of|be)\s(?:\p{L}+\s){0,2}`;
const WORDS = new RegExp(String.raw`\b${LIMIT}(?<count>\d{1,3}|one|a single|${COUNTING})[ -]words?\b`, "iu");
const SENTENCES = new RegExp(
  String.raw`\b(?:${LIMIT}(?<count>\d|one|a single|${COUNTING})[ -]sentences?\b|(?:as|be|in|write|generate|give|provide|construct|create|compose|come up with|form|make)\s(?<one>an?|one)\s(?:short\s|single\s|simple\s)?sentence\b)`,
  "iu",
);
const WITHOUT =
  /\b(?:without|do not|don['’]t|never|avoid)\s(?:using?|say(?:ing)?|mention(?:ing)?|includ(?:e|ing)|writ(?:e|ing))\s(?:the\s)?(?:words?|terms?|phrase|expression)\s["“'‘](?<word>[\p{L} -]{2,30})["”'’]/iu;
const FORMS: readonly (readonly ["bullets" | "table" | "lower-case" | "upper-case", RegExp])[] = [
  ["bullets", /\bbullet(?:ed|s|[ -]points?)?\b|\blist of\b|\bas a list\b|\bmake a list\b/iu],
  ["table", /\b(?:in|as|using|with|prepare|create|make|build|draw) an? (?:\p{L}+ )?table\b|\btabular\b/iu],
  ["lower-case", /\b(?:all|only|in|entirely) (?:in )?lower[- ]?case\b/iu],
  [
    "upper-case",
    /\b(?:all|only|in|entirely) (?:in )?(?:upper[- ]?case|all caps|capital letters|capitals)\b/iu,
  ],
];

/** The demands of a question that can be told from its words: English. */
export function constraintsOf(question: string): Constraint[] {
  const found: Constraint[] = [];
  const word = WITHOUT.exec(question)?.groups?.word;
  if (word !== undefined) found.push({ kind: "without-word", word });
  const words = countOf(WORDS.exec(question)?.groups?.count);
  if (words !== undefined) found.push({ kind: "words", count: words });
  const sentences = SENTENCES.exec(question)?.groups;
  const sentenceCount = sentences?.one === undefined ? countOf(sentences?.count) : 1;
  if (sentenceCount !== undefined) found.push({ kind: "sentences", count: sentenceCount });
  const items = askedCount(question);
  // "In 50 words" counts words, not things.
  if (items !== undefined && items !== words) found.push({ kind: "items", count: items });
  for (const [kind, pattern] of FORMS) if (pattern.test(question)) found.push({ kind });
  return found;
}

function countOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^(?:one|a single)$/iu.test(text)) return 1;
  const count = askedCount(`${text} words`) ?? Number(text);
  return Number.isInteger(count) && count > 0 ? count : undefined;
}
