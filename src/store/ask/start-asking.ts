import { TareError } from "../../errors.js";
import type { Batch, FromChild, Question, ToChild } from "./protocol.js";
import { startProcess } from "./query-process.js";
import { fromFailed } from "./sql-errors.js";
import { stopwatch } from "./stopwatch.js";

/** A query that runs in a process of its own, row by row as they are wanted. */
export interface Asking {
  readonly columns: readonly string[];
  /** The next rows. Throws TARE_QUERY_TIMEOUT, TARE_QUERY_SQL, TARE_QUERY_DIED. */
  next(most: number): Promise<Batch>;
  /** Reads to the end and says how many rows were left. */
  countRest(): Promise<number>;
  /** Ends the process, whatever it is at. */
  close(): Promise<void>;
}

/**
 * Starts a query. `timeoutMs` is how long its process may take in all, not counting what is done with the rows; 0: no limit.
 * Throws TARE_QUERY_SQL, TARE_QUERY_NOT_READING, TARE_QUERY_PARAMETER, TARE_QUERY_TIMEOUT, TARE_QUERY_DIED, and TARE_DB_….
 */
export async function startAsking(question: Question, timeoutMs: number): Promise<Asking> {
  const child = startProcess();
  const watch = stopwatch(timeoutMs);
  const say = async (message: ToChild): Promise<FromChild> => {
    const answer = await watch.within(
      child.say(message),
      () => new TareError("TARE_QUERY_TIMEOUT", `the query did not end within ${timeoutMs / 1000} s`),
    );
    if (answer.type === "failed") throw fromFailed(answer);
    return answer;
  };
  try {
    const { columns } = (await say({ type: "begin", ...question })) as FromChild & { type: "columns" };
    return {
      columns,
      next: async (most) => (await orClose(say({ type: "more", most }))) as FromChild & { type: "rows" },
      countRest: async () =>
        ((await orClose(say({ type: "count" }))) as FromChild & { type: "counted" }).rows,
      close: child.close,
    };
  } catch (error) {
    await child.close();
    throw error;
  }

  async function orClose<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      await child.close();
      throw error;
    }
  }
}
