import type { RunView } from "../../contract.js";
import { sayBaseline } from "../../rubric/say-baseline.js";
import { curveWords } from "./best-of-n.js";
import { type Block, paragraph, type Row } from "./blocks.js";
import { checkpointTable, checkpointWords } from "./checkpoints.js";
import { exchangeLines } from "./exchange-rates.js";
import { groupsOf } from "./groups.js";
import { leftAloneWords } from "./left-alone.js";
import { cell, cells, claimRows, comparisonRows, curveTable, operatorRows } from "./markdown-tables.js";
import { skipLines } from "./skips.js";
import { trainingWords } from "./training.js";
import { waiverWords } from "./waivers.js";
import {
  count,
  counted,
  legend,
  lookWords,
  noiseWords,
  powerWords,
  scaleWords,
  scorerLabel,
  tally,
  VERDICT_WORDS,
} from "./words.js";

/** How soon a row may go where there is no room. */
const GOES = {
  last: 0,
  opens: 1,
  compares: 2,
  passed: 3,
  operators: 4,
  curves: 4,
  skips: 5,
  labels: 5,
} as const;

/** A whole report in Markdown: each model, then all side by side, then how to read it. */
export function markdownBlocks(views: readonly RunView[]): Block[] {
  const comparison =
    views.length < 2
      ? []
      : [tableOf("lines of the comparison", comparisonRows(views), GOES.compares, "## Side by side")];
  return [...views.flatMap(oneModel), ...comparison, paragraph(`<sub>${cell(legend(views))}</sub>`)];
}

function oneModel(view: RunView): Block[] {
  const { data, texts, rubric } = view;
  const facts = [
    `rubric ${rubric.name}`,
    counted(data.items, "item"),
    `${counted(texts.scored, "text")} scored, ${count(texts.truncated)} truncated`,
  ];
  const power = powerWords(view);
  const ground = [
    scaleWords(view),
    noiseWords(view),
    ...(view.baseline === undefined ? [] : [sayBaseline(view.baseline)]),
    lookWords(view),
    ...(power === "" ? [] : [power]),
    `run ${view.run} in ${view.database}`,
  ];
  return [
    paragraph(`## tare: ${VERDICT_WORDS[view.verdict]} · ${cell(scorerLabel(view))}`),
    paragraph(`${cell(facts.join(" · "))}  \n**${tally(view.verdicts)}**`),
    ...linesBlock("Trained on", trainingWords(view)),
    ...linesBlock("Waivers", waiverWords(view)),
    claimBlock(view),
    details("operators", "Operators", operatorRows(groupsOf(view)), GOES.operators),
    bestOfNBlock(view),
    exchangeBlock(view),
    trainingBlock(view),
    details("lines of what was not applied", "Not applied", skipRows(view), GOES.skips),
    ...linesBlock("Left alone", leftAloneWords(view)),
    details("judged operators", "Labels read blind", validityRows(view), GOES.labels),
    paragraph(`<sub>${cell(ground.join(" · "))}</sub>`),
  ];
}

/** What stands before the table of all claims, so that nobody has to look for it. */
function linesBlock(title: string, lines: readonly string[]): Block[] {
  if (lines.length === 0) return [];
  return [paragraph(`**${title}**\n\n${lines.map((line) => `- ${cell(line)}`).join("\n")}`)];
}

function claimBlock(view: RunView): Block {
  const [head = "", line = "", ...rows] = claimRows(view);
  const goes = { pass: GOES.passed, inconclusive: GOES.opens, fail: GOES.last } as const;
  const placed = rows.map((text, index): Row => ({ text, expendable: goes[view.verdicts[index]!.verdict] }));
  return { rowsAre: "claims", head: [head, line], rows: placed, tail: [] };
}

/** The first two rows of a table are its head. */
function tableOf(
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
