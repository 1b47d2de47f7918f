import type { ScorerIdentity, Verdict, VerdictWord } from "../../contract.js";
import type { Store } from "../open.js";
import { countRunData, findRun, type RunState } from "../runs.js";
import { countTexts, readScorer } from "../scores.js";
import { readVerdicts } from "../verdicts.js";

/** What a run is and how far it came, without its effects. */
export interface StoredRun {
  readonly run: string;
  readonly begun: string;
  readonly state: RunState;
  /** Null before the analysis. */
  readonly verdict: VerdictWord | null;
  readonly scorer: ScorerIdentity & { readonly key: string };
  /** The weighted sum of logits that is the reward, for reading. */
  readonly reward: string;
  readonly rubric: { readonly name: string; readonly digest: string };
  readonly data: {
    /** Digest of the items. */
    readonly digest: string;
    readonly files: readonly string[];
    readonly items: number;
    readonly prompts: number;
  };
  readonly seed: number;
  /** Version of tare whose analysis this is; null before one. */
  readonly judgedBy: string | null;
  readonly scale: {
    readonly within: number | null;
    readonly overall: number | null;
    readonly used: string | null;
  };
  readonly noiseFloor: number | null;
  /** Pairs that the guards let through, and those asked for that came to nothing; texts without repetition. */
  readonly pairs: number;
  readonly skipped: number;
  readonly texts: { readonly total: number; readonly scored: number; readonly truncated: number };
  /** In the order of the rubric. */
  readonly verdicts: readonly Verdict[];
  /** The plan as it was frozen; its digest is the run's id. */
  readonly plan: unknown;
}

/** A run by its whole id; undefined where the database does not hold it. */
export function readRun(store: Store, id: string): StoredRun | undefined {
  const run = findRun(store, id);
  if (run === undefined) return undefined;
  const count = (table: "run_pairs" | "skips") =>
    store.db.prepare<[string], number>(`SELECT count(*) FROM ${table} WHERE run = ?`).pluck().get(id)!;
  return {
    ...{ run: id, begun: run.createdAt, state: run.state, verdict: run.verdict },
    scorer: { ...readScorer(store, run.scorer), key: run.scorer },
    reward: run.reward,
    rubric: { name: run.rubricName, digest: run.rubric },
    data: { digest: run.data, ...countRunData(store, id) },
    ...{ seed: run.seed, judgedBy: run.judgedBy },
    scale: { within: run.withinSd, overall: run.overallSd, used: run.scale },
    ...{ noiseFloor: run.noiseFloor, pairs: count("run_pairs"), skipped: count("skips") },
    texts: countTexts(store, id, run.scorer),
    verdicts: readVerdicts(store, id).map(({ verdict }) => verdict),
    plan: JSON.parse(run.plan),
  };
}
