import { SMALL_LETTERS } from "./plot.js";
import { textWidth } from "./text-width.js";
import type { Word } from "./words.js";

/** A point in the plot's pixels that would like its name beside it. */
export interface Named {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** In the plot's pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const HALF_POINT = 6;
const HALF_LINE = 7;
const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Names beside their points, first come, first placed: right, left, above, below or in a corner, where they cover neither a point nor
 * another name nor the edge and, where that can be had, no obstacle. What finds no place is left out.
 */
export function placeLabels(
  wishes: readonly Named[],
  points: readonly { readonly x: number; readonly y: number }[],
  { width, height }: { readonly width: number; readonly height: number },
  obstacles: readonly Box[] = [],
): Word[] {
  const taken: Box[] = points.map(({ x, y }) => boxAt(x, y, HALF_POINT * 2));
  const words: Word[] = [];
  for (const { text, x, y } of wishes) {
    const wide = textWidth(text, SMALL_LETTERS);
    const side = HALF_POINT + 2;
    const spots = [
      { x: x + side, y, align: "left" as const, middle: x + side + wide / 2 },
      { x: x - side, y, align: "right" as const, middle: x - side - wide / 2 },
      { x, y: y - side - HALF_LINE, align: "center" as const, middle: x },
      { x, y: y + side + HALF_LINE, align: "center" as const, middle: x },
      { x: x + side, y: y - side, align: "left" as const, middle: x + side + wide / 2 },
      { x: x + side, y: y + side, align: "left" as const, middle: x + side + wide / 2 },
      { x: x - side, y: y - side, align: "right" as const, middle: x - side - wide / 2 },
      { x: x - side, y: y + side, align: "right" as const, middle: x - side - wide / 2 },
      { x: x + side, y: y + side + HALF_LINE, align: "right" as const, middle: x + side - wide / 2 },
      { x: x + side, y: y - side - HALF_LINE, align: "right" as const, middle: x + side - wide / 2 },
    ];
    const fits = (others: readonly Box[]) =>
      spots.find((spot) => {
        const box = boxAt(spot.middle, spot.y, wide);
        const inside = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
        return inside && !others.some((other) => overlap(box, other));
      });
    const free = fits([...taken, ...obstacles]) ?? fits(taken);
    if (free === undefined) continue;
    taken.push(boxAt(free.middle, free.y, wide));
    words.push({ text, x: free.x, y: free.y, align: free.align, size: SMALL_LETTERS });
  }
  return words;
}

/** What a line of words, or a point, takes up around its middle. */
export function boxAt(x: number, y: number, wide: number): Box {
  return { left: x - wide / 2, right: x + wide / 2, top: y - HALF_LINE, bottom: y + HALF_LINE };
}
