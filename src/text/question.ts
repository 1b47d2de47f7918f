import type { Message, Text } from "../contract.js";
import { protectedSpans, untouchable } from "./protected-spans.js";
import { touchesAny } from "./span.js";

/** The message that asks: the last of a user, or the last of all where none is a user's. -1 without messages. */
function askingAt(messages: readonly Message[]): number {
  const user = messages.findLastIndex(({ role }) => role === "user");
  return user >= 0 ? user : messages.length - 1;
}

/** What is asked; empty where nothing is. */
export function questionOf({ messages }: Text): string {
  return messages[askingAt(messages)]?.content ?? "";
}

/** What a user asked last; empty where no user asked. */
export function lastOfUser(messages: readonly Message[]): string {
  return messages.findLast(({ role }) => role === "user")?.content ?? "";
}

/** The same text asked in other words. */
export function askedAs({ messages, response }: Text, content: string): Text {
  const at = askingAt(messages);
  return {
    messages: messages.map((message, index) => (index === at ? { ...message, content } : message)),
    response,
  };
}

/** The question with words after it: on its line where it has but one, else in a paragraph of their own, as after code. */
export function followedBy(question: string, words: string): string {
  const asked = question.trimEnd();
  const last = { start: Math.max(0, asked.length - 1), end: asked.length };
  const apart = asked.includes("\n") || touchesAny(last, untouchable(asked));
  return `${asked}${apart ? "\n\n" : " "}${words}`;
}

/** Does it hold lines of code? Then what stands beside them may come to read as code. */
export function holdsCodeLines(question: string): boolean {
  return question.includes("\n") && protectedSpans(question).some(({ kind }) => kind === "code");
}
