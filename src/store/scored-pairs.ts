import type { Augmentation, Expectation, ResponseRole } from "../contract.js";
import type { Store } from "./open.js";

/** The reward of one response of one item; rows come ordered by item, then position. */
export interface ScoredResponse {
  readonly item: string;
  readonly prompt: string;
  readonly position: number;
  readonly role: ResponseRole;
  readonly style: string;
  readonly score: number;
  readonly truncated: boolean;
}

/** One valid pair with both rewards; rows come ordered by item, position, dose. */
export interface ScoredPair {
  readonly item: string;
  readonly prompt: string;
  readonly position: number;
  readonly role: ResponseRole;
  readonly style: string;
  readonly augmentation: string;
  readonly dose: number | null;
  readonly expects: Expectation;
  readonly changes: Augmentation["changes"];
  readonly base: number;
  readonly variant: number;
  /** Model-free token counts, for response curves. */
  readonly baseTokens: number;
  readonly variantTokens: number;
}

export function readScoredResponses({ db }: Store, run: string): ScoredResponse[] {
  const rows = db
    .prepare<[string], Omit<ScoredResponse, "truncated"> & { truncated: number }>(
      `SELECT item, prompt, position, role, style, score, truncated FROM base_scores
        WHERE run = ? ORDER BY item, position`,
    )
    .all(run);
  return rows.map((row) => ({ ...row, truncated: row.truncated === 1 }));
}

/** Valid pairs only: where either text was truncated the changed span may be gone, and the pair is no evidence. */
export function readScoredPairs({ db }: Store, run: string, augmentation: string): ScoredPair[] {
  return db
    .prepare<[string, string], ScoredPair>(
      `SELECT s.item, s.prompt, s.position, s.role, s.style, s.augmentation, s.dose, s.expects, s.changes, s.base_score AS base,
              s.variant_score AS variant, d.base_tokens AS baseTokens, d.variant_tokens AS variantTokens
         FROM pair_scores s JOIN drift d ON d.pair = s.pair
        WHERE s.run = ? AND s.augmentation = ? AND s.truncated = 0 ORDER BY s.item, s.position, s.dose, s.pair`,
    )
    .all(run, augmentation);
}
