import type { Stratum } from "../contract.js";
import type { Division } from "./divide.js";
import type { ItemMeans } from "./item-values.js";
import type { Measured } from "./measure.js";
import type { ItemCounts } from "./tallies.js";

/** What was measured on the items of one part. */
export function measuredOn(measured: Measured, { value }: Stratum, { of }: Division): Measured {
  const inside = (item: string) => of.get(item) === value;
  const only = (counts: ItemCounts) => new Map([...counts].filter(([item]) => inside(item)));
  const chosen = new Map<
    readonly string[],
    Pick<ItemMeans, "items" | "clusters" | "counts"> & { rows: number[] }
  >();
  const rowsOf = (sample: ItemMeans) => {
    const known = chosen.get(sample.items);
    if (known !== undefined) return known;
    const rows = [...sample.items.keys()].filter((row) => inside(sample.items[row]!));
    const take = <T>(list: readonly T[]) => rows.map((row) => list[row]!);
    const taken = {
      rows,
      items: take(sample.items),
      clusters: take(sample.clusters),
      counts: take(sample.counts),
    };
    chosen.set(sample.items, taken);
    return taken;
  };
  const restrict = (sample: ItemMeans): ItemMeans => {
    const { rows, ...rest } = rowsOf(sample);
    // Without a ruler there are items, and no values.
    return { ...rest, values: sample.values.length === 0 ? [] : rows.map((row) => sample.values[row]!) };
  };
  const samples = measured.samples.map((one) => {
    const sample = restrict(one.sample);
    return { ...one, sample, n: sample.counts.reduce((sum, count) => sum + count, 0) };
  });
  const { drift } = measured;
  const columns = Object.entries(drift?.drift ?? {}).map(([name, column]) => [
    name,
    rowsOf(drift!).rows.map((row) => column[row]!),
  ]);
  return {
    samples,
    ties: only(measured.ties),
    skipped: only(measured.skipped),
    drift: drift && { ...restrict(drift), drift: Object.fromEntries(columns) },
    targets: measured.targets,
  };
}
