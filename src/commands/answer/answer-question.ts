import { TareError } from "../../errors.js";
import type { Question } from "../../store/ask/protocol.js";
import { startAsking } from "../../store/ask/start-asking.js";
import { terminalColumns } from "../terminal.js";
import { batchesOf } from "./batches-of.js";
import { ANSWER_FORMATS, type AnswerFormatName } from "./formats.js";
import { openOutput } from "./open-output.js";

export interface Wanted {
  readonly format: AnswerFormatName;
  /** Rows at most; Infinity: all. */
  readonly limit: number;
  readonly output: string | undefined;
  /** 0: no limit. */
  readonly timeoutMs: number;
}

export interface Written {
  readonly rows: number;
  /** Rows that there are beyond the limit; undefined: so many that they could not be counted in time. */
  readonly left: number | undefined;
  readonly columns: readonly string[];
}

/** How long the rows that are not shown may take to be counted. */
const COUNTING_MS = 5_000;

/** Asks, and writes the rows as they come: a file is there whole or not at all. */
export async function answerQuestion(
  question: Question,
  { format, limit, output: path, timeoutMs }: Wanted,
): Promise<Written> {
  if (format === "parquet" && path === undefined)
    throw new TareError("TARE_USAGE", "--format parquet writes bytes: give --output FILE, or - for stdout");
  const asking = await startAsking(question, timeoutMs);
  const output = openOutput(path);
  try {
    let rows = 0;
    let end = false;
    async function* counted() {
      for await (const batch of batchesOf(asking, limit)) {
        rows += batch.rows.length;
        end = batch.end;
        yield batch;
      }
    }
    const room = path === undefined || path === "-" ? terminalColumns() : undefined;
    await ANSWER_FORMATS[format]({ ...asking, sql: question.sql, room }, counted(), output.write);
    const left = end ? 0 : await asking.countRest(COUNTING_MS);
    output.keep();
    return { rows, left, columns: asking.columns };
  } finally {
    output.drop();
    await asking.close();
  }
}
