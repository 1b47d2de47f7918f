import { type Element, elementsOf } from "../page.js";

/** A mark as it stands on the drawing, in units of the viewBox. */
export interface Drawn {
  readonly tag: string;
  /** Classes of the group that Vega put it into. */
  readonly group: string;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
}

interface Tick {
  readonly value: number;
  readonly at: number;
}

/** One coordinate system of a chart, read as a reader does: marks, words, and what the axes say. */
export interface Read {
  readonly drawn: readonly Drawn[];
  /** Points of the data, without those of a key. */
  readonly points: readonly Drawn[];
  readonly rules: readonly Drawn[];
  readonly words: readonly Drawn[];
  readonly across: readonly Tick[];
  readonly up: readonly Tick[];
}

/** The plots of a chart in the order in which they are drawn. */
export function readPlots(svg: string): Read[] {
  const root = elementsOf(svg)[0]!;
  return root.children.filter(({ tag }) => tag === "g").map(readPlot);
}

function readPlot(plot: Element): Read {
  const drawn = [...walk(plot, 0, 0, "")];
  const of = (group: string, tag: string) =>
    drawn.filter((one) => one.tag === tag && one.group.includes(group));
  const labels = of("role-axis-label", "text");
  const marks = of("role-axis-tick", "line");
  // A label belongs to the nearest tick; axes stand half a unit off, so that their lines are crisp.
  const ticks = (anchor: string, at: (one: Drawn) => number): Tick[] =>
    labels
      .filter(({ attributes }) => attributes["text-anchor"] === anchor)
      .map((one) => {
        const own = marks.filter(({ attributes }) => (anchor === "middle") === (attributes.x2 === "0"));
        const off = own.map((tick) => Math.abs(at(tick) - at(one)));
        const nearest = own[off.indexOf(Math.min(...off))]!;
        return { value: numberOf(one.text), at: at(nearest) - 0.5 };
      });
  return {
    drawn,
    points: of("mark-symbol role-mark", "path"),
    rules: of("mark-rule role-mark", "line"),
    words: of("mark-text role-mark", "text"),
    across: ticks("middle", ({ x }) => x),
    up: ticks("end", ({ y }) => y),
  };
}

function* walk(element: Element, x: number, y: number, group: string): Generator<Drawn> {
  const [, dx = "0", dy = "0"] =
    /translate\(([^,]+),([^)]+)\)/.exec(element.attributes.transform ?? "") ?? [];
  const at = { x: x + Number(dx), y: y + Number(dy) };
  if (element.tag !== "g")
    yield { tag: element.tag, group, ...at, text: element.text, attributes: element.attributes };
  const inside = element.attributes.class ?? group;
  for (const child of element.children) yield* walk(child, at.x, at.y, inside);
}

/** `+0.5`, `−2`, `50 %`. */
export function numberOf(label: string): number {
  const number = Number(label.replace("−", "-").replace(/[ %+,]/g, ""));
  return label.endsWith("%") ? number / 100 : number;
}

/** What a place on an axis means, by its outermost ticks. */
export function valueAt(ticks: readonly Tick[], at: number, log = false): number {
  const scale = log ? Math.log : (value: number) => value;
  const [first, last] = [ticks[0]!, ticks.at(-1)!];
  const part = (at - first.at) / (last.at - first.at);
  const value = scale(first.value) + part * (scale(last.value) - scale(first.value));
  return log ? Math.exp(value) : value;
}
