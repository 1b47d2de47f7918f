import type { ScoreRow } from "../scoring/score-texts.js";
import type { Store } from "./open.js";

/** How scores made again differ from the stored ones, over all heads; the stored ones stay. */
export interface Recheck {
  /** Texts that had a score. */
  readonly compared: number;
  /** Those of them that got another one. */
  readonly changed: number;
  readonly largest: number;
  /** Mean |difference| over the compared texts, of each text its head that differs most. */
  readonly mean: number;
}

/** Compares rows with what is stored for this scorer, before they are written. */
export function openRecheck({ db }: Store, scorer: string) {
  const stored = db
    .prepare<[string, string], number>("SELECT logit FROM scores WHERE scorer = ? AND text = ? ORDER BY head")
    .pluck();
  let [compared, changed, largest, sum] = [0, 0, 0, 0];
  return {
    compare(rows: readonly ScoreRow[]): void {
      for (const { text, logits } of rows) {
        const before = stored.all(scorer, text);
        if (before.length === 0) continue;
        const most = logits.reduce((far, logit, head) => Math.max(far, Math.abs(logit - before[head]!)), 0);
        compared++;
        if (most > 0) changed++;
        largest = Math.max(largest, most);
        sum += most;
      }
    },
    read: (): Recheck => ({ compared, changed, largest, mean: compared === 0 ? 0 : sum / compared }),
  };
}
