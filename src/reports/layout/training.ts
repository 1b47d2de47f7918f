import type { ExportFound, RunView } from "../../contract.js";
import { count, counted, oneLine } from "./words.js";

/** Exports that are told one by one; the others are counted. */
const SHOWN = 5;

/** What of the data was exported for training, and which operators were: one sentence a line; none where nothing is known. */
export function trainingWords({ training, data }: Pick<RunView, "training" | "data">): string[] {
  if (training === undefined) return [];
  const { exports, prompts, inFamily, heldOut } = training;
  const found = exports.filter(({ items }) => items > 0);
  const left = exports.filter(({ leftOut }) => leftOut > 0);
  const none =
    found.length > 0
      ? []
      : [
          `none of ${counted(data.prompts, "prompt")} was exported for training: held against ${counted(exports.length, "export")}`,
        ];
  const several =
    found.length > 1 ? [`${share(prompts, data.prompts)} exported for training, over all exports`] : [];
  return [
    ...several,
    ...shown(found, (one) => foundWords(one, data.prompts)),
    ...none,
    ...shown(
      left,
      (one) => `${counted(one.leftOut, "item")} left out: exported for training ${placeWords(one)}`,
    ),
    ...familyWords(inFamily, heldOut),
  ];
}

/** The same as one note for where there is no room; empty where nothing was found. */
export function trainingNote({ training, data }: Pick<RunView, "training" | "data">): string {
  if (training === undefined || training.prompts === 0) return "";
  return `${share(training.prompts, data.prompts)} exported for training: claims that rest on them do not pass, unless they are accepted`;
}

function foundWords(one: ExportFound, of: number): string {
  return `${share(one.prompts, of)} exported for training ${placeWords(one)}: ${counted(one.items, "item")}, ${counted(one.pairs, "pair")} as they are`;
}

function share(prompts: number, of: number): string {
  return `${count(prompts)} of ${counted(of, "prompt")} ${prompts === 1 ? "was" : "were"}`;
}

function placeWords({ file, at, origin }: ExportFound): string {
  const day = at === "" ? "" : `on ${at.slice(0, 10)} `;
  return `${day}(${oneLine(file)}${origin === "trained-on" ? ", named as trained on" : ""})`;
}

function shown(all: readonly ExportFound[], write: (one: ExportFound) => string): string[] {
  const rest = all.length - SHOWN;
  return [
    ...all.slice(0, SHOWN).map(write),
    ...(rest > 0 ? [`and ${counted(rest, "more export")}: tare query training-exports`] : []),
  ];
}

function familyWords(inFamily: readonly string[], heldOut: readonly string[]): string[] {
  const list = (names: readonly string[]) => names.map(oneLine).join(", ");
  return [
    ...(inFamily.length > 0
      ? [`gated operators of which pairs were exported for training: ${list(inFamily)}`]
      : []),
    ...(heldOut.length > 0 ? [`gated operators held out of training: ${list(heldOut)}`] : []),
  ];
}
