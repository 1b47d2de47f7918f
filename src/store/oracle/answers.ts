import type { OracleStep } from "../../contract.js";
import type { Store } from "../open.js";
import { withStoreErrors } from "../sqlite-errors.js";

/** A question that was asked, and what came of it; the raw answer is read by its key when it is wanted. */
export interface RecordedCall {
  readonly key: string;
  readonly step: OracleStep;
  /** JSON of what the prompt file was filled with. */
  readonly inputs: string;
  /** JSON of what was sent. */
  readonly messages: string;
  readonly outcome: "read" | "refused" | "truncated" | "unreadable";
  /** JSON of what was read in the answer, else the answer as it came. */
  readonly said: string;
}

/** Who answered, by key; empty for a database from before there were oracles. */
export function answeringOracles({ db, path }: Store): { readonly model: string; readonly note: string }[] {
  return withStoreErrors(path, () => {
    if (db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'oracle_calls'").get() === undefined) return [];
    return db
      .prepare<[], { model: string; note: string }>(
        `SELECT DISTINCT model, note FROM oracles WHERE key IN (SELECT oracle FROM oracle_calls)
          ORDER BY model, note`,
      )
      .all();
  });
}

/** Every question asked, of one model or of all, in the order of their keys; one at a time is held. */
export function recordedCalls(
  { db, path }: Store,
  model: string | undefined,
  each: (call: RecordedCall) => void,
): void {
  withStoreErrors(path, () => {
    const calls = db
      .prepare<{ model: string | null }, RecordedCall>(
        `SELECT c.key, t.step, c.inputs, c.messages, c.outcome, coalesce(c.parsed, c.answer) AS said
           FROM oracle_calls c JOIN oracle_templates t ON t.digest = c.template JOIN oracles o ON o.key = c.oracle
          WHERE :model IS NULL OR o.model = :model ORDER BY c.key`,
      )
      .iterate({ model: model ?? null });
    for (const call of calls) each(call);
  });
}

/** The answer as it came, and the model's name as the server gave it. */
export function rawAnswer(
  { db, path }: Store,
  call: string,
): { readonly text: string; readonly servedModel: string } {
  return withStoreErrors(
    path,
    () =>
      db
        .prepare<[string], { text: string; servedModel: string }>(
          "SELECT answer AS text, served_model AS servedModel FROM oracle_calls WHERE key = ?",
        )
        .get(call)!,
  );
}
