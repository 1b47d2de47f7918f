import type { RunView } from "../../contract.js";
import { NOTHING } from "../../rubric/wording.js";
import { curveWords } from "./best-of-n.js";
import type { Block, Row } from "./blocks.js";
import { checkpointTable, checkpointWords } from "./checkpoints.js";
import { exchangeLines } from "./exchange-rates.js";
import { groupsOf } from "./groups.js";
import { cell, cells, curveTable, operatorRows } from "./markdown-tables.js";
import { refusedWords, sumOracle } from "./oracle.js";
import { skipLines } from "./skips.js";
import { count } from "./words.js";

/** How soon a row may go where there is no room. */
export const GOES = {
  last: 0,
  opens: 1,
  compares: 2,
  passed: 3,
  operators: 4,
  curves: 4,
  skips: 5,
  labels: 5,
  oracle: 5,
} as const;

/** What is folded away under the claims of a model. */
export function detailBlocks(view: RunView): Block[] {
  return [
    details("operators", "Operators", operatorRows(groupsOf(view)), GOES.operators),
    bestOfNBlock(view),
    exchangeBlock(view),
    trainingBlock(view),
    details("lines of what was not applied", "Not applied", skipRows(view), GOES.skips),
    details("oracle operators", "Oracle pairs", oracleRows(view), GOES.oracle),
    details("judged operators", "Labels read blind", validityRows(view), GOES.labels),
  ];
}

/** The first two rows of a table are its head. */
export function tableOf(
  rowsAre: string,
  [head = "", line = "", ...rows]: readonly string[],
  expendable: number,
  title: string,
): Block {
  return {
    rowsAre,
    head: [title, "", head, line],
    rows: rows.map((text) => ({ text, expendable })),
    tail: [],
  };
}

function details(rowsAre: string, summary: string, rows: readonly string[], expendable: number): Block {
  const table = tableOf(rowsAre, rows, expendable, `<details><summary>${summary}</summary>`);
  return { ...table, tail: ["", "</details>"] };
}

function bestOfNBlock(view: RunView): Block {
  const block = details("lines of best of n", "Best of n", curveTable(view), GOES.curves);
  return { ...block, tail: ["", `<sub>${cell(curveWords(view))}</sub>`, ...block.tail] };
}

function exchangeBlock(view: RunView): Block {
  const rows = exchangeLines(view).map((line): Row => ({ text: `- ${cell(line)}`, expendable: GOES.curves }));
  const head = ["<details><summary>Exchange rates</summary>", ""];
  return { rowsAre: "exchange rates", head, rows, tail: ["", "</details>"] };
}

function trainingBlock(view: RunView): Block {
  const table = checkpointTable(view).map(cells);
  const rows =
    table.length === 0 ? [] : [table[0]!, "| --- | ---: | ---: | --- | --- | --- |", ...table.slice(1)];
  const block = details("measures in training", "In training", rows, GOES.curves);
  return { ...block, tail: ["", `<sub>${cell(checkpointWords(view))}</sub>`, ...block.tail] };
}

function skipRows(view: RunView): string[] {
  const rows = skipLines(view).map(({ label, total, reasons }) => cells([label, count(total), reasons]));
  return rows.length === 0 ? [] : ["| operator | skipped | why |", "| --- | ---: | --- |", ...rows];
}

function oracleRows({ oracle }: RunView): string[] {
  const rows = (oracle?.operators ?? []).map((one) =>
    cells([
      one.operator,
      `${count(one.verified)} of ${count(one.tried)}`,
      one.agreement?.toFixed(2) ?? NOTHING,
      refusedWords(sumOracle([one])),
    ]),
  );
  const head = ["| operator | verified | agreement | refused |", "| --- | ---: | ---: | --- |"];
  return rows.length === 0 ? [] : [...head, ...rows];
}

function validityRows({ validity }: RunView): string[] {
  const rows = validity.map(({ augmentation, asExpected, read, lower, upper, by }) =>
    cells([
      augmentation,
      `${asExpected} of ${read}`,
      `[${percent(lower)}, ${percent(upper)}] %`,
      by === "tare" ? "tare's own" : "here",
    ]),
  );
  const head = ["| operator | as expected | 95 % | readers |", "| --- | ---: | ---: | --- |"];
  return rows.length === 0 ? [] : [...head, ...rows];
}

function percent(share: number): string {
  return (100 * share).toFixed(0);
}
