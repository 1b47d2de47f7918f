import { TareError } from "../../errors.js";
import { textWidth } from "../../reports/layout/text-width.js";
import type { Cell } from "../../store/ask/protocol.js";
import { renderTable } from "../table.js";
import type { AnswerFormat } from "./formats.js";
import { recordLines } from "./record-lines.js";

/** Nobody reads so many rows, and to lay them out takes time that grows with their square. */
const MOST = 10_000;

/**
 * A table has widths, so all of its rows are held first. One that the terminal cannot hold goes as records.
 * Throws TARE_OUTPUT for more than 10,000 rows.
 */
export const tableAnswer: AnswerFormat = async ({ columns, room }, batches, write) => {
  const all: (readonly Cell[])[] = [];
  for await (const { rows } of batches) {
    all.push(...rows);
    if (all.length > MOST)
      throw new TareError("TARE_OUTPUT", `there are more than ${MOST} rows: too many for a table`, {
        fix: "Give --format csv, json or parquet, or a --limit.",
      });
  }
  const table = renderTable(columns, all, "table");
  const wide = room !== undefined && all.length > 0 && textWidth(table.slice(0, table.indexOf("\n"))) > room;
  await write(`${wide ? recordLines(columns, all, room) : table}\n`);
};
