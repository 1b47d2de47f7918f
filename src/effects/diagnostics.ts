import type { Effect } from "../contract.js";
import { stream } from "../random.js";
import { rankBiserial, standardisedEffect } from "../stats/effect-sizes.js";
import { isInconclusive } from "../stats/inference.js";
import { rmsRatio } from "../stats/rms-ratio.js";
import { clusterSignFlip } from "../stats/sign-flip.js";
import { slopeWithin } from "../stats/slope-within.js";
import type { ScoredPair } from "../store/scored-pairs.js";
import { blankEffect } from "./effect-row.js";
import { effectOf, finite, type Subject, type Sureness } from "./infer.js";
import { averageByItem } from "./item-values.js";
import { type MetricSample, type PairGroup, sample } from "./metrics.js";
import type { Scale } from "./scale.js";

/** Figures beside the gate: how large the move is in its own SD, how ranks fall, and whether there is any effect at all. */
export function sensitivityDiagnostics(
  subject: Subject,
  groups: readonly PairGroup[],
  sureness: Sureness,
): Effect[] {
  const sign = groups[0]!.expects === "lower" ? -1 : 1;
  const pairs = groups.flatMap((group) => group.pairs);
  const differences = pairs.map((pair) => sign * (pair.variant - pair.base));
  const byItem = averageByItem(pairs.map((pair, index) => ({ ...pair, value: differences[index]! })));
  const { next } = stream(
    sureness.seed,
    "sign-flip",
    subject.scope,
    subject.attribute,
    subject.augmentation,
    subject.dose ?? 0,
  );
  const flip = clusterSignFlip(byItem, { next, replicates: sureness.replicates });
  const row = (metric: Effect["metric"]): Effect => ({
    ...blankEffect(subject, metric, sureness.alpha),
    n: pairs.length,
    clusters: new Set(byItem.clusters).size,
    reason: "shown, not gated",
  });
  return [
    {
      ...row("standardised-effect"),
      estimate: standardisedEffect(differences).gZ,
      method: "Hedges g_z",
    },
    {
      ...row("rank-biserial"),
      estimate: rankBiserial(differences),
      method: "matched pairs",
    },
    {
      ...row("sign-flip"),
      method: "one-sided, flips by prompt",
      p: isInconclusive(flip) ? null : flip.p.greater,
      reason: isInconclusive(flip) ? flip.inconclusive : "tests no effect; shown, not gated",
    },
  ];
}

/** Response curve (§4): z per doubling of tokens, over the doses of the same texts. */
export function doseSlope(
  subject: Subject,
  pairs: readonly ScoredPair[],
  scale: Scale,
  sureness: Sureness,
): Effect {
  const measured = sample("slope", "mean", [], scale.reason);
  const withN: MetricSample = {
    ...measured,
    n: pairs.length,
    sample: { values: [], items: [], counts: [], clusters: pairs.map(({ prompt }) => prompt) },
  };
  const { ruler } = scale;
  if (ruler === null) return effectOf(subject, withN, { inconclusive: scale.reason }, sureness, 0);
  const measurable = pairs.filter(({ baseTokens, variantTokens }) => baseTokens > 0 && variantTokens > 0);
  const rows = measurable.map(({ item, prompt, position, base, variant, baseTokens, variantTokens }) => ({
    x: Math.log2(variantTokens / baseTokens),
    y: (variant - base) / ruler,
    item: `${item}/${position}`,
    cluster: prompt,
  }));
  return effectOf(subject, withN, slopeWithin(rows), sureness, 0);
}

/** Irrelevant query (§3): RMS margin without the question over RMS margin with it; 0 reads the question, 1 ignores it. */
export function relativeDispersion(
  subject: Subject,
  pairs: readonly ScoredPair[],
  ownMargins: ReadonlyMap<string, number>,
  { alpha }: Sureness,
): Effect {
  const matched = pairs.filter(({ item }) => ownMargins.has(item));
  const without = matched.map(({ base, variant }) => variant - base);
  const own = matched.map(({ item }) => ownMargins.get(item)!);
  const prompts = matched.map(({ prompt }) => prompt);
  const row = {
    ...blankEffect(subject, "relative-dispersion", alpha),
    method: "ratio of root mean squares, Fieller by CR2 t",
    n: matched.length,
    clusters: new Set(prompts).size,
  };
  const ratio = rmsRatio(without, own, prompts, alpha);
  if (isInconclusive(ratio)) return { ...row, reason: ratio.inconclusive };
  const { estimate, lower, upper } = ratio;
  return { ...row, estimate, lower, upper: finite(upper), reason: "shown, not gated" };
}
