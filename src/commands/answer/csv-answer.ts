import { stringify } from "csv-stringify/sync";
import type { AnswerFormat } from "./formats.js";

/**
 * A head and one record a row (RFC 4180, lines end in LF). NULL is an empty field; where it is all of a row it is quoted, since
 * most readers pass over an empty line.
 */
export const csvAnswer: AnswerFormat = async ({ columns }, batches, write) => {
  const options = { quoted_empty: columns.length === 1 };
  await write(stringify([[...columns]], options));
  for await (const { rows } of batches)
    if (rows.length > 0) await write(stringify(rows as unknown[][], options));
};
