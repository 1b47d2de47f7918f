import type { RunView } from "../../../contract.js";
import { writeNumber } from "../../../rubric/wording.js";
import { counted } from "../../layout/words.js";
import type { Chart } from "../plot/chart.js";
import { domainOf } from "../plot/domain.js";
import { eachView } from "../plot/each-view.js";
import { pointLayer } from "../plot/intervals.js";
import { type KeyEntry, keyPlot } from "../plot/key.js";
import { DIAMOND, type Mark, markFields } from "../plot/marks.js";
import { boxAt, placeLabels } from "../plot/place-labels.js";
import { type Plot, SMALL_LETTERS, WIDTH } from "../plot/plot.js";
import { scaleOf, zeroLine } from "../plot/scales.js";
import { bottomOf, stack } from "../plot/stack.js";
import { wordLayers } from "../plot/words.js";
import { type Move, type MoveKind, movesOf, unknownMoves } from "./moves.js";

const MARKS: Readonly<Record<MoveKind, Mark>> = {
  causal: { colour: "var(--series-1)", shape: "triangle-down", hollow: false },
  spurious: { colour: "var(--series-2)", shape: "circle", hollow: false },
  hack: { colour: "var(--series-4)", shape: "square", hollow: false },
  probe: { colour: "var(--series-3)", shape: DIAMOND, hollow: true },
  composed: { colour: "var(--series-6)", shape: "triangle-down", hollow: true },
};
const KINDS: Readonly<Record<MoveKind, string>> = {
  causal: "must move it",
  spurious: "must not move it",
  hack: "may not raise it",
  probe: "must lie lowest",
  composed: "degraded, then hacked",
};
const AROUND = { left: 50, right: 12, top: 24, bottom: 40 };
const SIZE = { width: WIDTH - AROUND.left - AROUND.right, height: 320 };
/** More would hide each other; the table has them all. */
const MOST_POINTS = 150;

/** Sensitivity against invariance: each operator a point, the wrong ones on top, whatever they were meant to do. */
export function sensitivityMap(views: readonly RunView[]): Chart[] {
  const domain = domainOf([0, ...views.flatMap(movesOf).map(({ bias }) => bias)], 0.08);
  return eachView(views, "map", (view) => {
    const moves = movesOf(view);
    if (moves.length === 0) return undefined;
    const kinds = (Object.keys(MARKS) as MoveKind[]).filter((kind) => moves.some((one) => one.kind === kind));
    const strictest = strictestBias(view);
    const key: KeyEntry[] = [
      ...kinds.map((kind) => ({ text: KINDS[kind], mark: MARKS[kind] })),
      ...(strictest === undefined
        ? []
        : [{ text: `within ±${strictest} SD, the strictest bound`, patch: { colour: "band" } }]),
      { text: "wrong as often as a coin", line: { colour: "axis", dash: [4, 3] } },
    ];
    const keys = stack([keyPlot(key)]);
    return {
      title: "Sensitivity and invariance",
      summary: summaryOf(moves, unknownMoves(view)),
      plots: [...keys, ...stack([mapPlot(moves, domain, strictest)], bottomOf(keys) + 8)],
      table: {
        columns: ["operator", "kind", "mean move (SD)", "metric", "share", "wrong"],
        rows: moves.map(({ name, kind, bias, metric, share, wrong }) => [
          name,
          kind,
          bias,
          metric,
          share,
          wrong,
        ]),
      },
      query: { name: "effects", parameters: { run: view.run } },
    };
  });
}

/** Of the claims on the mean move of what must not move. */
function strictestBias({ verdicts }: RunView): number | undefined {
  const bounds = verdicts.flatMap(({ claim }) =>
    claim.metric === "bias" && claim.against === undefined ? [claim.bound] : [],
  );
  return bounds.length === 0 ? undefined : Math.min(...bounds);
}

function mapPlot(moves: readonly Move[], domain: [number, number], strictest: number | undefined): Plot {
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

function summaryOf(moves: readonly Move[], unknown: number): string {
  const say = (many: readonly Move[], what: string) => {
    const worst = many[0];
    if (worst === undefined) return [];
    return [
      `of ${counted(many.length, "operator")} ${what}, ${worst.name} is wrong most often (${writeNumber("accuracy", worst.wrong)} of its pairs, mean move ${writeNumber("bias", worst.bias)} SD)`,
    ];
  };
  const causal = moves.filter(({ kind }) => kind === "causal");
  const still = moves.filter(({ kind }) => kind === "spurious" || kind === "hack");
  const parts = [
    ...say(causal, "that must move the reward"),
    ...say(still, "that must not"),
    ...(causal.length + still.length === 0 ? say(moves, "that must lie lowest") : []),
  ];
  const sentence = parts.join("; ");
  const rest = unknown === 0 ? "" : `; ${unknown} without both numbers are left out`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${rest}.`;
}
