import type { Covariate } from "../contract.js";
import type { ScoredPair, ScoredResponse, SkippedPair } from "../store/scored-pairs.js";
import { type DriftRows, driftRows } from "./drift-rows.js";
import type { ItemMeans } from "./item-values.js";
import { changesPrompt } from "./margin.js";
import { levelsOf, type MetricSample, metricsOf, type PairGroup, type Rulers } from "./metrics.js";
import { type ItemCounts, tallies } from "./tallies.js";

/** What some pairs say, item by item: all that the rows of their effects are made of. */
export interface Measured {
  readonly samples: readonly MetricSample[];
  readonly ties: ItemCounts;
  readonly skipped: ItemCounts;
  /** Undefined where there is no ruler, or nothing whose drift could be held at zero. */
  readonly drift: DriftRows | undefined;
  readonly targets: ReadonlySet<Covariate>;
}

/** Pairs that belong together, those that came to nothing, and what their operators mean to move. */
export interface Gathered {
  readonly groups: readonly PairGroup[];
  readonly skipped: readonly SkippedPair[];
  readonly targets: ReadonlySet<Covariate>;
}

export function measure(
  { groups, skipped, targets }: Gathered,
  responses: readonly ScoredResponse[],
  rulers: Rulers,
): Measured {
  return {
    samples: sharing(metricsOf(groups, responses, rulers)),
    ...tallies(groups, skipped, responses, rulers),
    drift: driftOf(groups, rulers),
    targets,
  };
}

/** The same of the answers of one side alone; undefined where their pairs look at both at once, or there are none. */
export function measureSide(
  { groups, skipped, targets }: Gathered,
  side: string,
  responses: readonly ScoredResponse[],
  rulers: Rulers,
): Measured | undefined {
  const onSide = groups
    .filter(({ pairs }) => !changesPrompt(pairs))
    .map((group) => ({ ...group, pairs: group.pairs.filter(({ role }) => role === side) }))
    .filter(({ pairs }) => pairs.length > 0);
  if (onSide.length === 0) return undefined;
  return {
    samples: sharing(levelsOf(onSide, responses, rulers)),
    ...tallies(
      onSide,
      skipped.filter(({ role }) => role === side),
      responses,
      rulers,
    ),
    drift: driftOf(onSide, rulers),
    targets,
  };
}

/** Samples of the same items hold the very same lists, so that what hangs on the items is worked out once. */
function sharing(samples: readonly MetricSample[]): MetricSample[] {
  const kept: ItemMeans[] = [];
  return samples.map((one) => {
    const alike = kept.find(
      ({ items, counts }) => equal(items, one.sample.items) && equal(counts, one.sample.counts),
    );
    if (alike === undefined) {
      kept.push(one.sample);
      return one;
    }
    const { items, clusters, counts } = alike;
    return { ...one, sample: { ...one.sample, items, clusters, counts } };
  });
}

function equal<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

/** Changes of the prompt move margins, which have no drift. */
function driftOf(groups: readonly PairGroup[], { scale }: Rulers): DriftRows | undefined {
  if (scale.ruler === null || groups.some(({ pairs }) => changesPrompt(pairs))) return undefined;
  return driftRows(byItem(groups), scale.ruler);
}

function byItem(groups: readonly PairGroup[]): ScoredPair[] {
  return groups
    .flatMap(({ pairs }) => pairs)
    .sort((a, b) => (a.item < b.item ? -1 : a.item > b.item ? 1 : 0));
}
