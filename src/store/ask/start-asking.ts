import { TareError } from "../../errors.js";
import type { Batch, Columns, FromChild, Question, ToChild } from "./protocol.js";
import { takeProcess } from "./spare-process.js";
import { fromFailed } from "./sql-errors.js";
import { stopwatch } from "./stopwatch.js";

/** A query that runs in a process of its own, row by row as they are wanted. */
export interface Asking extends Columns {
  /** The next rows. Throws TARE_QUERY_TIMEOUT, TARE_QUERY_SQL, TARE_QUERY_DIED. */
  next(most: number): Promise<Batch>;
  /** Reads to the end and says how many rows were left; undefined where that takes longer than so many milliseconds. */
  countRest(withinMs: number): Promise<number | undefined>;
  /** Ends the process, whatever it is at. */
  close(): Promise<void>;
}

/**
 * Starts a query. `timeoutMs` is how long its process may take in all, not counting what is done with the rows; 0: no limit.
 * Throws TARE_QUERY_SQL, TARE_QUERY_NOT_READING, TARE_QUERY_PARAMETER, TARE_QUERY_TIMEOUT, TARE_QUERY_DIED, and TARE_DB_….
 */
export async function startAsking(question: Question, timeoutMs: number): Promise<Asking> {
  const child = takeProcess();
  const whole = stopwatch(timeoutMs);
  const late = () =>
    new TareError("TARE_QUERY_TIMEOUT", `the query did not end within ${timeoutMs / 1000} s`);
  const say = async <T extends FromChild["type"]>(message: ToChild, _type: T, watch = whole) => {
    try {
      const answer = await watch.within(child.say(message), late);
      if (answer.type === "failed") throw fromFailed(answer);
      return answer as FromChild & { readonly type: T };
    } catch (error) {
      await child.close();
      throw error;
    }
  };
  const { columns, declared } = await say({ type: "begin", ...question }, "columns");
  return {
    columns,
    declared,
    next: (most) => say({ type: "more", most }, "rows"),
    async countRest(withinMs) {
      try {
        return (await say({ type: "count" }, "counted", stopwatch(withinMs))).rows;
      } catch (error) {
        if (error instanceof TareError && error.code === "TARE_QUERY_TIMEOUT") return undefined;
        throw error;
      }
    },
    close: child.close,
  };
}
