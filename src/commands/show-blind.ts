import pc from "picocolors";
import type { Message } from "../contract.js";
import type { BlindPair } from "../review/blind.js";
import { ownWords, type Part } from "../review/own-words.js";
import { harmless } from "./harmless.js";

/** A pair for a reader: the prompt, then both answers in full, what only one of them has underlined where there is colour. */
export function showBlind({ prompt, first, second }: BlindPair, title: string, color: boolean): string {
  const paint = pc.createColors(color);
  const head = (text: string) => paint.bold(text);
  const own = ownWords(first, second);
  const answer = (parts: readonly Part[]) =>
    parts.map(({ text, own: mine }) => (mine ? paint.underline(harmless(text)) : harmless(text))).join("");
  const shared = "first" in prompt ? undefined : prompt;
  const before = (which: "first" | "second") =>
    "first" in prompt ? [paint.dim(conversation(prompt[which])), head("→")] : [];
  return [
    paint.dim(`── ${title} ${"─".repeat(Math.max(0, 60 - title.length))}`),
    ...(shared === undefined ? [] : [head("PROMPT"), conversation(shared)]),
    "",
    head("FIRST"),
    ...before("first"),
    answer(own.first),
    "",
    head("SECOND"),
    ...before("second"),
    answer(own.second),
    "",
  ].join("\n");
}

function conversation(messages: readonly Message[]): string {
  if (messages.length === 1) return harmless(messages[0]!.content);
  return messages.map(({ role, content }) => harmless(`${role}: ${content}`)).join("\n");
}
