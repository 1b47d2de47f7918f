import { drawPanels } from "../../reports/charts/index.js";
import { renderRunPage } from "../../reports/html/run-page.js";
import { viewStoredRuns } from "../../stages/rejudge.js";
import type { Store } from "../../store/open.js";
import { pathTo } from "../layout/link.js";
import { renderPlaces } from "../layout/places.js";
import type { DrawingRequest } from "./request.js";

/** The HTML report of complete runs, with the way to the other pages above it and a link at each pair. */
export async function drawReport(store: Store, { runs, today }: DrawingRequest): Promise<string> {
  const judging = { today, waivers: [] };
  const views = runs.flatMap((run) => viewStoredRuns(store, run, judging, { details: true }));
  return renderRunPage(views, await drawPanels(views), {
    navigation: renderPlaces(store.path, "/"),
    pairAddress: (_run, pair) => pathTo("pair", pair),
  });
}
