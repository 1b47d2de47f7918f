import type { Reward } from "../scoring/reward.js";
import type { TextWindows } from "../scoring/text-windows.js";
import type { Store } from "./open.js";
import type { ScoredResponse } from "./scored-pairs.js";
import { type TextCounts, windowsOf } from "./scores.js";

/** Names the items a command works on, in tables that are gone when the database is closed: scores need no run. */
export function nameItems({ db }: Store, items: readonly string[]): void {
  db.exec(`CREATE TEMP TABLE asked_items (item TEXT PRIMARY KEY) WITHOUT ROWID;
           CREATE TEMP TABLE base_texts (text TEXT PRIMARY KEY) WITHOUT ROWID`);
  const item = db.prepare("INSERT INTO temp.asked_items (item) VALUES (?)");
  const texts = db.prepare(
    "INSERT OR IGNORE INTO temp.base_texts (text) SELECT text FROM responses WHERE item = ?",
  );
  db.transaction(() => {
    for (const id of items) {
      item.run(id);
      texts.run(id);
    }
  })();
}

/** Every distinct text of those items, as it was read. */
export function baseTextWindows(store: Store, scorer: string): TextWindows {
  return windowsOf(store, "temp.base_texts", [], scorer);
}

export function countBaseTexts({ db }: Store, scorer: string): TextCounts {
  return db
    .prepare<[string], TextCounts>(
      `SELECT count(*) AS total, count(s.text) AS scored, coalesce(sum(s.truncated), 0) AS truncated
         FROM temp.base_texts b LEFT JOIN scores s ON s.scorer = ? AND s.text = b.text AND s.head = 0`,
    )
    .get(scorer)!;
}

export interface RewardedText {
  readonly key: string;
  /** The prompt's messages as JSON. */
  readonly messages: string;
  readonly response: string;
  readonly score: number;
}

/** A weighted sum of a text's logits; wants the reward as JSON, then the scorer's key. */
const rewardOf = (text: string): string =>
  `(SELECT sum(h.value ->> 'weight' * l.logit) FROM json_each(?) h
      JOIN scores l ON l.scorer = ? AND l.text = ${text} AND l.head = h.value ->> 'head')`;

/** The scored base texts with their rewards, in key order. */
export function rewardedTexts({ db }: Store, scorer: string, reward: Reward): IterableIterator<RewardedText> {
  return db
    .prepare<[string, string], RewardedText>(
      `SELECT t.key, p.messages, t.response, ${rewardOf("t.key")} AS score
         FROM temp.base_texts b JOIN texts t ON t.key = b.text JOIN prompts p ON p.key = t.prompt ORDER BY t.key`,
    )
    .iterate(JSON.stringify(reward), scorer);
}

/** The reward of every response of those items, ordered by item, then position. */
export function rewardedResponses({ db }: Store, scorer: string, reward: Reward): ScoredResponse[] {
  return db
    .prepare<[string, string, string], Omit<ScoredResponse, "truncated"> & { truncated: number }>(
      `SELECT a.item, i.prompt, r.position, r.role, r.style, ${rewardOf("r.text")} AS score, s.truncated
         FROM temp.asked_items a JOIN items i ON i.id = a.item JOIN responses r ON r.item = a.item
         JOIN scores s ON s.scorer = ? AND s.text = r.text AND s.head = 0 ORDER BY a.item, r.position`,
    )
    .all(JSON.stringify(reward), scorer, scorer)
    .map((row) => ({ ...row, truncated: row.truncated === 1 }));
}
