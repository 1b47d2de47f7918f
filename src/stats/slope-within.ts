import { satterthwaite } from "./cluster-mean.js";
import { groupsOf } from "./groups.js";
import { type Inconclusive, inconclusive, underMinimumClusters } from "./inconclusive.js";
import type { Inference } from "./inference.js";
import { requireFinite } from "./refuse.js";
import { isConstant, sum } from "./sample.js";
import { tInference } from "./t-inference.js";

/** One row an observation: the same item seen at several x. */
export interface DoseRow {
  readonly x: number;
  readonly y: number;
  readonly item: string;
  /** The prompt; an item lies in one. */
  readonly cluster: string;
}

/**
 * Slope of y on x with a free level for each item (fixed effects), in units of y per x; CR2 standard error over
 * clusters and Satterthwaite's t (Pustejovsky & Tipton 2018: item effects nested in clusters may be absorbed first).
 * With one regressor CR2 is that of a mean whose cluster sizes are the clusters' sums of squares of x.
 * Inconclusive under six clusters in which x varies within an item, or where the line leaves no residual.
 * Throws RangeError on numbers that are not finite.
 */
export function slopeWithin(rows: readonly DoseRow[]): Inference | Inconclusive {
  requireFinite(
    rows.map((row) => row.x),
    "x",
  );
  requireFinite(
    rows.map((row) => row.y),
    "y",
  );
  const items = itemsThatVary(rows);
  const clusters = groupsOf(items, (item) => item.cluster).map((of) => of.flatMap((item) => item.rows));
  const few = underMinimumClusters(clusters.length);
  if (few) return few;

  const informations = clusters.map((members) => sum(members.map((row) => row.x * row.x)));
  const information = sum(informations);
  const slope = sum(clusters.flat().map((row) => row.x * row.y)) / information;
  const scores = clusters.map((members) => sum(members.map((row) => row.x * (row.y - slope * row.x))));
  const variance =
    sum(scores.map((s, c) => s ** 2 / (1 - informations[c]! / information))) / information ** 2;
  const se = Math.sqrt(variance);
  const scale = Math.sqrt(sum(clusters.flat().map((row) => row.y * row.y)) / information);
  if (!(se > 1e-13 * scale)) return inconclusive("no variance about the line");

  const n = clusters.flat().length;
  const residual = sum(clusters.flat().map((row) => (row.y - slope * row.x) ** 2));
  const independent = residual / Math.max(1, n - items.length - 1) / information;
  const designEffect = Math.max(1, variance / independent);
  return Object.freeze({
    estimate: slope,
    method: "within-item slope, CR2 with Satterthwaite t",
    n,
    clusters: clusters.length,
    effectiveN: n / designEffect,
    icc: null,
    designEffect,
    ...tInference(slope, se, satterthwaite(informations, information)),
  });
}

interface CenteredItem {
  readonly cluster: string;
  readonly rows: readonly { readonly x: number; readonly y: number }[];
}

/** Items in which x varies, in canonical order, x and y less their means. */
function itemsThatVary(rows: readonly DoseRow[]): readonly CenteredItem[] {
  return groupsOf(rows, (row) => JSON.stringify([row.cluster, row.item]))
    .map((of) => of.sort((a, b) => a.x - b.x || a.y - b.y))
    .filter((of) => !isConstant(of.map((row) => row.x)))
    .map((of) => {
      const x = sum(of.map((row) => row.x)) / of.length;
      const y = sum(of.map((row) => row.y)) / of.length;
      return { cluster: of[0]!.cluster, rows: of.map((row) => ({ x: row.x - x, y: row.y - y })) };
    });
}
