import type { Effect, RunView } from "../../../contract.js";
import { writeNumber } from "../../../rubric/wording.js";
import { counted } from "../../layout/words.js";
import type { Chart } from "../plot/chart.js";
import { intervalDomain } from "../plot/domain.js";
import { eachView } from "../plot/each-view.js";
import { keyPlot } from "../plot/key.js";
import { label, operatorLabel } from "../plot/label.js";
import { listed } from "../plot/list-words.js";
import { bottomOf, stack } from "../plot/stack.js";
import { AGREES, DISAGREES, driftPlot } from "./drift-plot.js";

const KEY = [
  { text: "intervals meet", mark: AGREES },
  { text: "they have no point in common", mark: DISAGREES },
  { text: "nothing was due to drift", line: { colour: "axis", dash: [4, 3] } },
];

/** The mean move of each operator as it is, and with what else changed in its texts held at zero. */
export function drift(views: readonly RunView[]): Chart[] {
  const all = views.flatMap(adjustedOf);
  const domain = intervalDomain(
    [
      ...all,
      ...all.map((one) => ({ estimate: one.adjusted, lower: one.adjustedLower, upper: one.adjustedUpper })),
    ],
    [0],
  );
  return eachView(views, "drift", (view) => {
    const effects = adjustedOf(view);
    if (effects.length === 0) return undefined;
    const keys = stack([keyPlot(KEY)]);
    return {
      title: "Effects and drift",
      summary: summaryOf(effects, unidentified(view)),
      plots: [...keys, ...stack([driftPlot(effects, domain)], bottomOf(keys) + 8)],
      table: {
        columns: [
          "operator",
          "attribute",
          "raw (SD)",
          "lower",
          "upper",
          "adjusted (SD)",
          "adjusted lower",
          "adjusted upper",
          "disagrees",
          "held at zero",
        ],
        rows: effects.map((one) => [
          ...[operatorLabel(one), label(one.attribute), one.estimate, one.lower, one.upper],
          ...[
            one.adjusted,
            one.adjustedLower,
            one.adjustedUpper,
            one.disagrees ? "yes" : "no",
            one.adjustedFor,
          ],
        ]),
      },
      query: { name: "drift-adjusted", parameters: { run: view.run } },
    };
  });
}

/** Of operators at several doses each dose, of others the whole. */
function biases({ effects }: RunView): Effect[] {
  const key = ({ attribute, augmentation }: Effect) => JSON.stringify([attribute, augmentation]);
  const found = effects.filter(({ metric }) => metric === "bias");
  const dosed = new Set(found.filter(({ scope }) => scope === "dose").map(key));
  return found.filter(
    (one) => one.scope === "dose" || (one.scope === "augmentation" && !dosed.has(key(one))),
  );
}

/** Those that disagree first. */
function adjustedOf(view: RunView): Effect[] {
  const found = biases(view).filter(({ estimate, adjusted }) => estimate !== null && adjusted !== null);
  return found.sort((a, b) => Number(b.disagrees) - Number(a.disagrees));
}

const unidentified = (view: RunView) =>
  biases(view).filter(({ adjusted, adjustedReason }) => adjusted === null && adjustedReason !== "").length;

function summaryOf(effects: readonly Effect[], without: number): string {
  const off = effects.filter(({ disagrees }) => disagrees === true);
  const names = off.map(
    (one) =>
      `${operatorLabel(one)} ${writeNumber("bias", one.estimate)} raw and ${writeNumber("bias", one.adjusted)} adjusted`,
  );
  const which = off.length === 0 ? "" : `: ${listed(names)}`;
  const rest = without === 0 ? "" : `; ${without} could not be adjusted`;
  return `With everything else held still, ${off.length} of ${counted(effects.length, "effect")} ${off.length === 1 ? "is" : "are"} no longer the same (no common point of the intervals)${which}${rest}.`;
}
