import type { Cell } from "../../store/ask/protocol.js";
import { renderTable } from "../table.js";
import type { AnswerFormat } from "./formats.js";

/** A table has widths, so all of its rows are held first. */
export const tableAnswer: AnswerFormat = async ({ columns }, batches, write) => {
  const all: (readonly Cell[])[] = [];
  for await (const { rows } of batches) all.push(...rows);
  await write(`${renderTable(columns, all, "table")}\n`);
};
