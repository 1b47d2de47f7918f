import type { NoiseFloor } from "../scoring/noise.js";
import { type Reward, rewardNoise } from "../scoring/reward.js";
import type { Store } from "./open.js";

export interface NoiseRow {
  readonly floor: number;
  readonly texts: number;
  readonly cause: string;
}

/** The noise floor of a reward, measured on the texts with this digest; undefined where it was not. */
export function readNoise(
  { db }: Store,
  scorer: string,
  sample: string,
  reward: Reward,
): NoiseRow | undefined {
  const rows = db
    .prepare<[string, string], NoiseRow>(
      "SELECT floor, texts, cause FROM noise WHERE scorer = ? AND sample = ? ORDER BY head",
    )
    .all(scorer, sample);
  const floors = rows.map(({ floor }) => floor);
  return rows.length === 0 ? undefined : { ...rows[0]!, floor: rewardNoise(reward, floors) };
}

/** What moves the scores of a scorer on those texts, in words; undefined where it was not measured. */
export function readNoiseCause({ db }: Store, scorer: string, sample: string): string | undefined {
  return db
    .prepare<[string, string], string>("SELECT cause FROM noise WHERE scorer = ? AND sample = ? LIMIT 1")
    .pluck()
    .get(scorer, sample);
}

export function writeNoise({ db }: Store, scorer: string, sample: string, noise: NoiseFloor): void {
  const insert = db.prepare(
    `INSERT OR IGNORE INTO noise (scorer, sample, head, texts, floor, repeat, batched, padded, cause)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  db.transaction(() => {
    for (const [head, floor] of noise.floor.entries()) {
      const { texts, repeat, batched, padded, cause } = noise;
      insert.run(scorer, sample, head, texts, floor, repeat[head], batched[head], padded[head], cause);
    }
  })();
}
