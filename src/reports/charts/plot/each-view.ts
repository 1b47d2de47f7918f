import type { RunView } from "../../../contract.js";
import { distinctNames } from "../../layout/side-by-side.js";
import type { Chart } from "./chart.js";
import { label } from "./label.js";

/** One chart a view that has something to draw; the model's name stands in the title where there are several. */
export function eachView(
  views: readonly RunView[],
  id: string,
  chartOf: (view: RunView) => Omit<Chart, "id"> | undefined,
): Chart[] {
  const names = distinctNames(views).map(label);
  return views.flatMap((view, at) => {
    const chart = chartOf(view);
    if (chart === undefined) return [];
    if (views.length === 1) return [{ id: `chart-${id}`, ...chart }];
    return [{ id: `chart-${id}-${at + 1}`, ...chart, title: `${chart.title}: ${names[at]}` }];
  });
}
