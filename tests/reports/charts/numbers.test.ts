import { beforeAll, describe, expect, it } from "vitest";
import { drawPanels, type Panel } from "../../../src/reports/charts/index.js";
import { numberOf, type Read, readPlots, valueAt } from "./reading.js";
import { HALF, RICH } from "./sample.js";

let panels: readonly Panel[];

beforeAll(async () => {
  panels = await drawPanels([RICH, HALF]);
});

/** Of the first model. */
const panel = (id: string) => panels.find((one) => one.id === `chart-${id}-1`)!;
const plots = (id: string) =>
  readPlots(panel(id).svg).filter(({ across, up }) => across.length + up.length > 0);
/** What the points of a plot say, read off its axes. */
const xs = ({ points, across }: Read, log = false) => points.map(({ x }) => valueAt(across, x, log));
const ys = ({ points, up }: Read) => points.map(({ y }) => valueAt(up, y));
const column = ({ table }: Panel, name: string) => table.rows.map((row) => row[table.columns.indexOf(name)]);

/** Coordinates have two decimals: what a plot says is as exact as its pixels. */
function near(found: readonly number[], wanted: readonly (number | null | undefined)[], digits = 2): void {
  expect(found).toHaveLength(wanted.length);
  for (const [at, value] of wanted.entries()) expect(found[at]).toBeCloseTo(value!, digits);
}

