import { oneLine } from "../../layout/words.js";

/** Marks that make neighbours be read from right to left; the stronger ones are gone by then (see layout/harmless.ts). */
const TURNS = /[\u061c\u200e\u200f]/gu;
/** What XML cannot hold: lone surrogates and non-characters. */
const UNPRINTABLE = /[\ufffe\uffff]/gu;

/** A name from a file or folder, as a chart shows it: one line, read from left to right, valid in XML. */
export function label(text: string): string {
  return oneLine(text.toWellFormed()).replace(TURNS, "\ufffd").replace(UNPRINTABLE, "\ufffd");
}

/** `length-padding@1.5`. */
export function operatorLabel({
  augmentation,
  dose,
}: {
  readonly augmentation: string;
  readonly dose: number | null;
}): string {
  return label(dose === null ? augmentation : `${augmentation}@${dose}`);
}
