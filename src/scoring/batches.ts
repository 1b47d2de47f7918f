/** A text's place in a batch: all that decides with which others it is scored. */
export interface Sized {
  readonly key: string;
  readonly tokens: number;
}

/**
 * Cuts a window into batches of like length: sorted by (tokens, key), filled while rows × longest stays within `budget` tokens
 * (a text beyond the budget makes a batch of its own). A function of the window alone: not of its order, nor of what is already scored.
 */
export function makeBatches<T extends Sized>(
  window: readonly T[],
  budget: number,
): readonly (readonly T[])[] {
  const sorted = [...window].sort((a, b) => a.tokens - b.tokens || (a.key < b.key ? -1 : 1));
  const batches: T[][] = [];
  let batch: T[] = [];
  for (const text of sorted) {
    // Sorted upwards, so the text that would join is the longest of the batch.
    if (batch.length > 0 && (batch.length + 1) * text.tokens > budget) {
      batches.push(batch);
      batch = [];
    }
    batch.push(text);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
