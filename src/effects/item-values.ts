import type { Sample } from "../stats/inference.js";

/** A value with the item and the prompt it belongs to. */
export interface ItemValue {
  readonly item: string;
  readonly prompt: string;
  readonly value: number;
}

/**
 * One value an item, the mean of its own (each item weighs the same, statistics.md §8), with the prompt as cluster.
 * Values must be ordered by item, as the store gives them, so that sums round alike on every machine.
 */
export function averageByItem(values: readonly ItemValue[]): Sample {
  const items = new Map<string, { prompt: string; sum: number; count: number }>();
  for (const { item, prompt, value } of values) {
    const entry = items.get(item);
    if (entry === undefined) items.set(item, { prompt, sum: value, count: 1 });
    else {
      entry.sum += value;
      entry.count++;
    }
  }
  const entries = [...items.values()];
  return {
    values: entries.map(({ sum, count }) => sum / count),
    clusters: entries.map(({ prompt }) => prompt),
  };
}

/** The same with root mean squares, so that the mean of their squares is the mean over items of the mean square. */
export function rootMeanSquareByItem(values: readonly ItemValue[]): Sample {
  const squares = averageByItem(values.map((entry) => ({ ...entry, value: entry.value ** 2 })));
  return { values: squares.values.map(Math.sqrt), clusters: squares.clusters };
}
