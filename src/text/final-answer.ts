import { protectedSpans } from "./protected-spans.js";
import { remember } from "./remember.js";
import { sentences } from "./sentences.js";
import { mask, type Span } from "./span.js";

/** Where an answer states its result. */
export interface FinalAnswer extends Span {
  readonly text: string;
  /** `choice`: a letter A to E; `truth`: yes, no, true or false. */
  readonly kind: "number" | "choice" | "truth";
}

const NUMBER = String.raw`\d{1,3}(?:(?:,|\{,\})\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const VALUE = String.raw`(?<number>${NUMBER})(?![\d^]|[.,/:]\d)|\(?(?<choice>[A-E])(?![\p{L}\d'’])|(?<truth>yes|no|true|false)\b`;
const LEAD = String.raw`[\s*_$:({\\[]*(?:\\text\{)?[-−~≈]?\s*`;
/** In the order of their authority; the last match in the text counts. */
const STATED = [
  new RegExp(String.raw`\\boxed\{${LEAD}(?:${VALUE})`, "giu"),
  new RegExp(String.raw`^#{4}\s+${LEAD}(?:${VALUE})`, "gimu"),
  new RegExp(
    String.raw`\b(?:answer|result|solution|total)(?:\s(?:is|are|of|would be|will be|comes to)|\s?:|\s?=)(?:\s(?:therefore|thus|then|indeed|approximately|about|option|choice))?${LEAD}(?:${VALUE})`,
    "giu",
  ),
];
const CONCLUDING =
  /^[*_\s]*(?:therefore|thus|hence|so|consequently|in total|in conclusion|in summary|finally|as a result|this means|overall)\b/iu;
const VERB = /\b(?:is|are|was|equals|makes|gives|costs|be|has|have|takes|get)\b|=|≈/gu;
const LAST_NUMBER = new RegExp(
  String.raw`(?<![\p{L}\d_.,^])(?:${NUMBER})(?![\d^]|[.,/:]\d|\p{L}\d|\s\p{Lu})`,
  "gu",
);
const TRUTH = /^[*_\s]*(?<truth>yes|no|true|false)(?=[,.:;!*_\s-])(?!\s\p{L})/iu;

/** The stated result: boxed, after ####, "the answer is …", the last number of a concluding sentence, or a leading yes or no. */
export const finalAnswer = remember((text): FinalAnswer | undefined => {
  const masked = mask(
    text,
    protectedSpans(text).filter(({ kind }) => kind !== "math"),
    "\u0000",
  );
  for (const pattern of STATED) {
    const match = [...masked.matchAll(pattern)].at(-1);
    if (match !== undefined) return found(text, match, 0);
  }
  return leading(text, masked) ?? concluded(text, masked);
});

function concluded(text: string, masked: string): FinalAnswer | undefined {
  const all = sentences(text).filter(({ block }) => block.kind !== "heading");
  const last = all.slice(-3).findLast((sentence) => all.length === 1 || CONCLUDING.test(sentence.text));
  if (last === undefined) return undefined;
  const prose = masked.slice(last.start, last.end);
  // "The sum of 2 and 3 is 5": the result stands after the verb.
  const verb = [...prose.matchAll(VERB)].at(-1);
  if (verb === undefined) return undefined;
  const after = verb.index + verb[0].length;
  const number = [...prose.slice(after).matchAll(LAST_NUMBER)][0];
  if (number === undefined) return undefined;
  const start = last.start + after + number.index;
  return { start, end: start + number[0].length, text: number[0], kind: "number" };
}

function leading(text: string, masked: string): FinalAnswer | undefined {
  const match = TRUTH.exec(masked.slice(0, 40));
  return match === null ? undefined : found(text, match, 0);
}

function found(
  text: string,
  match: RegExpExecArray | RegExpMatchArray,
  offset: number,
): FinalAnswer | undefined {
  const { number, choice, truth } = match.groups ?? {};
  const value = number ?? choice ?? truth;
  if (value === undefined) return undefined;
  const end = offset + (match.index ?? 0) + match[0].length;
  const kind = number !== undefined ? "number" : choice !== undefined ? "choice" : "truth";
  return { start: end - value.length, end, text: text.slice(end - value.length, end), kind };
}
