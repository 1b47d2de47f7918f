import type { RunView } from "../../contract.js";
import { sayBaseline } from "../../rubric/say-baseline.js";
import { runLines } from "./go-on.js";
import { leftAloneWords } from "./left-alone.js";
import { oracleGround } from "./oracle.js";
import type { Paint } from "./paint.js";
import { staleWords } from "./stale.js";
import { trainingWords } from "./training.js";
import { VALIDITY_KEY, validityFacts } from "./validity.js";
import { waiverWords } from "./waivers.js";
import {
  count,
  counted,
  lookWords,
  noiseWords,
  oneLine,
  powerWords,
  scaleWords,
  scorerLabel,
  tally,
  VERDICT_WORDS,
} from "./words.js";
import { wrap, wrapFacts } from "./wrap.js";

/** What was weighed, and on what. */
export function headLines(view: RunView, width: number, paint: Paint): string[] {
  const { data, texts, rubric, state } = view;
  const [file, ...files] = data.files.map(oneLine);
  const source = file === undefined ? [] : [files.length === 0 ? file : `${file} and ${files.length} more`];
  const facts = [
    `rubric ${oneLine(rubric.name)}`,
    ...source,
    `${counted(data.items, "item")} on ${counted(data.prompts, "prompt")}${cutTo(data)}`,
    `${counted(texts.scored, "text")} scored, ${count(texts.truncated)} truncated`,
    ...(state === "complete" ? [] : [`run is ${state}`]),
  ];
  return [
    ...wrap(`tare · ${scorerLabel(view)}`, width).map(paint.strong),
    ...wrapFacts(facts, width).map(paint.quiet),
    ...staleWords(view).flatMap((line) => wrap(`! ${line}`, width, 2)),
  ];
}

function cutTo({ budget }: RunView["data"]): string {
  return budget === undefined ? "" : ` of ${count(budget.prompts)}, cut to a budget of ${budget.asked}`;
}

/** How far the labels of the operators held where people read pairs blind. */
export function validitySection(view: RunView, width: number, paint: Paint): string[] {
  const facts = validityFacts(view);
  if (facts.length === 0) return [];
  const lines = wrapFacts(facts, width - 2).map((line) => `  ${line}`);
  const [head, ...key] = wrap(`LABELS READ BLIND (${VALIDITY_KEY})`, width, 2);
  return ["", paint.strong(head!), ...[...key, ...lines].map(paint.quiet)];
}

/** Waived claims and waivers that came to nothing, loudly; their numbers stand with the other claims. */
export function waiverSection(view: RunView, width: number, paint: Paint): string[] {
  const lines = waiverWords(view);
  if (lines.length === 0) return [];
  return ["", paint.strong("WAIVERS"), ...lines.flatMap((line) => wrap(`  ! ${line}`, width, 4))];
}

/** What of the data was exported for training: loudly, as waivers are. */
export function trainingSection(view: RunView, width: number, paint: Paint): string[] {
  const lines = trainingWords(view);
  if (lines.length === 0) return [];
  const mark = view.training?.prompts === 0 ? "  " : "  ! ";
  return ["", paint.strong("TRAINED ON"), ...lines.flatMap((line) => wrap(`${mark}${line}`, width, 4))];
}

/** Parts of the data that operators do not touch. */
export function leftAloneSection(view: RunView, width: number, paint: Paint): string[] {
  const lines = leftAloneWords(view);
  if (lines.length === 0) return [];
  return [
    "",
    paint.strong("LEFT ALONE"),
    ...lines.flatMap((line) => wrap(`  ${line}`, width, 4)).map(paint.quiet),
  ];
}

/** The gate's verdict and what it rests on. */
export function footLines(view: RunView, width: number, paint: Paint): string[] {
  const verdict = `verdict  ${VERDICT_WORDS[view.verdict]}  `;
  const [first, ...others] = wrap(`${verdict}${tally(view.verdicts)}`, width, verdict.length);
  const held = view.baseline === undefined ? [] : [oneLine(sayBaseline(view.baseline))];
  const oracle = oracleGround(view);
  const ground = [
    ...[scaleWords(view), noiseWords(view), ...held, ...(oracle === "" ? [] : [oracle])],
    ...[lookWords(view), ...powerLine(view)],
  ];
  return [
    "",
    paint.strong(paint.verdict(view.verdict, verdict)) + first!.slice(verdict.length),
    ...others,
    ...wrapFacts(ground, width).map(paint.quiet),
    ...runLines(view, width).map(paint.quiet),
  ];
}

function powerLine(view: RunView): string[] {
  const words = powerWords(view);
  return words === "" ? [] : [words];
}
