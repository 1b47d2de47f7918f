import { otherOracle } from "../baseline/comparable.js";
import type { Claim } from "../contract.js";
import type { OraclePlan } from "../plan.js";
import { writeBound } from "../rubric/wording.js";
import type { SharedItems } from "./diff.js";

/** What a side was weighed with, beside its scorer. */
export interface Weighed {
  readonly data: string;
  readonly items: number;
  readonly seed: number;
  readonly oracle: OraclePlan | undefined;
  readonly rubric: { readonly name: string; readonly digest: string };
  readonly figures: Readonly<
    Record<"alpha" | "minimumPrompts" | "scale" | "tail" | "floor", string | number>
  >;
  readonly claims: readonly Claim[];
}

/**
 * What differs between what two sides were weighed with, one line each: both are compared under the figures of B, whatever
 * bound either rubric holds them to.
 */
export function planDifferences(a: Weighed, b: Weighed, items: SharedItems | null): string[] {
  const shared =
    items === null
      ? `${a.items} items in A, others in B (${b.items})`
      : `${items.shared} items in both, ${items.onlyA} in A only, ${items.onlyB} in B only`;
  const data = a.data === b.data ? [] : [`data: ${shared}`];
  const seed = a.seed === b.seed ? [] : [`seed: ${a.seed} in A, ${b.seed} in B`];
  const answers = otherOracle(a.oracle, b.oracle);
  const oracle = answers === "" ? [] : [answers];
  if (a.rubric.digest === b.rubric.digest) return [...data, ...seed, ...oracle];
  const rubric = `rubric: ${a.rubric.name} (${a.rubric.digest.slice(0, 12)}) in A, ${b.rubric.name} (${b.rubric.digest.slice(0, 12)}) in B`;
  const figures = (Object.keys(b.figures) as (keyof Weighed["figures"])[])
    .filter((name) => a.figures[name] !== b.figures[name])
    .map((name) => `${name}: ${a.figures[name]} in A, ${b.figures[name]} in B, which is taken for both`);
  const bounds = b.claims.flatMap((claim) => {
    const other = a.claims.find(({ id }) => id === claim.id);
    if (other === undefined) return [`${claim.id}: no claim of A's rubric`];
    const [before, now] = [writeBound(other), writeBound(claim)];
    return before === now ? [] : [`${claim.id}: ${before} in A, ${now} in B`];
  });
  const gone = a.claims
    .filter(({ id }) => b.claims.every((claim) => claim.id !== id))
    .map(({ id }) => `${id}: no claim of B's rubric, so that it is not compared`);
  return [...data, ...seed, ...oracle, rubric, ...figures, ...bounds, ...gone];
}
