import { textWidth } from "../../reports/layout/text-width.js";
import type { Cell } from "../../store/ask/protocol.js";
import { renderTable } from "../table.js";
import type { AnswerFormat } from "./formats.js";
import { recordLines } from "./record-lines.js";

/** A table has widths, so all of its rows are held first. One that the terminal cannot hold goes as records. */
export const tableAnswer: AnswerFormat = async ({ columns, room }, batches, write) => {
  const all: (readonly Cell[])[] = [];
  for await (const { rows } of batches) all.push(...rows);
  const table = renderTable(columns, all, "table");
  const wide = room !== undefined && all.length > 0 && textWidth(table.slice(0, table.indexOf("\n"))) > room;
  await write(`${wide ? recordLines(columns, all, room) : table}\n`);
};
