import type { Message, Text } from "../contract.js";
import { digestOf } from "../keys.js";
import { countWords } from "../text/counting.js";
import { normalText } from "./normal.js";

export const DIGEST_KINDS = ["prompt", "answer", "pair"] as const;
export type DigestKind = (typeof DIGEST_KINDS)[number];

/** Shorter answers are nobody's: two people may well have written them. */
export const LEAST_ANSWER_WORDS = 16;

/** Of what the turns say, in order: not of their roles, nor of a system prompt, which changes no question. */
export function promptDigest(messages: readonly Message[]): string {
  const asked = messages.filter(({ role }) => !isSystem(role));
  const said = (asked.length > 0 ? asked : messages).map(({ content }) => normalText(content));
  return digestOf(["prompt", ...said]);
}

export function isSystem(role: string): boolean {
  return role === "system" || role === "developer";
}

/** Undefined where the answer is too short to be known again. */
export function answerDigest(response: string): string | undefined {
  const normal = normalText(response);
  return countWords(normal) < LEAST_ANSWER_WORDS ? undefined : digestOf(["answer", normal]);
}

/** Of two prompts with their answers, whichever comes first. */
export function pairDigest(a: Text, b: Text): string {
  const texts = [a, b].map(({ messages, response }) =>
    digestOf([promptDigest(messages), normalText(response)]),
  );
  return digestOf(["pair", ...texts.sort()]);
}

/** Everything by which a pair of texts is known again; of the same prompt or answer, each once. */
export function digestsOfPair(a: Text, b: Text): (readonly [DigestKind, string])[] {
  const prompts = [...new Set([a, b].map(({ messages }) => promptDigest(messages)))];
  const answers = [...new Set([a, b].flatMap(({ response }) => answerDigest(response) ?? []))];
  return [
    ...prompts.map((digest) => ["prompt", digest] as const),
    ...answers.map((digest) => ["answer", digest] as const),
    ["pair", pairDigest(a, b)],
  ];
}
