import type { Random } from "../../contract.js";
import { applyEdits, type Edit } from "../edits.js";
import { nodesOf, parseMarkdown, spanOf } from "../markdown.js";
import { mask, type Span } from "../span.js";
import { codeBlocks, editInText } from "./blocks.js";
import { isTechnical, otherNames, renamable } from "./renames.js";
import { keepsTree } from "./rewrites.js";
import { codeViews } from "./views.js";

/** As many variables as are renamed at most. */
const MOST = 4;

/**
 * The answer with some local variables renamed wherever they stand: in all of its code, in comments, and in the prose
 * around it. Names that the prompt uses stay, and so do those that the prose uses as ordinary words.
 * Undefined where no variable can get another name.
 */
export function renameVariables(text: string, prompt: string, random: Random): string | undefined {
  const views = codeViews(text);
  const tables = views.map((view) => new Map(renamable(view).map((one) => [one.name, one.spans])));
  const words = new Set(`${text} ${prompt}`.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []);
  const asked = new Set(prompt.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []);
  const prose = proseOf(text);
  const names = [...new Set(tables.flatMap((table) => [...table.keys()]))].filter((name) => {
    if (asked.has(name) || ((!isTechnical(name) || name.length === 1) && hasWord(prose.plain, name)))
      return false;
    // Not where the same name is something else in another block.
    return views.every((view, i) => tables[i]!.has(name) || !hasWord(view.code, name));
  });
  const renamed = new Map<string, string>();
  for (const group of random.shuffle(numberedTogether(names, tables))) {
    if (renamed.size + group.length > MOST && renamed.size > 0) continue;
    const stem = stemOf(group[0]!);
    const options = otherNames(stem, words).filter((other) =>
      group.every((name) => !words.has(other + name.slice(stem.length))),
    );
    if (options.length === 0) continue;
    const other = random.pick(options);
    for (const name of group) {
      words.add(other + name.slice(stem.length));
      renamed.set(name, other + name.slice(stem.length));
    }
  }
  if (renamed.size === 0) return undefined;
  const inCode = views.map((_, i) =>
    [...renamed].flatMap(([name, other]) =>
      (tables[i]!.get(name) ?? []).map(({ from, to }): Edit => ({ start: from, end: to, text: other })),
    ),
  );
  if (!views.every((view, i) => keepsTree(view, inCode[i]!, renamed))) return undefined;
  return applyEdits(text, [
    ...views.flatMap((view, i) => inCode[i]!.map((edit) => editInText(text, view.block, edit))),
    ...inProse(prose, renamed),
  ]);
}

/** test1, test2 and test3 change together, or none of them. */
function numberedTogether(
  names: readonly string[],
  tables: readonly ReadonlyMap<string, unknown>[],
): string[][] {
  const groups = new Map<string, Set<string>>();
  for (const name of new Set(tables.flatMap((table) => [...table.keys()])))
    groups.set(stemOf(name), (groups.get(stemOf(name)) ?? new Set()).add(name));
  return [...groups.values()]
    .map((group) => [...group])
    .filter((group) => group.every((name) => names.includes(name)));
}

function stemOf(name: string): string {
  return name.replace(/\d+$/u, "");
}

interface Prose {
  /** The text with all code blanked out. */
  readonly plain: string;
  /** The text with everything but inline code and prose blanked out. */
  readonly outside: string;
  readonly inline: readonly Span[];
}

function proseOf(text: string): Prose {
  const outside = mask(text, codeBlocks(text), " ");
  const inline = [...nodesOf(parseMarkdown(text))].flatMap(({ node }) =>
    node.type === "inlineCode" ? [spanOf(node)] : [],
  );
  return { plain: mask(outside, inline, " "), outside, inline };
}

function inProse({ outside, inline }: Prose, renamed: ReadonlyMap<string, string>): Edit[] {
  return [...outside.matchAll(/(?<![\p{L}\p{N}_.])[\p{L}_][\p{L}\p{N}_]*(?!\()/gu)].flatMap(
    (match): Edit[] => {
      const [word] = match;
      const other = renamed.get(word);
      const end = match.index + word.length;
      if (
        other === undefined ||
        !(isTechnical(word) || inline.some((span) => span.start <= match.index && end <= span.end))
      )
        return [];
      return [{ start: match.index, end, text: other }];
    },
  );
}

function hasWord(text: string, word: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}_])${word.replaceAll("$", "\\$")}(?![\\p{L}\\p{N}_])`, "u").test(text);
}
