import { pointLayer } from "../plot/intervals.js";
import { DIAMOND, type Mark, markFields } from "../plot/marks.js";
import { boxAt, placeLabels } from "../plot/place-labels.js";
import { type Plot, SMALL_LETTERS, WIDTH } from "../plot/plot.js";
import { scaleOf, zeroLine } from "../plot/scales.js";
import { wordLayers } from "../plot/words.js";
import type { Move, MoveKind } from "./moves.js";

export const MARKS: Readonly<Record<MoveKind, Mark>> = {
  causal: { colour: "var(--series-1)", shape: "triangle-down", hollow: false },
  spurious: { colour: "var(--series-2)", shape: "circle", hollow: false },
  hack: { colour: "var(--series-4)", shape: "square", hollow: false },
  probe: { colour: "var(--series-3)", shape: DIAMOND, hollow: true },
  composed: { colour: "var(--series-6)", shape: "triangle-down", hollow: true },
};

const AROUND = { left: 50, right: 12, top: 24, bottom: 40 };
const SIZE = { width: WIDTH - AROUND.left - AROUND.right, height: 320 };
/** More would hide each other; the table has them all. */
const MOST_POINTS = 150;

/** Operators as points: mean move across, share of wrong pairs up; the band is the strictest bound. */
export function mapPlot(
  moves: readonly Move[],
  domain: [number, number],
  strictest: number | undefined,
): Plot {
  const x = scaleOf(domain, { title: "mean move of the reward, variant less base (SDs)", signed: true });
  const y = scaleOf([-0.04, 1.04], { share: true, values: [0, 0.25, 0.5, 0.75, 1] });
  const shown = moves.slice(0, MOST_POINTS);
  const at = ({ bias, wrong }: Move) => ({
    x: ((bias - domain[0]) / (domain[1] - domain[0])) * SIZE.width,
    y: (1 - (wrong + 0.04) / 1.08) * SIZE.height,
  });
  const wishes = shown.filter(({ kind }) => kind !== "composed");
  const names = placeLabels(
    wishes.map((move) => ({ text: move.name, ...at(move) })),
    wishes.map(at),
    SIZE,
    shown.filter(({ kind }) => kind === "composed").map((move) => boxAt(at(move).x, at(move).y, 10)),
  );
  const unnamed = moves.length - names.length;
  const note = unnamed === 0 ? "" : `${unnamed} of ${moves.length} without a name: see the table`;
  const above = { y: -14, colour: "faint", size: SMALL_LETTERS };
  return {
    ...SIZE,
    around: AROUND,
    layers: [
      ...(strictest === undefined ? [] : [bandLayer(strictest, x)]),
      zeroLine(x),
      {
        data: { values: [{ coin: 0.5 }] },
        mark: { type: "rule", color: "var(--axis)", strokeDash: [4, 3], strokeWidth: 1 },
        encoding: { y: { ...y, field: "coin" } },
      },
      pointLayer(
        shown.map(({ bias, wrong, kind }) => ({ bias, wrong, ...markFields(MARKS[kind]) })),
        { ...x, field: "bias" },
        { ...y, field: "wrong" },
      ),
      ...wordLayers([
        ...names,
        { ...above, x: -AROUND.left, text: "pairs on which it is wrong" },
        { ...above, x: SIZE.width, align: "right", text: note },
      ]),
    ],
  };
}

function bandLayer(bound: number, x: ReturnType<typeof scaleOf>) {
  return {
    data: { values: [{ low: -bound, high: bound }] },
    mark: { type: "rect" as const, color: "var(--band)" },
    encoding: { x: { ...x, field: "low" }, x2: { field: "high" } },
  };
}
