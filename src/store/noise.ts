import type { NoiseFloor } from "../scoring/noise.js";
import type { Store } from "./open.js";

export interface NoiseRow {
  readonly floor: number;
  readonly texts: number;
  readonly cause: string;
}

export function readNoise({ db }: Store, scorer: string, sample: string, head: number): NoiseRow | undefined {
  return db
    .prepare<[string, string, number], NoiseRow>(
      "SELECT floor, texts, cause FROM noise WHERE scorer = ? AND sample = ? AND head = ?",
    )
    .get(scorer, sample, head);
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
