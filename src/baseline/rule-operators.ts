import type { Rule } from "../rubric/rubric.js";
import { nameSelected } from "../rubric/select.js";

/** The operators of a rule as a plan has them, `name@dose vN`, sorted; `planned` are those of the whole plan. */
export function ruleOperators({ selected }: Rule, planned: readonly string[]): string[] {
  const names = new Set(selected.map(nameSelected));
  return planned.filter((operator) => names.has(operator.replace(/ v\d+$/, ""))).sort();
}

/** The version of an operator in a plan, which has one for all its doses. */
export function versionOf(name: string, planned: readonly string[]): number {
  const mine = planned.find((operator) => operator.replace(/(@[^@+ ]+)? v\d+$/, "") === name)!;
  return Number(/ v(\d+)$/.exec(mine)![1]);
}

/** What of a rule can be held against a baseline: each metric it claims, on each part it claims it on, and each `maxDrop`. */
export function heldMeasures({ claims, drops = [] }: Rule) {
  const own = claims.map((claim) => ({ claim, id: claim.id, bound: claim.bound as number | null }));
  const added = drops
    .map((claim) => ({ claim, id: measureOf(claim.id), bound: null }))
    .filter(({ id }) => own.every((one) => one.id !== id));
  return [...own, ...added];
}

/** The measure a drop is about: `length/bias/drop` is about `length/bias`. */
export function measureOf(id: string): string {
  return id.replace(/\/drop$/, "");
}
