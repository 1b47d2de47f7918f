import { createColors } from "picocolors";
import { toAscii } from "../reports/layout/ascii.js";
import { type Paint, paintWith } from "../reports/layout/paint.js";

/** How what is shown is written: the width, the colours, and whether long texts are shortened. */
export interface Sheet {
  readonly width: number;
  readonly color: boolean;
  /** Nothing is shortened. */
  readonly full: boolean;
  readonly paint: Paint;
  /** Text that one of the two texts of a pair has alone. */
  readonly gone: (text: string) => string;
  readonly fresh: (text: string) => string;
  /** Tare's own signs as the terminal knows them; for its own words, never for texts of the data. */
  readonly sign: (text: string) => string;
}

export function sheetOf(asked: {
  readonly width: number;
  readonly color: boolean;
  readonly ascii: boolean;
  readonly full: boolean;
}): Sheet {
  const { width, color, ascii, full } = asked;
  const colors = createColors(color);
  return {
    ...{ width, color, full },
    paint: paintWith(color),
    gone: (text) => colors.red(colors.strikethrough(text)),
    fresh: (text) => colors.green(colors.underline(text)),
    sign: ascii ? toAscii : (text) => text,
  };
}
