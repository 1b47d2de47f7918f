import type { CurvePoint, RunView } from "../../../contract.js";
import { writeNumber } from "../../../rubric/wording.js";
import type { Chart } from "../plot/chart.js";
import { intervalDomain } from "../plot/domain.js";
import { eachView } from "../plot/each-view.js";
import { keyPlot } from "../plot/key.js";
import { label } from "../plot/label.js";
import { SERIES_MARKS } from "../plot/marks.js";
import { bottomOf, grid, stack } from "../plot/stack.js";
import { type Curve, curvePlot } from "./curve-plot.js";

const KEY = [
  { text: "mean", mark: SERIES_MARKS[0]! },
  { text: "interval", patch: { colour: "series-1", opacity: 0.2 } },
  { text: "monotone curve through the means", line: { colour: "series-2" } },
  { text: "bound of the rule", line: { colour: "axis", dash: [4, 3] } },
  { text: "across: dose; up: mean move in SDs; slope: SDs per doubling of tokens" },
];
/** Two to a row; the table has those that are left out. */
const MOST = 24;

/** How the reward answers a growing dose: one small plot an operator, all on one scale. */
export function responseCurves(views: readonly RunView[]): Chart[] {
  const domain = intervalDomain(
    views.flatMap(({ curves }) => curves.map(({ z, lower, upper }) => ({ estimate: z, lower, upper }))),
    [0, ...views.flatMap((view) => curvesOf(view).flatMap(({ bound }) => bound ?? []))],
  );
  return eachView(views, "curves", (view) => {
    const curves = curvesOf(view);
    if (curves.length === 0) return undefined;
    const keys = stack([keyPlot(KEY)]);
    const plots = curves.slice(0, MOST).map((curve) => curvePlot(curve, domain));
    const left = curves.length - plots.length;
    return {
      title: "Response to the dose",
      summary: `${summaryOf(curves)}${left > 0 ? ` ${left} more operators are in the table only.` : ""}`,
      plots: [...keys, ...grid(plots, 2, bottomOf(keys) + 8)],
      table: {
        columns: [
          "operator",
          "dose",
          "length ratio",
          "mean move (SD)",
          "lower",
          "upper",
          "monotone curve",
          "pairs",
          "prompts",
        ],
        rows: curves.flatMap(({ name, points }) =>
          points.map(({ dose, lengthRatio, z, lower, upper, fit, n, clusters }) => [
            ...[name, dose, lengthRatio, z, lower, upper, fit, n, clusters],
          ]),
        ),
      },
      query: { name: "response-curve", parameters: { run: view.run } },
    };
  });
}

/** An operator that two attributes use has a curve for each. */
function curvesOf({ curves, effects, verdicts }: RunView): Curve[] {
  const groups = new Map<string, CurvePoint[]>();
  for (const point of curves) {
    const key = JSON.stringify([point.attribute, point.augmentation]);
    groups.set(key, [...(groups.get(key) ?? []), point]);
  }
  const composed = (points: readonly CurvePoint[]) => Number(points[0]!.augmentation.includes("+"));
  const ordered = [...groups.values()].sort((a, b) => composed(a) - composed(b));
  return ordered.map((points) => {
    const { attribute, augmentation } = points[0]!;
    const bias = verdicts.find(
      ({ claim }) =>
        claim.attribute === attribute &&
        claim.metric === "bias" &&
        claim.against === undefined &&
        !claim.stratum,
    );
    const metric = (name: string) =>
      effects.find(
        (one) =>
          one.scope === "augmentation" &&
          one.attribute === attribute &&
          one.augmentation === augmentation &&
          one.metric === name,
      )?.estimate ?? null;
    return {
      name: label(augmentation),
      points: points.filter(({ z }) => z !== null),
      bound: bias?.claim.bound ?? null,
      twoSided: bias?.claim.comparison === "within",
      slope: metric("slope"),
      exceeding: metric("exceeding-dose"),
    };
  });
}

function summaryOf(curves: readonly Curve[]): string {
  const steepest = curves
    .filter(({ points }) => points.length > 1)
    .map(({ name, points }) => ({ name, first: points[0]!, last: points.at(-1)! }))
    .sort((a, b) => Math.abs(b.last.z! - b.first.z!) - Math.abs(a.last.z! - a.first.z!))[0];
  if (steepest === undefined) return "No operator was seen at two doses.";
  const { name, first, last } = steepest;
  return `Of ${curves.length} ${curves.length === 1 ? "operator" : "operators"} with doses, ${name} moves the reward most: from ${writeNumber("bias", first.z)} SD at ${first.dose} to ${writeNumber("bias", last.z)} SD at ${last.dose}.`;
}
