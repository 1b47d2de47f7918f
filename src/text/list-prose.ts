import type { List, ListItem, Nodes, Paragraph } from "mdast";
import type { Edit } from "./edits.js";
import { nodesOf, parseMarkdown, spanOf } from "./markdown.js";
import { protectedSpans } from "./protected-spans.js";
import { mergeSpans, type Span, touchesAny } from "./span.js";

/** Longer lists than this are lists for good reason. */
const MOST_ITEMS = 12;

/**
 * The edits that set bulleted lists as running prose, into the paragraph above them where that introduces
 * them. Numbered lists stay, with the bullets inside their items taken up; lists that hold code, tables,
 * quotes, check boxes or several paragraphs an item stay as they are.
 */
export function listsAsProse(text: string): Edit[] {
  const code = codeLinesOf(text);
  return [...nodesOf(parseMarkdown(text))].flatMap(({ node, ancestors }): Edit[] => {
    if (
      node.type !== "list" ||
      ancestors.some((one) => one.type === "list" && proseOf(text, one) !== undefined)
    )
      return [];
    const prose = proseOf(text, node);
    const parent = ancestors.at(-1);
    if (prose === undefined || parent === undefined) return [];
    const siblings = parent.children as readonly Nodes[];
    const before = siblings[siblings.indexOf(node) - 1];
    const { start, end } = spanOf(node);
    if (touchesAny({ start, end }, code)) return [];
    const above = before?.type === "paragraph" ? spanOf(before) : undefined;
    const lead = above === undefined ? "" : text.slice(above.start, above.end);
    const isLead = above !== undefined && (parent.type === "listItem" || /:[*_]*\s*$/u.test(lead));
    if (!isLead) return parent.type === "listItem" ? [] : [{ start, end, text: prose }];
    return [{ start: above.end, end, text: `${introduces(lead) ? "" : ":"} ${prose}` }];
  });
}

/** Ends in a mark that something may follow in the same paragraph. */
function introduces(lead: string): boolean {
  return /[:.!?][*_)"”]*\s*$/u.test(lead);
}

function proseOf(text: string, list: List): string | undefined {
  if (list.ordered === true || list.children.length > MOST_ITEMS) return undefined;
  const items = list.children.map((item) => itemOf(text, item));
  if (items.some((item) => item === undefined)) return undefined;
  const known = items as { words: string; below: string }[];
  const isSeries = known.length > 1 && known.every(({ words, below }) => below === "" && isShort(words));
  if (isSeries) return series(known.map(({ words }) => words.replace(/[.,;]$/u, "")));
  return known.map(({ words, below }) => sentence(words, below)).join(" ");
}

function itemOf(text: string, item: ListItem): { words: string; below: string } | undefined {
  const [first, ...rest] = item.children;
  if (first?.type !== "paragraph" || typeof item.checked === "boolean") return undefined;
  const below: string[] = [];
  for (const child of rest) {
    const prose = child.type === "list" ? proseOf(text, child) : undefined;
    if (prose === undefined) return undefined;
    below.push(prose);
  }
  return { words: wordsOf(text, first), below: below.join(" ") };
}

function wordsOf(text: string, paragraph: Paragraph): string {
  const { start, end } = spanOf(paragraph);
  return text
    .slice(start, end)
    .trim()
    .replace(/\s*\n\s*/gu, " ");
}

function isShort(words: string): boolean {
  return words.split(/\s+/u).length <= 7 && !/["“:!?]|\.\s|[^.]\.$|\s[-–—]\s/u.test(words);
}

function series(items: readonly string[]): string {
  const comma = items.some((item) => item.includes(",")) ? ";" : ",";
  const last = items.at(-1)!;
  if (items.length === 2) return `${items[0]} and ${last}.`;
  return `${items.slice(0, -1).join(`${comma} `)}${comma} and ${last}.`;
}

function sentence(words: string, below: string): string {
  const ended = /[.!?…:;][*_)"”’]*$/u.test(words);
  if (below !== "") return `${words}${ended ? "" : ":"} ${below}`;
  return ended ? words.replace(/[;:]$/u, ".") : `${words.replace(/,$/u, "")}.`;
}

/** Lines of code without marks around them: joined to others they would be code no more. */
function codeLinesOf(text: string): Span[] {
  const unmarked = protectedSpans(text).filter(
    ({ kind, start }) => kind === "code" && !/[`~]/u.test(text.charAt(start)),
  );
  return mergeSpans(unmarked);
}
