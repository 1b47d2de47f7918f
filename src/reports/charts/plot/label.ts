import { oneLine } from "../../layout/words.js";

/** Characters that turn the direction of writing: a name that holds them would be read as another one. */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
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
