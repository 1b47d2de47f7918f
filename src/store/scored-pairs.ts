import type { Augmentation, Covariate, Expectation, ResponseRole } from "../contract.js";
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
  /** What changed beside the target, variant less base. */
  readonly drift?: Readonly<Record<Covariate, number>>;
}

export interface SkippedPair {
  readonly item: string;
  readonly role: ResponseRole;
  readonly dose: number | null;
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

type PairRow = Omit<ScoredPair, "drift"> & Omit<Record<Covariate, number>, "tokens">;

/** Valid pairs only: where either text was truncated the changed span may be gone, and the pair is no evidence. */
export function readScoredPairs({ db }: Store, run: string, augmentation: string): ScoredPair[] {
  const rows = db
    .prepare<[string, string], PairRow>(
      `SELECT s.item, s.prompt, s.position, s.role, s.style, s.augmentation, s.dose, s.expects, s.changes, s.base_score AS base,
              s.variant_score AS variant, d.base_tokens AS baseTokens, d.variant_tokens AS variantTokens, d.sentences,
              d.list_items AS listItems, d.headings, d.bold, d.code_spans AS codeSpans, d.numbers, d.urls
         FROM pair_scores s JOIN drift d ON d.pair = s.pair
        WHERE s.run = ? AND s.augmentation = ? AND s.truncated = 0 ORDER BY s.item, s.position, s.dose, s.pair`,
    )
    .all(run, augmentation);
  return rows.map(({ sentences, listItems, headings, bold, codeSpans, numbers, urls, ...pair }) => {
    const { baseTokens, variantTokens } = pair;
    const tokens = baseTokens > 0 && variantTokens > 0 ? Math.log2(variantTokens / baseTokens) : 0;
    const drift = { tokens, sentences, listItems, headings, bold, codeSpans, numbers, urls };
    return { ...pair, drift };
  });
}

/** Pairs that were asked for and came to nothing: no operator's, a guard's, or the model's window. */
export function readSkippedPairs({ db }: Store, run: string, augmentation: string): SkippedPair[] {
  return db
    .prepare<[string, string, string, string], SkippedPair>(
      `SELECT k.item, r.role, nullif(k.dose, 0) AS dose FROM skips k
         JOIN responses r ON r.item = k.item AND r.position = k.position WHERE k.run = ? AND k.augmentation = ?
       UNION ALL
       SELECT s.item, s.role, s.dose FROM pair_scores s WHERE s.run = ? AND s.augmentation = ? AND s.truncated = 1`,
    )
    .all(run, augmentation, run, augmentation);
}