describe("points stand where the axes say what the view says", () => {
  it("claims, by unit", () => {
    const [shares, sds] = plots("forest");
    const of = (metrics: readonly string[]) =>
      RICH.verdicts.filter(({ claim }) => metrics.includes(claim.metric));
    near(
      xs(shares!),
      of(["correct-direction", "tail-share", "accuracy"]).map(({ estimate }) => estimate),
    );
    near(
      xs(sds!),
      of(["bias"]).map(({ estimate }) => estimate),
    );
    const ends = shares!.rules.filter(({ attributes }) => attributes.stroke !== "var(--axis)");
    near(
      ends
        .flatMap(({ x, attributes }) => [x, x + Number(attributes.x2)])
        .map((at) => valueAt(shares!.across, at)),
      [0.11, 0.19, 0.5, 0.5, 0.35, 0.45, 0.51, 0.65],
    );
  });

  it("what the rubric allows", () => {
    const [shares, sds] = plots("forest");
    const bands = (plot: Read) =>
      plot.drawn
        .filter(({ group, attributes }) => group.includes("mark-rect") && attributes.fill === "var(--band)")
        .map(({ x, attributes }) => {
          const [, left, width] = /^M([-\d.]+),[-\d.]+h([-\d.]+)/.exec(attributes.d!)!;
          return [Number(left), Number(left) + Number(width)].map((at) => valueAt(plot.across, x + at));
        });
    near(bands(shares!).flat(), [0.75, 1, 0.8, 1, 0, 0.5, 0.6, 1]);
    const [length, formatting] = bands(sds!);
    near([length![1]!, ...formatting!], [0.2, -0.2, 0.2]);
    expect(length![0]).toBeLessThan(-0.1);
  });

  it("sensitivity and invariance", () => {
    const [map] = plots("map");
    near(xs(map!), column(panel("map"), "mean move (SD)") as number[]);
    near(ys(map!), column(panel("map"), "wrong") as number[]);
    const wrong = new Map(panel("map").table.rows.map((row) => [row[0], row.at(-1)]));
    expect(wrong.get("claim-negated")).toBeCloseTo(1 - 0.04);
    expect(wrong.get("length-padding@2")).toBe(0.36);
  });

  it("response curves, with the monotone one", () => {
    const [plot] = plots("curves");
    near(xs(plot!), [1.5, 2, 4]);
    near(ys(plot!), [0.1, 0.34, 0.26]);
    const line = plot!.drawn.find(({ group }) => group.includes("mark-line"))!;
    const corners = [...line.attributes.d!.matchAll(/[ML]([-\d.]+),([-\d.]+)/g)];
    near(
      corners.map(([, , y]) => valueAt(plot!.up, line.y + Number(y))),
      [0.1, 0.3, 0.3],
    );
  });

  it("best of n", () => {
    const [any, hack] = plots("best-of-n");
    near(xs(any!, true), [1, 4, 16, 64], 1);
    near(ys(any!), [0.5, 0.6, 0.7, 0.8]);
    near(ys(hack!), [0.5, 0.45, 0.4, 0.35]);
  });

  it("exchange rates, an open end as an arrow at the edge", () => {
    const [plot] = plots("exchange");
    const [arrow, dose] = plot!.points;
    near([valueAt(plot!.across, dose!.x)], [2.5]);
    expect(valueAt(plot!.across, arrow!.x)).toBeGreaterThan(4);
    near([valueAt(plot!.across, plot!.rules[0]!.x)], [2]);
  });

  it("raw against adjusted effects, the disagreeing one of another shape on top", () => {
    const [plot] = plots("drift");
    near(xs(plot!), [3.08, 0.004, 0.34]);
    near(ys(plot!), [2.9, 0.02, 0.05]);
    const [same, , other] = plot!.points.map(({ attributes }) => attributes);
    expect(other!.d).not.toBe(same!.d);
    expect(other!.stroke).not.toBe(same!.stroke);
  });

  it("ranking accuracy: all data, then the least right part", () => {
    near(xs(plots("ranking")[0]!), [0.58, 0.4, 0.7]);
  });

  it("style against style: each cell as full as it is right, its number in it", () => {
    const [matrix] = readPlots(panel("ranking-styles").svg);
    const cells = matrix!.drawn.filter(({ group }) => group.includes("mark-rect"));
    const numbers = matrix!.words.filter(({ text }) => text.endsWith("%")).map(({ text }) => numberOf(text));
    near(
      numbers,
      RICH.details!.rankings.map(({ accuracy }) => accuracy),
    );
    near(
      cells.map(({ attributes }) => Number(attributes["fill-opacity"]) / 0.5),
      numbers,
    );
  });

  it("histograms: steps as high as the shares", () => {
    const [plot] = plots("scores");
    const heights = plot!.drawn
      .filter(({ group }) => group.includes("mark-line"))
      .map(({ y, attributes }) => {
        const corners = [...attributes.d!.matchAll(/[ML]([-\d.]+),([-\d.]+)/g)];
        return Math.max(...corners.map(([, , top]) => valueAt(plot!.up, y + Number(top))));
      });
    near(heights, [0.5, 0.5]);
  });

  it("margins and checkpoints", () => {
    const [margins] = plots("margins");
    near(xs(margins!), [0.1, 0.5, 1.5]);
    near(ys(margins!), [0.5, 0.6, 0.7]);
    const [reward, tokens] = plots("checkpoints");
    near(xs(reward!), [0, 100, 400], 0);
    near(ys(reward!), [1, 2, 3]);
    near(ys(tokens!), [80, 100, 120], 0);
  });

  it("coverage: bars as long as what was asked for", () => {
    const [plot] = plots("coverage");
    const bars = plot!.drawn.filter(({ group }) => group.includes("mark-rect"));
    const lengths = bars.map(({ attributes }) => Number(/h([-\d.]+)/.exec(attributes.d!)![1]));
    const asked = panel("coverage")
      .table.rows.map((row) => row[3] as number)
      .filter((pairs) => pairs > 0);
    const unit = valueAt(plot!.across, 1) - valueAt(plot!.across, 0);
    near(
      [...lengths].sort((a, b) => a - b).map((length) => length * unit),
      asked.sort((a, b) => a - b),
      0,
    );
  });
});

describe("several models", () => {
  it("have their charts on the same axes, under their names", () => {
    const [first, second] = ["chart-forest-1", "chart-forest-2"].map(
      (id) => panels.find((one) => one.id === id)!,
    );
    expect(first!.title).toContain(RICH.scorer.name);
    expect(second!.title).toContain(HALF.scorer.name);
    const axes = (chart: Panel) => readPlots(chart.svg).map(({ across }) => across);
    expect(axes(first!)).toEqual(axes(second!));
  });

  it("stand side by side, each with its own mark, the most different operator first", () => {
    const chart = panels.find(({ id }) => id === "chart-comparison")!;
    const [plot] = readPlots(chart.svg).filter(({ across }) => across.length > 0);
    near(xs(plot!).slice(0, 2), [3.08, 1.54]);
    expect(chart.table.rows[0]![0]).toBe("plain-to-markdown");
    near(xs(plot!), column(chart, "mean move (SD)") as number[]);
    const looks = new Set(plot!.points.map(({ attributes }) => `${attributes.d} ${attributes.fill}`));
    expect(looks.size).toBe(2);
  });
});
