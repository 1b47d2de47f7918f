import { defineReport, type RunView } from "../contract.js";
import { groupsOf } from "./layout/groups.js";
import { cell, cells, claimRows, comparisonRows, operatorRows } from "./layout/markdown-tables.js";
import { skipLines } from "./layout/skips.js";
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
} from "./layout/words.js";

export default defineReport({
  summary: "for a pull request: the claims in sight, the operators folded away",
  render(views: readonly RunView[]): string {
    const comparison = views.length < 2 ? [] : ["## Side by side", comparisonRows(views).join("\n")];
    return `${[...views.flatMap(oneModel), ...comparison, `<sub>${cell(legend(views))}</sub>`].join("\n\n")}\n`;
  },
});

/** Blocks of Markdown, to be joined by empty lines. */
function oneModel(view: RunView): string[] {
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
    lookWords(view),
    ...(power === "" ? [] : [power]),
    `run ${view.run} in ${view.database}`,
  ];
  const claims = claimRows(view);
  return [
    `## tare: ${VERDICT_WORDS[view.verdict]} · ${cell(scorerLabel(view))}`,
    `${cell(facts.join(" · "))}  \n**${tally(view.verdicts)}**`,
    ...(claims.length === 0 ? [] : [claims.join("\n")]),
    ...details("Operators", operatorRows(groupsOf(view))),
    ...details("Not applied", skipRows(view)),
    ...details("Labels read blind", validityRows(view)),
    `<sub>${cell(ground.join(" · "))}</sub>`,
  ];
}

function skipRows(view: RunView): string[] {
  const lines = skipLines(view);
  if (lines.length === 0) return [];
  const rows = lines.map(({ label, total, reasons }) => cells([label, count(total), reasons]));
  return ["| operator | skipped | why |", "| --- | ---: | --- |", ...rows];
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
  return rows.length === 0
    ? []
    : ["| operator | as expected | 95 % | readers |", "| --- | ---: | ---: | --- |", ...rows];
}

function percent(share: number): string {
  return (100 * share).toFixed(0);
}

function details(summary: string, rows: readonly string[]): string[] {
  if (rows.length === 0) return [];
  return [`<details><summary>${summary}</summary>`, rows.join("\n"), "</details>"];
}
