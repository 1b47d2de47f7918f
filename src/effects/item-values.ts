import type { Sample } from "../stats/inference.js";

/** A value with the item and the prompt it belongs to. */
export interface ItemValue {
  readonly item: string;
  readonly prompt: string;
  readonly value: number;
}

/** One value an item, with the prompt as cluster; `counts`: how many values it is the mean of. */
export interface ItemMeans extends Sample {
  readonly items: readonly string[];
  readonly counts: readonly number[];
}

/**
 * One value an item, the mean of its own (each item weighs the same, statistics.md §8), with the prompt as cluster.
 * Values must be ordered by item, as the store gives them, so that sums round alike on every machine.
 */
export function meansByItem(values: readonly ItemValue[]): ItemMeans {
  const items: string[] = [];
  const clusters: string[] = [];
  const counts: number[] = [];
  const sums: number[] = [];
  for (const { item, prompt, value } of values) {
    const last = items.length - 1;
    if (items[last] === item) {
      sums[last]! += value;
      counts[last]!++;
    } else {
      items.push(item);
      clusters.push(prompt);
      counts.push(1);
      sums.push(value);
    }
  }
  return { items, clusters, counts, values: sums.map((sum, i) => sum / counts[i]!) };
}

export function averageByItem(values: readonly ItemValue[]): Sample {
  const { values: means, clusters } = meansByItem(values);
  return { values: means, clusters };
}

/** The same with root mean squares, so that the mean of their squares is the mean over items of the mean square. */
export function rootMeanSquareByItem(values: readonly ItemValue[]): ItemMeans {
  const squares = meansByItem(values.map(({ item, prompt, value }) => ({ item, prompt, value: value ** 2 })));
  return { ...squares, values: squares.values.map(Math.sqrt) };
}
