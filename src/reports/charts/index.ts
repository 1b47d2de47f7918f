import type { RunView } from "../../contract.js";
import type { Panel } from "./panel.js";
import { bestOfN } from "./panels/best-of-n.js";
import { responseCurves } from "./panels/curves.js";
import { forest } from "./panels/forest.js";
import { sensitivityMap } from "./panels/map.js";
import { drawChart } from "./plot/frame.js";

export type { Panel } from "./panel.js";

/** In the order of the page. */
const CHARTS = [forest, sensitivityMap, responseCurves, bestOfN];

/** The charts of the runs of one report; what a run has no data for is not drawn. */
export async function drawPanels(views: readonly RunView[]): Promise<readonly Panel[]> {
  const panels: Panel[] = [];
  for (const charts of CHARTS) {
    for (const chart of charts(views)) panels.push(await drawChart(chart));
  }
  return panels;
}
