import type { Store } from "../open.js";

export type CallOutcome = "read" | "refused" | "truncated" | "unreadable";

/** One question and what was answered: a row of oracle_calls, its JSON as text. */
export interface StoredCall {
  readonly key: string;
  readonly oracle: string;
  /** Digest of the prompt file. */
  readonly template: string;
  /** Key of the question whose answer it asks to mend; null for a first question. */
  readonly repairs: string | null;
  readonly inputs: string;
  readonly messages: string;
  readonly schema: string;
  readonly sampling: string;
  /** As it came. */
  readonly answer: string;
  readonly parsed: string | null;
  readonly outcome: CallOutcome;
  readonly problem: string;
  readonly servedModel: string;
  readonly promptTokens: number | null;
  readonly completionTokens: number | null;
  readonly cost: number | null;
  readonly attempts: number;
  readonly milliseconds: number;
  readonly at: string;
}

/** What answers to a question that was asked before; undefined where it was not. */
export type KnownCall = Pick<StoredCall, "key" | "answer" | "parsed" | "outcome" | "problem">;

export function readCall({ db }: Store, key: string): KnownCall | undefined {
  return db
    .prepare<[string], KnownCall>(
      "SELECT key, answer, parsed, outcome, problem FROM oracle_calls WHERE key = ?",
    )
    .get(key);
}

const INSERT = `
  INSERT OR IGNORE INTO oracle_calls
    (key, oracle, template, repairs, inputs, messages, schema, sampling, answer, parsed, outcome, problem, served_model,
     prompt_tokens, completion_tokens, cost, attempts, milliseconds, at)
  VALUES (@key, @oracle, @template, @repairs, @inputs, @messages, @schema, @sampling, @answer, @parsed, @outcome, @problem,
     @servedModel, @promptTokens, @completionTokens, @cost, @attempts, @milliseconds, @at)`;

/**
 * Writes a call, and with it, all or nothing, what `also` writes of it. Where another process wrote the same question in the
 * meantime its answer stays, and is what is returned.
 */
export function writeCall(store: Store, call: StoredCall, also: () => void): KnownCall {
  return store.db.transaction(() => {
    if (store.db.prepare(INSERT).run(call).changes === 0) return readCall(store, call.key)!;
    also();
    return call;
  })();
}
