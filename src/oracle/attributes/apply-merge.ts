import type { AnswerOf } from "../steps.js";
import { asOneLine, type NameGroup, nameKey, together } from "./name-group.js";

/** What an answer to the step `merge` makes of the groups it was asked about. */
export interface Applied {
  readonly groups: readonly NameGroup[];
  /** Those that the answer names nowhere: none of quality in the oracle's judgement, or forgotten. */
  readonly leftOut: readonly NameGroup[];
  /** Names it was not asked about; they count for nothing. */
  readonly invented: readonly string[];
  /** Names that it gave to two attributes; they go to the one of their own name, else to the first. */
  readonly twice: readonly string[];
}

/** Every group that was asked about comes back in exactly one of `groups` and `leftOut`. */
export function applyMerge(
  asked: readonly NameGroup[],
  { attributes }: Pick<AnswerOf<"merge">, "attributes">,
): Applied {
  const byKey = new Map(asked.map((group) => [nameKey(group.name), group]));
  const claims = new Map<NameGroup, number[]>();
  const invented: string[] = [];
  for (const [index, { of }] of attributes.entries())
    for (const name of of) {
      const group = byKey.get(nameKey(name));
      if (group === undefined) invented.push(name);
      else claims.set(group, [...new Set([...(claims.get(group) ?? []), index])]);
    }
  const own =
    (group: NameGroup) =>
    ({ name }: { readonly name: string }) =>
      nameKey(name) === nameKey(group.name);
  const members = attributes.map((): NameGroup[] => []);
  const leftOut: NameGroup[] = [];
  for (const group of asked) {
    const claimed = claims.get(group) ?? [];
    const named = attributes.findIndex(own(group));
    // An attribute holds its own name, whether or not the answer says so.
    const owner = claimed.length === 0 || claimed.includes(named) ? named : claimed[0]!;
    if (owner < 0) leftOut.push(group);
    else members[owner]!.push(group);
  }
  const groups = attributes.flatMap(({ name, why }, index) => {
    const each = members[index]!;
    if (each.length === 0) return [];
    return [together(each, nameKey(name) === "" ? undefined : { name: asOneLine(name), why })];
  });
  const twice = [...claims].filter(([, each]) => each.length > 1).map(([{ name }]) => name);
  return { groups, leftOut, invented, twice };
}
