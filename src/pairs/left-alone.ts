import { type Item, LEFT_ALONE, type LeftAloneKind, type Message, type Text } from "../contract.js";
import { leftAloneSpans } from "../text/left-alone.js";
import type { Built } from "./build.js";

const TOOL_ROLES: ReadonlySet<string> = new Set([
  "tool",
  "function",
  "tool_call",
  "tool_response",
  "ipython",
  "observation",
]);

/** What a text holds that operators leave alone, in order of appearance. */
export function leftAloneIn({ messages, response }: Text, kind: LeftAloneKind): readonly string[] {
  switch (kind) {
    case "system prompt":
      return messages
        .filter(({ role }) => role === "system" || role === "developer")
        .map(({ content }) => content);
    case "reasoning":
      return slices(response, "reasoning");
    case "tool calls":
      return [...messages.flatMap(toolsOf), ...slices(response, "tools")];
  }
}

function toolsOf({ role, content }: Message): readonly string[] {
  if (TOOL_ROLES.has(role)) return [content];
  return role === "assistant" ? slices(content, "tools") : [];
}

function slices(text: string, kind: "reasoning" | "tools"): string[] {
  return leftAloneSpans(text)[kind].map(({ start, end }) => text.slice(start, end));
}

/** Whether reasoning that opened the answer still opens it. */
export function opensAlike(base: string, variant: string): boolean {
  const opens = (text: string) => {
    const first = leftAloneSpans(text).reasoning[0];
    return first !== undefined && text.slice(0, first.start).trim() === "";
  };
  return !opens(base) || opens(variant);
}

/** Name of the guard of a kind, which is the reason that is counted. */
export function touchedName(kind: LeftAloneKind): string {
  return `${kind.replaceAll(" ", "-")}-touched`;
}

export interface LeftAloneRow {
  readonly item: string;
  readonly kind: LeftAloneKind;
  kept: number;
  replaced: number;
  refused: number;
}

/** What became of these in the pairs of an item; a row for each kind that the item holds. */
export function countLeftAlone(item: Item, built: readonly Built[]): LeftAloneRow[] {
  const texts = item.responses.map((response): Text => ({ messages: item.prompt, response: response.text }));
  return LEFT_ALONE.flatMap((kind) => {
    const held = texts.map((text) => leftAloneIn(text, kind));
    if (held.every((contents) => contents.length === 0)) return [];
    const row: LeftAloneRow = { item: item.id, kind, kept: 0, replaced: 0, refused: 0 };
    for (const one of built) {
      if (one.kind === "skip") row.refused += Number(one.reason === touchedName(kind));
      else if (leftAloneIn(one.base, kind).length > 0) {
        if (same(leftAloneIn(one.base, kind), leftAloneIn(one.variant, kind))) row.kept++;
        else row.replaced++;
      }
    }
    return [row];
  });
}

export function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((content, index) => content === b[index]);
}
