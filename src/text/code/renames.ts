import type { SyntaxNode } from "@lezer/common";
import { listOf, readLexicon } from "../lexicon.js";
import { definitionsOf } from "./definitions.js";
import { ARGUMENTS, COMMENTS, DEFINING_NAMES, isWithin, NAMES, STRINGS } from "./nodes.js";
import type { CodeView } from "./views.js";

/** Where a local variable is written in a view, comments included. */
export interface Mentions {
  readonly name: string;
  readonly spans: readonly { readonly from: number; readonly to: number }[];
}

/**
 * Local variables and parameters of a view that can get another name everywhere: every mention of the name is that
 * of a variable in a function (or of a member, which stays), none in a string, a keyword argument or short-hand property.
 */
export function renamable(view: CodeView): Mentions[] {
  const local = definitionsOf(view).filter(({ node }) =>
    view.functions.some((one) => isWithin(node, one.node) && one.node.from < node.from),
  );
  const names = new Set(local.map(({ name }) => name));
  for (const { name } of view.functions) names.delete(name);
  const places = new Map([...names].map((name) => [name, [] as { from: number; to: number }[]]));
  const counted = new Map<string, number>();
  for (const node of view.nodes) {
    if (COMMENTS.has(node.name) || STRINGS.has(node.name)) {
      markWords(view, node, names, places);
      continue;
    }
    if (node.firstChild !== null) continue;
    const name = view.code.slice(node.from, node.to);
    const spans = places.get(name);
    if (spans === undefined) continue;
    counted.set(name, (counted.get(name) ?? 0) + 1);
    if (isMember(node)) continue;
    if (isVariable(view, node)) spans.push({ from: node.from, to: node.to });
    else places.delete(name);
  }
  return [...places].flatMap(([name, spans]) => (spans.length > 0 ? [{ name, spans }] : []));
}

/** Names in comments are renamed too if they are no ordinary words; a name in a string is left alone, with its variable. */
function markWords(
  view: CodeView,
  node: SyntaxNode,
  names: ReadonlySet<string>,
  places: Map<string, { from: number; to: number }[]>,
): void {
  const isComment = COMMENTS.has(node.name);
  if (!isComment && node.firstChild !== null) return;
  for (const match of view.code.slice(node.from, node.to).matchAll(/[\p{L}_][\p{L}\p{N}_]*/gu)) {
    const [word] = match;
    if (!names.has(word)) continue;
    const from = node.from + match.index;
    if (isComment && isTechnical(word)) places.get(word)?.push({ from, to: from + word.length });
    else if (!isComment && new RegExp(`\\{\\s*${word}\\b`, "u").test(view.code.slice(node.from, node.to)))
      places.delete(word);
  }
}

/** No word of ordinary language: snake_case, camelCase, a digit, a letter or two. */
export function isTechnical(name: string): boolean {
  return (
    /_|\d|\p{Ll}\p{Lu}/u.test(name) ||
    (name.length <= 2 && !/^(?:a|i|in|is|it|at|to|on|no|or|if|as|do|up|we)$/iu.test(name))
  );
}

function isMember({ name, parent }: SyntaxNode): boolean {
  if (/^(?:PropertyName|FieldIdentifier|FieldName|PrivatePropertyName)$/u.test(name)) return true;
  return NAMES.has(name) && /^(?:MethodName|Scoped\w+)$/u.test(parent?.name ?? "");
}

function isVariable(view: CodeView, node: SyntaxNode): boolean {
  const { name, parent } = node;
  if (!(NAMES.has(name) || DEFINING_NAMES.has(name)) || parent === null) return false;
  if (!view.functions.some((one) => isWithin(node, one.node))) return false;
  if (/^(?:PatternProperty|FieldPattern|FieldInitializer|Key|LabelName)$/u.test(parent.name)) return false;
  if (view.language === "go" && /^\s*:(?!=)/u.test(view.code.slice(node.to, node.to + 3))) return false;
  return !(ARGUMENTS.has(parent.name) && node.nextSibling?.name === "AssignOp");
}

/**
 * Another name of the same meaning in the same style, part by part (even_count: even_total), or undefined where the
 * lexicon knows none that is free. `taken` holds every word of the text and the prompt.
 */
export function otherNames(name: string, taken: ReadonlySet<string>): string[] {
  const lexicon = readLexicon("variable-names");
  const parts = name.match(/_+|\d+|\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+/gu) ?? [];
  return parts
    .flatMap((part, at) => {
      const key = part.toLowerCase();
      if (!Object.hasOwn(lexicon.data, key)) return [];
      return listOf(lexicon, key).map((other) =>
        [...parts.slice(0, at), inCaseOf(part, other), ...parts.slice(at + 1)].join(""),
      );
    })
    .filter((other) => other !== name && !taken.has(other) && !RESERVED.has(other));
}

function inCaseOf(part: string, other: string): string {
  if (/^\p{Lu}/u.test(part)) return other.charAt(0).toUpperCase() + other.slice(1);
  return other;
}

/** Words that mean something else in one of the languages. */
const RESERVED: ReadonlySet<string> = new Set(
  "abs all and any as async await bool break byte case char chr class const continue def default del delete dict do double elif else enum eval except export extends false final float fn for from func function global go goto hash if impl import in input int interface is iter lambda len let list long loop map match max min mod move mut new next nil none not null object open or ord pass print private public range ref return round self set short sorted static str string struct sum super switch this throw trait true try tuple type union use var void where while with yield zip".split(
    " ",
  ),
);
