import type { Tuning } from "../contract.js";
import type { Store } from "./open.js";

/** What a scorer got done in some time; `source`: in a run, or on a sample for the purpose. */
export interface Throughput {
  readonly source: "run" | "sample";
  readonly texts: number;
  readonly tokens: number;
  /** Pad tokens computed beside them. */
  readonly padded: number;
  readonly milliseconds: number;
}

interface Setting extends Tuning {
  readonly scorer: string;
  readonly machine: string;
}

/** The newest of a run, else of a sample; undefined where nothing was measured with this setting. */
export function readThroughput({ db }: Store, setting: Setting): Throughput | undefined {
  return db
    .prepare<Setting, Throughput>(
      `SELECT source, texts, tokens, padded, milliseconds FROM throughputs
        WHERE scorer = @scorer AND machine = @machine AND token_budget = @tokenBudget AND threads = @threads
        ORDER BY source LIMIT 1`,
    )
    .get(setting);
}

export function writeThroughput({ db }: Store, setting: Setting, throughput: Throughput): void {
  db.prepare(
    `INSERT OR REPLACE INTO throughputs (scorer, machine, token_budget, threads, source, texts, tokens, padded, milliseconds)
     VALUES (@scorer, @machine, @tokenBudget, @threads, @source, @texts, @tokens, @padded, @milliseconds)`,
  ).run({ ...setting, ...throughput });
}
