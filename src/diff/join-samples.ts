import type { MetricSample } from "../effects/metrics.js";

/** One metric on both sides, item by item, over the items that have a value on both. */
export interface Joined {
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** Prompts. */
  readonly clusters: readonly string[];
  /** Pairs, or comparisons, behind the values of a. */
  readonly n: number;
  /** Items that have a value on one side alone. */
  readonly onlyA: number;
  readonly onlyB: number;
  /** No value in size exceeds these, where the data give no bound; see MetricSample. */
  readonly limits: { readonly a: number | undefined; readonly b: number | undefined };
  /** Why there is nothing to join; empty where there is. */
  readonly reason: string;
}

export function joinSamples(a: MetricSample | undefined, b: MetricSample | undefined): Joined {
  const none = (reason: string): Joined => ({
    ...{ a: [], b: [], clusters: [], n: 0, onlyA: 0, onlyB: 0, limits: { a: undefined, b: undefined } },
    reason,
  });
  if (a === undefined || b === undefined) return none("not measured for these operators");
  if (a.reason !== "" || b.reason !== "")
    return none(a.reason === b.reason ? a.reason : `${a.reason === "" ? "B" : "A"}: ${a.reason || b.reason}`);
  const rows = new Map(b.sample.items.map((item, row) => [item, row]));
  const kept = a.sample.items.flatMap((item, row) => {
    const other = rows.get(item);
    return other === undefined ? [] : [[row, other] as const];
  });
  if (kept.length === 0) return none("no pair that both sides hold");
  return {
    a: kept.map(([row]) => a.sample.values[row]!),
    b: kept.map(([, row]) => b.sample.values[row]!),
    clusters: kept.map(([row]) => a.sample.clusters[row]!),
    n: kept.reduce((sum, [row]) => sum + a.sample.counts[row]!, 0),
    onlyA: a.sample.items.length - kept.length,
    onlyB: b.sample.items.length - kept.length,
    limits: { a: a.limit, b: b.limit },
    reason: "",
  };
}
