import type { Effect } from "../contract.js";
import { benjaminiHochberg, holm } from "../stats/multiplicity.js";

/**
 * Adjusted p and q of all effects of a run. Holm within one question (one metric in one scope, by one way of dividing the
 * data): which of these operators moves anything? Benjamini-Hochberg over all of them: how many of what I pick are false?
 */
export function adjustPs(effects: readonly Effect[]): Effect[] {
  const tested = effects.filter(({ p }) => p !== null);
  const q = new Map(zip(tested, benjaminiHochberg(tested.map(({ p }) => p!))));
  const families = new Map<string, Effect[]>();
  for (const effect of tested) {
    const question = `${effect.scope} ${effect.stratum?.kind ?? ""} ${effect.metric}`;
    const family = families.get(question) ?? [];
    families.set(question, family);
    family.push(effect);
  }
  const adjusted = new Map(
    [...families.values()].flatMap((family) => zip(family, holm(family.map(({ p }) => p!)))),
  );
  return effects.map((effect) =>
    effect.p === null ? effect : { ...effect, pAdjusted: adjusted.get(effect)!, q: q.get(effect)! },
  );
}

function zip<A, B>(a: readonly A[], b: readonly B[]): [A, B][] {
  return a.map((one, i) => [one, b[i]!]);
}
