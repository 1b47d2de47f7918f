import type { RunView } from "../../contract.js";
import type { Panel } from "./panel.js";
import { bestOfN } from "./panels/best-of-n.js";
import { checkpoints } from "./panels/checkpoints.js";
import { comparison } from "./panels/comparison.js";
import { coverage } from "./panels/coverage.js";
import { responseCurves } from "./panels/curves.js";
import { drift } from "./panels/drift.js";
import { exchangeRates } from "./panels/exchange.js";
import { forest } from "./panels/forest.js";
import { sensitivityMap } from "./panels/map.js";
import { margins } from "./panels/margins.js";
import { rankingMatrices } from "./panels/ranking.js";
import { scores } from "./panels/scores.js";
import { shifts } from "./panels/shifts.js";
import { rankingSubsets } from "./panels/subsets.js";
import { drawChart } from "./plot/frame.js";

export type { Panel } from "./panel.js";

/** In the order of the page. */
const CHARTS = [
  forest,
  sensitivityMap,
  responseCurves,
  bestOfN,
  exchangeRates,
  drift,
  rankingSubsets,
  rankingMatrices,
  scores,
  margins,
  shifts,
  checkpoints,
  coverage,
  // Last, so that charts of two models stand in pairs before it.
  comparison,
];

/** The charts of the runs of one report; what a run has no data for is not drawn. */
export async function drawPanels(views: readonly RunView[]): Promise<readonly Panel[]> {
  const panels: Panel[] = [];
  for (const charts of CHARTS) {
    for (const chart of charts(views)) panels.push(await drawChart(chart));
  }
  return panels;
}
