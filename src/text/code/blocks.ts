import type { Code } from "mdast";
import type { Edit } from "../edits.js";
import { spanOf } from "../markdown.js";
import { remember } from "../remember.js";
import type { Span } from "../span.js";
import { guessLanguage } from "./guess.js";
import { type CodeLanguage, languageOfTag } from "./languages.js";
import { fencedCode, unfencedCode } from "./unfenced.js";

/** A piece of program text. `start` and `end` hold whole lines, without the fence. */
export interface CodeBlock extends Span {
  readonly fenced: boolean;
  /** Undefined where no grammar here reads it. */
  readonly language: CodeLanguage | undefined;
  /** The lines without the indentation that is common to all of them. */
  readonly code: string;
  /** That indentation. */
  readonly indent: string;
}

/** The code of a text, fenced or not, in order. Code in quotes (>) is left out, as is inline code. */
export const codeBlocks = remember((text): readonly CodeBlock[] => {
  const inFences = fencedCode(text).flatMap(({ node, quoted }) => (quoted ? [] : fencedBlock(text, node)));
  const outside = unfencedCode(text).map((span) => blockOf(text, span, false, undefined));
  return [...inFences, ...outside].sort((a, b) => a.start - b.start);
});

/** The language of most of the code of a text; undefined where it has none in a language known here. */
export function codeLanguage(text: string): CodeLanguage | undefined {
  const lengths = new Map<CodeLanguage, number>();
  for (const { language, code } of codeBlocks(text))
    if (language !== undefined) lengths.set(language, (lengths.get(language) ?? 0) + code.length);
  return [...lengths].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** A change of a block's `code` as a change of the text around it. */
export function editInText(text: string, block: CodeBlock, edit: Edit): Edit {
  const at = (offset: number) => offsetInText(text, block, offset);
  const end = edit.end > edit.start ? at(edit.end - 1) + 1 : at(edit.end);
  return { start: at(edit.start), end, text: edit.text.replaceAll("\n", `\n${block.indent}`) };
}

function fencedBlock(text: string, node: Code): CodeBlock[] {
  const { start, end } = spanOf(node);
  const first = text.indexOf("\n", start) + 1;
  if (first <= 0 || first > end) return [];
  const lastLine = text.lastIndexOf("\n", end - 1) + 1;
  const closed = lastLine > start && /^\s*(?:`{3,}|~{3,})\s*$/u.test(text.slice(lastLine, end));
  const span = { start: first, end: Math.max(first, closed ? lastLine - 1 : end) };
  const tag = node.lang?.trim() ?? "";
  return [blockOf(text, span, true, tag === "" ? undefined : tag)];
}

function blockOf(text: string, span: Span, fenced: boolean, tag: string | undefined): CodeBlock {
  const lines = text.slice(span.start, span.end).split("\n");
  const indent = commonIndent(lines);
  const code = lines
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()))
    .join("\n");
  return {
    ...span,
    fenced,
    language: tag === undefined ? guessLanguage(code) : languageOfTag(tag),
    code,
    indent,
  };
}

function commonIndent(lines: readonly string[]): string {
  let common: string | undefined;
  for (const line of lines) {
    if (line.trim() === "") continue;
    const indent = /^[ \t]*/u.exec(line)![0];
    if (common === undefined) common = indent;
    while (!indent.startsWith(common)) common = common.slice(0, -1);
  }
  return common ?? "";
}

/** Where an offset of the block's code lies in the text: each line has lost its indentation. */
function offsetInText(text: string, block: CodeBlock, offset: number): number {
  const { code, indent, start } = block;
  if (indent === "") return start + offset;
  const line = code.slice(0, offset).split("\n").length - 1;
  let from = start;
  for (let i = 0; i < line; i++) from = text.indexOf("\n", from) + 1;
  // (lastIndexOf takes a negative place for 0.)
  const column = offset === 0 ? 0 : offset - (code.lastIndexOf("\n", offset - 1) + 1);
  const full = text.startsWith(indent, from);
  const lost = full ? indent.length : /^[ \t]*/u.exec(text.slice(from, from + indent.length))![0].length;
  return from + lost + column;
}
