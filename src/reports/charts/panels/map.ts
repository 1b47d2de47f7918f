import type { RunView } from "../../../contract.js";
import { writeNumber } from "../../../rubric/wording.js";
import { counted } from "../../layout/words.js";
import type { Chart } from "../plot/chart.js";
import { domainOf } from "../plot/domain.js";
import { eachView } from "../plot/each-view.js";
import { type KeyEntry, keyPlot } from "../plot/key.js";
import { bottomOf, stack } from "../plot/stack.js";
import { MARKS, mapPlot } from "./map-plot.js";
import { type Move, type MoveKind, movesOf, unknownMoves } from "./moves.js";

const KINDS: Readonly<Record<MoveKind, string>> = {
  causal: "must move it",
  spurious: "must not move it",
  hack: "may not raise it",
  probe: "must lie lowest",
  composed: "degraded, then hacked",
};
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
