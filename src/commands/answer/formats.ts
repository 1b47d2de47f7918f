import type { Batch } from "../../store/ask/protocol.js";
import { csvAnswer } from "./csv-answer.js";
import { jsonAnswer } from "./json-answer.js";
import { parquetAnswer } from "./parquet-answer.js";
import { tableAnswer } from "./table-answer.js";

/** The shape of an answer, known before its first row. */
export interface AnswerHead {
  readonly columns: readonly string[];
  /** Type of the table's column that stands behind each, where there is one: INTEGER, REAL, TEXT. */
  readonly declared: readonly (string | null)[];
  readonly sql: string;
  /** Columns of the terminal that it is written to; undefined where it goes elsewhere. */
  readonly room: number | undefined;
}

/** Writes rows as they come; what it writes is text, or bytes in Parquet. */
export type AnswerFormat = (
  head: AnswerHead,
  batches: AsyncIterable<Batch>,
  write: (content: string | Uint8Array) => Promise<void>,
) => Promise<void>;

export const ANSWER_FORMATS = {
  table: tableAnswer,
  csv: csvAnswer,
  json: jsonAnswer,
  parquet: parquetAnswer,
} as const satisfies Record<string, AnswerFormat>;

export type AnswerFormatName = keyof typeof ANSWER_FORMATS;
