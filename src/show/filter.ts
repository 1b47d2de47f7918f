import { TareError } from "../errors.js";
import type { StoredItem } from "../store/browse/read-item.js";
import type { StoredPair } from "../store/browse/read-pair.js";

/** Whose scores are shown; what is left out is not asked for. */
export interface ScoreFilter {
  /** Part of the model's name, in any case. */
  readonly model?: string | undefined;
  /** Beginning of the run's id. */
  readonly run?: string | undefined;
}

interface Scored {
  readonly run: string;
  readonly model: string;
}

/** Throws TARE_UNKNOWN_NAME where the pair has scores and none of them is left. */
export function filterPair(pair: StoredPair, filter: ScoreFilter): StoredPair {
  return { ...pair, scores: kept(pair.scores, filter) };
}

/** Scores, pairs and skips of the runs asked for. Throws likewise. */
export function filterItem(item: StoredItem, filter: ScoreFilter): StoredItem {
  const all = item.responses.flatMap(({ scores }) => scores);
  const runs = new Set(kept(all, filter).map(({ run }) => run));
  const of = <T extends Scored>(rows: readonly T[]) => rows.filter(({ run }) => runs.has(run));
  return {
    ...item,
    responses: item.responses.map((one) => ({ ...one, scores: of(one.scores) })),
    pairs: item.pairs
      .map((one) => ({ ...one, scores: of(one.scores) }))
      .filter(({ scores }) => scores.length > 0),
    skips: of(item.skips),
  };
}

function kept<T extends Scored>(rows: readonly T[], { model, run }: ScoreFilter): T[] {
  const left = rows.filter(
    (row) =>
      (model === undefined || row.model.toLowerCase().includes(model.toLowerCase())) &&
      (run === undefined || row.run.startsWith(run)),
  );
  if (left.length > 0 || rows.length === 0) return left;
  const known = [...new Set(rows.map((row) => `${row.model} (run ${row.run.slice(0, 12)})`))];
  throw new TareError("TARE_UNKNOWN_NAME", "it has scores, but none by the model and run asked for", {
    fix: `It was scored by: ${known.slice(0, 10).join(", ")}${known.length > 10 ? " and more" : ""}.`,
  });
}
