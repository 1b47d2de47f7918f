import type { VerdictWord } from "../../../contract.js";

/** How a point looks: colour and shape always change together, so that either alone tells points apart. */
export interface Mark {
  readonly colour: string;
  readonly shape: string;
  /** Only the outline is drawn. */
  readonly hollow: boolean;
}

/** Paths in a square from -1 to 1. */
export const DIAMOND = "M0,-1.25L1.25,0L0,1.25L-1.25,0Z";
const TIMES = "M-1,-0.6L-0.6,-1L0,-0.4L0.6,-1L1,-0.6L0.4,0L1,0.6L0.6,1L0,0.4L-0.6,1L-1,0.6L-0.4,0Z";

const mark = (colour: string, shape: string, hollow = false): Mark =>
  Object.freeze({ colour: `var(--${colour})`, shape, hollow });

export const VERDICT_MARKS: Readonly<Record<VerdictWord, Mark>> = Object.freeze({
  pass: mark("pass", "circle"),
  fail: mark("fail", TIMES),
  inconclusive: mark("open", DIAMOND, true),
});

/** Models, roles, kinds: in the order of the page's colours. */
export const SERIES_MARKS: readonly Mark[] = Object.freeze([
  mark("series-1", "circle"),
  mark("series-2", "square"),
  mark("series-3", DIAMOND),
  mark("series-4", "triangle-up"),
  mark("series-5", "triangle-down", true),
  mark("series-6", "circle", true),
]);

/** As fields of a datum; the encodings of layers.ts read them. */
export function markFields({ colour, shape, hollow }: Mark) {
  return { colour, shape, fill: hollow ? "var(--paper)" : colour };
}
