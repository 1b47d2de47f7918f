import type { Metric } from "../contract.js";
import {
  type ClaimChange,
  type Comparing,
  compareClaims,
  compareOperators,
  type OperatorChange,
  shareRule,
} from "../diff/compare-rule.js";
import type { Diff, DiffSide, SharedItems } from "../diff/diff.js";
import { identityDifferences } from "../diff/identities.js";
import { judgeClaims, judgeOperators, verdictOf } from "../diff/judge-changes.js";
import { planDifferences, type Weighed } from "../diff/plan-differences.js";
import type { Unshared } from "../diff/shared-pairs.js";
import { strataOf } from "../effects/analyze.js";
import { divideItems } from "../effects/divide.js";
import { sharedDraws } from "../effects/infer.js";
import type { Rulers } from "../effects/metrics.js";
import { judgeRulesOf } from "../rubric/judging.js";
import { readItemFacts } from "../store/item-facts.js";
import type { Store } from "../store/open.js";
import { type Around, stopIfAborted } from "./around.js";
import { pairedSide, type RunSide } from "./run-side.js";

const IN_SDS: ReadonlySet<Metric> = new Set(["effect", "bias", "dispersion"]);

/** Two runs of one database, pair by pair, under the rubric of B. `margin`: the smallest difference that counts. */
export async function diffRuns(
  store: Store,
  sides: { readonly a: RunSide; readonly b: RunSide },
  margin: number,
  around: Around,
): Promise<Diff> {
  const { a, b } = sides;
  const comparing = comparingOf(store, sides, margin);
  const changes: ClaimChange[] = [];
  const ofOperators: OperatorChange[] = [];
  const unshared: Unshared[] = [];
  for (const [done, rule] of b.rules.entries()) {
    around.progress.update("comparing", done, b.rules.length, "attributes");
    const shared = shareRule(rule, comparing);
    changes.push(
      ...compareClaims(rule, rule.claims, shared, comparing, ({ metric }) => comparing.least(metric)),
    );
    ofOperators.push(...compareOperators(rule, shared, comparing));
    unshared.push(...shared.unshared);
    await stopIfAborted(around.signal, "comparing runs");
  }
  const { alpha } = b.rubric;
  const claims = judgeClaims(changes, alpha);
  const { items } = comparing;
  return {
    verdict: verdictOf(claims),
    a: sideView(a, comparing.a.rulers),
    b: sideView(b, comparing.b.rulers),
    paired: true,
    ...{ alpha, margin, claims, items },
    operators: judgeOperators(ofOperators, alpha),
    unshared,
    scorers: identityDifferences(a.scorer, b.scorer),
    plans: planDifferences(weighedOf(a), weighedOf(b), items),
  };
}

/** What a comparison of two runs needs: either side on the items that both hold, on its own ruler. */
export function comparingOf(
  store: Store,
  { a, b }: { readonly a: RunSide; readonly b: RunSide },
  margin: number,
): Comparing & {
  readonly items: SharedItems;
  readonly a: { rulers: Rulers };
  readonly b: { rulers: Rulers };
} {
  const shared = new Set([...b.items].filter((item) => a.items.has(item)));
  const [ofA, ofB] = [a, b].map((side) => pairedSide(store, side, shared, b.rubric)) as [
    ReturnType<typeof pairedSide>,
    ReturnType<typeof pairedSide>,
  ];
  const { rubric, run } = b;
  const noise = noiseOf(ofA.rulers) + noiseOf(ofB.rulers);
  const facts = readItemFacts(store, run.id).filter(({ item }) => shared.has(item));
  const asked = strataOf(b.rules);
  const wants = judgeRulesOf(rubric.document, { noise: null, promptsByLanguage: new Map(), today: "" });
  return {
    a: ofA,
    b: ofB,
    divisions: divideItems(facts, asked).filter(({ kind }) => asked.some((stratum) => stratum.kind === kind)),
    sureness: { alpha: rubric.alpha, seed: run.seed, multiplicities: sharedDraws(run.seed) },
    least: (metric) => (IN_SDS.has(metric) ? Math.max(margin, noise) : margin),
    wanted: (attribute) => wants.needs?.get(attribute)?.minimumPrompts ?? wants.minimumPrompts,
    items: { shared: shared.size, onlyA: a.items.size - shared.size, onlyB: b.items.size - shared.size },
  };
}

/** What a scorer's own noise may make of a mean move, in SDs: a difference of up to twice the floor is a tie. */
function noiseOf({ tolerance, scale }: Rulers): number {
  return scale.ruler === null ? 0 : tolerance / scale.ruler;
}

function sideView({ run, scorer }: RunSide, { scale }: Rulers): DiffSide {
  const { id, rubricName, noiseFloor } = run;
  return { source: "run", run: id, rubric: rubricName, scorer, ruler: scale.ruler, noiseFloor };
}

export function weighedOf({ run, items, rubric, rules, plan }: RunSide): Weighed {
  const { alpha, minimumPrompts, scale, tail, document } = rubric;
  return {
    data: run.data,
    items: items.size,
    seed: run.seed,
    oracle: plan.oracle,
    rubric: { name: run.rubricName, digest: run.rubric },
    figures: { alpha, minimumPrompts, scale, tail, floor: document.floor },
    claims: rules.flatMap(({ claims }) => claims),
  };
}
