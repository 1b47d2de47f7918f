import type { RunView } from "../../contract.js";
import { sayBaseline } from "../../rubric/say-baseline.js";
import { type Block, paragraph, type Row } from "./blocks.js";
import { leftAloneWords } from "./left-alone.js";
import { detailBlocks, GOES, tableOf } from "./markdown-details.js";
import { cell, claimRows, comparisonRows } from "./markdown-tables.js";
import { oracleWords } from "./oracle.js";
import { staleWords } from "./stale.js";
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
    ...linesBlock("Analysis is due", staleWords(view)),
    ...linesBlock("Trained on", trainingWords(view)),
    ...linesBlock("Waivers", waiverWords(view)),
    claimBlock(view),
    ...detailBlocks(view),
    ...linesBlock("Oracle", oracleWords(view)),
    ...linesBlock("Left alone", leftAloneWords(view)),
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
