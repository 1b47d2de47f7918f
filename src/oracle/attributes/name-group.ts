import { attributeSlug } from "../operators.js";
import type { Attribute } from "../steps.js";

/** Names that stand for one attribute, and the prompts it was named for. */
export interface NameGroup extends Attribute {
  /** As they were found, sorted: no name stands in two groups. */
  readonly names: readonly string[];
  readonly prompts: ReadonlySet<string>;
}

/**
 * What two names have in common that differ in case, punctuation, hyphens and white space alone: they are one attribute by
 * rule. Empty for a name that no operator could bear.
 */
export function nameKey(name: string): string {
  return attributeSlug(name).replaceAll("-", "");
}

export function asOneLine(name: string): string {
  return name.normalize("NFC").replace(/\s+/gu, " ").trim();
}

/** Groups of the same key become one, which goes by the name of more prompts. In the order of their keys. */
export function byKey(groups: readonly NameGroup[]): NameGroup[] {
  const same = new Map<string, NameGroup[]>();
  for (const group of groups) {
    const key = nameKey(group.name);
    same.set(key, [...(same.get(key) ?? []), group]);
  }
  return [...same].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => together(each));
}

/** All of them as one, called as told, else as the one of most prompts is. */
export function together(groups: readonly NameGroup[], called?: Attribute): NameGroup {
  const { name, why } = called ?? byPrompts(groups)[0]!;
  return {
    ...{ name, why },
    names: groups.flatMap(({ names }) => names).sort(),
    prompts: new Set(groups.flatMap(({ prompts }) => [...prompts])),
  };
}

/** Those of most prompts first, then by name. */
export function byPrompts(groups: readonly NameGroup[]): NameGroup[] {
  return [...groups].sort((a, b) => b.prompts.size - a.prompts.size || (a.name < b.name ? -1 : 1));
}
