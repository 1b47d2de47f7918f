import type { Text } from "../../contract.js";
import { textKey } from "../../keys.js";
import { stream } from "../../random.js";

/** What a formula can read of a text. Each takes the text and the argument between its parentheses. */
export interface Feature {
  readonly summary: string;
  /** What stands between the parentheses; undefined: no parentheses. */
  readonly argument: "text" | "number" | undefined;
  measure(text: Text, argument: string | number | undefined): number;
}

export const FEATURES: Readonly<Record<string, Feature>> = {
  length: plain("words of the response", ({ response }) => wordsOf(response).length),
  characters: plain("code points of the response", ({ response }) => [...response].length),
  bullets: plain("list lines (-, *, + or 1.) of the response", count(/^\s*(?:[-*+]|\d+[.)])\s+\S/gmu)),
  headings: plain("heading lines (# to ######) of the response", count(/^ {0,3}#{1,6}\s+\S/gmu)),
  bold: plain("bold spans (**…**) of the response", count(/\*\*[^*\n]+\*\*/gu)),
  digits: plain("digits of the response", count(/\d/gu)),
  overlap: plain("share of the prompt's distinct words that occur in the response, 0 to 1", overlap),
  "prompt-length": plain("words of the prompt", ({ messages }) => wordsOf(promptOf(messages)).length),
  keyword: {
    summary: '("…") how often the text occurs in the response, in any case',
    argument: "text",
    measure: ({ response }, word) => response.toLowerCase().split(String(word).toLowerCase()).length - 1,
  },
  noise: {
    summary: "(SD) normal noise, the same for the same text",
    argument: "number",
    measure: (text, sd) => Number(sd) * normal(text),
  },
  constant: {
    summary: "(C) the number itself",
    argument: "number",
    measure: (_, value) => Number(value),
  },
};

function plain(summary: string, measure: (text: Text) => number): Feature {
  return { summary, argument: undefined, measure };
}

function count(pattern: RegExp): (text: Text) => number {
  return ({ response }) => response.match(pattern)?.length ?? 0;
}

/** Words as white space cuts them. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== "");
}

export function promptOf(messages: Text["messages"]): string {
  return messages.map(({ content }) => content).join("\n\n");
}

function overlap({ messages, response }: Text): number {
  const prompt = lettersOf(promptOf(messages));
  const answer = lettersOf(response);
  return prompt.size === 0 ? 0 : [...prompt].filter((word) => answer.has(word)).length / prompt.size;
}

function lettersOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Standard normal by Box and Muller (1958), from the text's own stream. */
function normal(text: Text): number {
  const random = stream("scripted noise", textKey(text));
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
