import type { ExportedItem, ItemTexts } from "../store/run-exports.js";
import { answerDigest, promptDigest } from "./digests.js";
import { type ExportIndex, setKey } from "./export-index.js";

/** By what an item is known again. */
export interface ItemDigests {
  readonly item: string;
  readonly prompt: string;
  readonly answers: readonly string[];
}

export function digestsOfItem({ item, messages, answers }: ItemTexts): ItemDigests {
  const known = answers.flatMap((answer) => answerDigest(answer) ?? []);
  return { item, prompt: promptDigest(messages), answers: [...new Set(known)] };
}

/** Their digests as an export is asked for them. */
export function wantedOf(items: readonly ItemDigests[]): ReadonlySet<string> {
  const keys = items.flatMap(({ prompt, answers }) => [
    setKey("prompt", prompt),
    ...answers.map((answer) => setKey("answer", answer)),
  ]);
  return new Set(keys);
}

/** The items that each export holds, by the export's number: those whose prompt or answer it holds. */
export function exportedItems(
  items: readonly ItemDigests[],
  index: ExportIndex,
): ReadonlyMap<number, readonly ExportedItem[]> {
  const found = new Map<number, ExportedItem[]>();
  for (const { item, prompt, answers } of items) {
    const prompts = new Set(index.exportsOf("prompt", prompt));
    const times = new Map<number, number>();
    for (const answer of answers)
      for (const id of index.exportsOf("answer", answer)) times.set(id, (times.get(id) ?? 0) + 1);
    for (const id of new Set([...prompts, ...times.keys()])) {
      const row = { item, prompt: prompts.has(id), answers: times.get(id) ?? 0 };
      const rows = found.get(id) ?? [];
      rows.push(row);
      found.set(id, rows);
    }
  }
  return found;
}
