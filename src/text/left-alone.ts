import { nodesOf, parseMarkdown, spanOf } from "./markdown.js";
import { remember } from "./remember.js";
import { mask, type Span } from "./span.js";

/** Marks around what a model says to itself, as published with the models; the last closes alone where the prompt opened it. */
const REASONING = [
  ["<think>", "</think>"], // DeepSeek-R1, Qwen3
  ["<thinking>", "</thinking>"],
  ["<seed:think>", "</seed:think>"], // Seed-OSS
  ["[THINK]", "[/THINK]"], // Magistral
  ["◁think▷", "◁/think▷"], // Kimi
  ["<|begin_of_thought|>", "<|end_of_thought|>"], // Sky-T1, OpenThinker
  ["<|channel|>analysis<|message|>", "<|end|>"], // gpt-oss
] as const;

/** Marks around calls of tools and what they returned. */
const TOOLS = [
  ["<tool_call>", "</tool_call>"], // Hermes, Qwen
  ["<tool_response>", "</tool_response>"],
  ["<function_calls>", "</function_calls>"],
  ["<function_results>", "</function_results>"],
  ["<function=", "</function>"], // Llama 3
  ["[TOOL_CALLS]", "\n\n"], // Mistral
  ["<|python_tag|>", "<|eom_id|>"], // Llama 3
  ["<｜tool▁calls▁begin｜>", "<｜tool▁calls▁end｜>"], // DeepSeek-V3
] as const;

type Marks = readonly (readonly [open: string, close: string])[];

export interface LeftAloneSpans {
  readonly reasoning: readonly Span[];
  readonly tools: readonly Span[];
}

const NONE: LeftAloneSpans = Object.freeze({ reasoning: [], tools: [] });
const ANY = new RegExp(
  [...REASONING, ...TOOLS]
    .flatMap(([open, close]) => [open, close.trim()])
    .filter(Boolean)
    .map(literal)
    .join("|"),
  "u",
);

/**
 * Reasoning and tool calls of an answer, outside of code between marks. A block that never closes runs to the end, as in an
 * answer cut while thinking; one that only closes began with the answer.
 */
export const leftAloneSpans = remember((text): LeftAloneSpans => {
  if (!ANY.test(text)) return NONE;
  const code = [...nodesOf(parseMarkdown(text))].flatMap(({ node }) =>
    node.type === "code" || node.type === "inlineCode" ? [spanOf(node)] : [],
  );
  const plain = mask(text, code, " ");
  const reasoning = between(plain, REASONING, true);
  return { reasoning, tools: between(mask(plain, reasoning, " "), TOOLS, false) };
});

/** Where the answer begins that follows opening reasoning, white space included; 0 where none opens it. */
export function endOfOpening(text: string): number {
  let end = 0;
  for (const span of leftAloneSpans(text).reasoning) {
    if (text.slice(end, span.start).trim() !== "") break;
    end = span.end;
  }
  return end === 0 ? 0 : text.length - text.slice(end).trimStart().length;
}

/** Both kinds, sorted. */
export function allLeftAlone(text: string): readonly Span[] {
  const { reasoning, tools } = leftAloneSpans(text);
  return [...reasoning, ...tools].sort((a, b) => a.start - b.start);
}

function between(text: string, marks: Marks, mayOnlyClose: boolean): Span[] {
  const spans: Span[] = [];
  const opening = new RegExp(marks.map(([open]) => `(${literal(open)})`).join("|"), "gu");
  let at = 0;
  if (mayOnlyClose) {
    for (const [open, close] of marks) {
      const end = close === "<|end|>" ? -1 : text.indexOf(close);
      const begin = text.indexOf(open);
      if (end >= 0 && (begin < 0 || begin > end)) at = Math.max(at, end + close.length);
    }
    if (at > 0) spans.push({ start: 0, end: at });
  }
  for (opening.lastIndex = at; ; opening.lastIndex = spans.at(-1)!.end) {
    const found = opening.exec(text);
    if (found === null) return spans;
    const close = marks[found.slice(1).findIndex((group) => group !== undefined)]![1];
    const end = text.indexOf(close, found.index + found[0].length);
    spans.push({
      start: found.index,
      end: end < 0 ? text.length : end + (close.trim() === "" ? 0 : close.length),
    });
  }
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&");
}
