import type { Layer } from "./plot.js";

/** Titles and ticks of an axis; shares are numbers from 0 to 1 and written as per cent. */
export interface AxisWords {
  readonly title?: string;
  readonly ticks?: number;
  readonly values?: readonly number[];
  readonly share?: boolean;
  readonly grid?: boolean;
  /** Sign on every number: a direction. */
  readonly signed?: boolean;
  readonly log?: boolean;
}

type Domain = readonly [number, number];
const PER_CENT = "format(datum.value * 100, '~g') + ' %'";
const NUMBER = "format(datum.value, '~g')";
const SIGN = "(datum.value > 0 ? '+' : '') + ";

/** A numeric channel: every layer of a plot gets the same one, with its own field. */
export function scaleOf(domain: Domain, words: AxisWords | null) {
  const scale = {
    domain: [...domain],
    nice: false as const,
    ...(words?.log ? { type: "log" as const, base: 2 } : { zero: false as const }),
  };
  return { type: "quantitative" as const, scale, axis: words === null ? null : axisOf(words) };
}

function axisOf({ title, ticks = 5, values, share = false, grid = true, signed = false }: AxisWords) {
  const format = { labelExpr: `${signed ? SIGN : ""}${share ? PER_CENT : NUMBER}` };
  return {
    title: title ?? null,
    grid,
    ...format,
    ...(values === undefined ? { tickCount: ticks } : { values: [...values] }),
    labelOverlap: true,
  };
}

/** Rows from above to below: row i reaches from i to i + 1. */
export function rowsOf(count: number) {
  return {
    type: "quantitative" as const,
    scale: { domain: [0, count], reverse: true, nice: false as const, zero: false as const },
    axis: null,
  };
}

/** Where nothing moves. */
export function zeroLine(x: ReturnType<typeof scaleOf>): Layer {
  return {
    data: { values: [{ zero: 0 }] },
    mark: { type: "rule", color: "var(--axis)", strokeWidth: 1 },
    encoding: { x: { ...x, field: "zero" } },
  };
}
