import { stringify } from "csv-stringify/sync";
import type { AnswerFormat } from "./formats.js";

/** A head and one record a row (RFC 4180, lines end in LF); NULL is an empty field. */
export const csvAnswer: AnswerFormat = async ({ columns }, batches, write) => {
  await write(stringify([[...columns]]));
  for await (const { rows } of batches) if (rows.length > 0) await write(stringify(rows as unknown[][]));
};
