import type { Store } from "./open.js";

/** Every distinct text that a policy in training gave in a run, in key order. */
export function policyTexts({ db }: Store, run: string): IterableIterator<{ key: string; response: string }> {
  return db
    .prepare<[string], { key: string; response: string }>(
      `SELECT DISTINCT t.key, t.response FROM run_items ri JOIN rollouts o ON o.item = ri.item
         JOIN responses r ON r.item = o.item JOIN texts t ON t.key = r.text WHERE ri.run = ? ORDER BY t.key`,
    )
    .iterate(run);
}
