import type { ExchangeRate } from "../../../contract.js";
import { writeEstimate } from "../../../rubric/wording.js";
import { writeDose } from "../../layout/exchange-rates.js";
import { intervalLayers } from "../plot/intervals.js";
import { label } from "../plot/label.js";
import { SERIES_MARKS } from "../plot/marks.js";
import { LETTERS, type Plot, SMALL_LETTERS, WIDTH } from "../plot/plot.js";
import { rowsOf, scaleOf } from "../plot/scales.js";
import { shortenMiddle, shortenTo, textWidth } from "../plot/text-width.js";
import { wordLayers } from "../plot/words.js";

const ROW = 56;
const AROUND = { left: 18, right: 18, top: 2, bottom: 38 };
const width = WIDTH - AROUND.left - AROUND.right;
/** Where the words and the interval of a row stand. */
const LINES = { name: 11, cost: 27, bar: 43 };

/** The trades with one hack. What lies past the doses that were tried is an arrow from the last of them. */
export function exchangeBlock(
  hack: string,
  rates: readonly ExchangeRate[],
  doses: readonly (number | null)[],
): Plot {
  const [least, most] = span(doses);
  const log = least > 0 && most / least >= 3;
  const x = scaleOf(widened(least, most, log), {
    title: shortenMiddle(`dose of ${label(hack)}`, width, SMALL_LETTERS),
    log,
  });
  const y = rowsOf(rates.length);
  const rows = rates.flatMap((rate, row) => {
    if (rate.dose === null) return [];
    // An open end reaches past the axis, so that it is drawn with an arrow.
    const lower = rate.lowerSign === "<" ? -Infinity : rate.lower;
    const upper = rate.upperSign === ">" ? Infinity : rate.upper;
    return [{ at: row + LINES.bar / ROW, estimate: rate.dose, lower, upper, mark: markOf(rate) }];
  });
  return {
    width,
    height: rates.length * ROW,
    around: AROUND,
    layers: [
      ...intervalLayers(rows, x, y),
      ...wordLayers(
        rates.flatMap((rate, row) => {
          const numbers = numbersOf(rate);
          const free = width - textWidth(numbers, LETTERS) - 14;
          const quiet = { x: 0, colour: "faint", size: SMALL_LETTERS };
          const line = (text: string, at: number) => ({
            ...{ ...quiet, text: shortenTo(text, width, SMALL_LETTERS), y: row * ROW + at },
          });
          return [
            {
              text: shortenTo(`buys back ${label(rate.degradation)}`, free, LETTERS),
              x: 0,
              y: row * ROW + LINES.name,
            },
            { text: numbers, x: width, y: row * ROW + LINES.name, align: "right" as const },
            line(costOf(rate), LINES.cost),
            ...(rate.dose === null ? [line(label(rate.reason), LINES.bar)] : []),
          ];
        }),
      ),
    ],
  };
}

/** A side alone is known: hollow. */
function markOf({ doseSign }: ExchangeRate) {
  return { ...SERIES_MARKS[0]!, hollow: doseSign !== "" };
}

function numbersOf({ dose, doseSign, lower, lowerSign, upper, upperSign }: ExchangeRate): string {
  if (dose === null) return "no dose";
  const interval =
    lower === null && upper === null
      ? ""
      : ` [${writeDose(lower, lowerSign)}, ${writeDose(upper, upperSign)}]`;
  return `${writeDose(dose, doseSign)}${interval}`;
}

function costOf({ loss, lossLower, lossUpper, n }: ExchangeRate): string {
  const cost = writeEstimate("bias", { estimate: loss, lower: lossLower, upper: lossUpper });
  return loss === null ? "" : `which moves the reward by ${cost} SD (${n} texts)`;
}

function span(doses: readonly (number | null)[]): [number, number] {
  const known = doses.filter((dose): dose is number => dose !== null);
  return known.length === 0 ? [1, 2] : [Math.min(...known), Math.max(...known)];
}

function widened(least: number, most: number, log: boolean): [number, number] {
  if (log) return [least / (most / least) ** 0.06, most * (most / least) ** 0.06];
  const room = (most - least || most || 1) * 0.06;
  return [least - room, most + room];
}
