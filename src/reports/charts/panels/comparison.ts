import type { Effect, RunView } from "../../../contract.js";
import { writeNumber } from "../../../rubric/wording.js";
import { distinctNames } from "../../layout/side-by-side.js";
import type { Chart } from "../plot/chart.js";
import { keyPlot } from "../plot/key.js";
import { label, operatorLabel } from "../plot/label.js";
import { SERIES_MARKS } from "../plot/marks.js";
import { WIDTH } from "../plot/plot.js";
import { bottomOf, stack } from "../plot/stack.js";
import { shortenTo } from "../plot/text-width.js";
import { comparisonPlot } from "./comparison-plot.js";

/** Rows that are drawn, the most different first; the table has them all. */
const MOST = 30;

/** One operator (at one dose) under several models; null where a model has no estimate. */
export interface Compared {
  readonly name: string;
  readonly effects: readonly (Effect | null)[];
  /** Largest less smallest estimate. */
  readonly spread: number;
}

/** Mean moves of the same operators under several models, beside each other. */
export function comparison(views: readonly RunView[]): Chart[] {
  if (views.length < 2) return [];
  const shownViews = views.slice(0, SERIES_MARKS.length);
  const names = distinctNames(shownViews).map(label);
  const all = comparedOf(shownViews);
  if (all.length === 0) return [];
  const rows = all.slice(0, MOST);
  const keys = stack([
    keyPlot([
      ...names.map((name, at) => ({ text: shortenTo(name, WIDTH / 2 - 40, 11), mark: SERIES_MARKS[at]! })),
      { text: "the most different first" },
    ]),
  ]);
  const left = [
    "The query asks for one model at a time.",
    ...(all.length > rows.length
      ? [`${all.length - rows.length} more operators are in the table only.`]
      : []),
    ...(views.length > shownViews.length
      ? [`${views.length - shownViews.length} more models are left out.`]
      : []),
  ];
  return [
    {
      id: "chart-comparison",
      title: "Models side by side",
      summary: [summaryOf(all, names), ...left].join(" "),
      plots: [...keys, ...stack([comparisonPlot(rows)], bottomOf(keys) + 8)],
      table: {
        columns: ["operator", "model", "run", "mean move (SD)", "lower", "upper", "prompts"],
        rows: all.flatMap(({ name, effects }) =>
          effects.flatMap((one, at) =>
            one === null
              ? []
              : [[name, names[at]!, shownViews[at]!.run, one.estimate, one.lower, one.upper, one.clusters]],
          ),
        ),
      },
      // One question a run: this is the first model's.
      query: { name: "effects", parameters: { run: shownViews[0]!.run, metric: "bias" } },
    },
  ];
}

/** Operators that at least two models have an estimate of; those with doses dose by dose. */
function comparedOf(views: readonly RunView[]): Compared[] {
  const found = new Map<string, (Effect | null)[]>();
  for (const [at, { effects }] of views.entries()) {
    for (const one of effects) {
      if (one.metric !== "bias" || one.estimate === null || one.scope === "attribute") continue;
      const key = JSON.stringify([one.attribute, one.augmentation, one.dose]);
      const row = found.get(key) ?? views.map(() => null);
      row[at] = one;
      found.set(key, row);
    }
  }
  const shared = [...found.values()].filter((row) => row.filter((one) => one !== null).length > 1);
  const dosed = new Set(shared.flat().flatMap((one) => (one?.dose == null ? [] : [one.augmentation])));
  return shared
    .flatMap((effects): Compared[] => {
      const known = effects.filter((one) => one !== null);
      const [first] = known as [Effect];
      if (first.dose === null && dosed.has(first.augmentation)) return [];
      const estimates = known.map(({ estimate }) => estimate!);
      return [
        { name: operatorLabel(first), effects, spread: Math.max(...estimates) - Math.min(...estimates) },
      ];
    })
    .sort((a, b) => b.spread - a.spread || (a.name < b.name ? -1 : 1));
}

function summaryOf(all: readonly Compared[], names: readonly string[]): string {
  const { name, effects } = all[0]!;
  const said = effects.flatMap((one, at) =>
    one === null ? [] : [`${writeNumber("bias", one.estimate)} SD under ${names[at]}`],
  );
  return `Of ${all.length} operators that several models were weighed with, ${name} divides them most: it moves the reward by ${said.join(" and ")}.`;
}
