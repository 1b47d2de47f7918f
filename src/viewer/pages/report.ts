import { viewStoredRuns } from "../../stages/rejudge.js";
import { standingOf } from "../../store/run-standing.js";
import type { KeptPages } from "../kept-pages.js";
import { renderPlaces } from "../layout/document.js";
import { pathTo } from "../layout/link.js";
import type { Viewing } from "../viewing.js";

/** The HTML report of complete runs, with the way to the other pages above it and a link at each pair; drawn once. */
export function showReport(
  { store, today }: Viewing,
  keep: KeptPages,
  runs: readonly string[],
): Promise<string> {
  const judging = { today: today(), waivers: [] };
  return keep(JSON.stringify([runs, judging.today, standingOf(store, runs)]), async () => {
    const { drawPanels } = await import("../../reports/charts/index.js");
    const { renderRunPage } = await import("../../reports/html/run-page.js");
    const views = runs.flatMap((run) => viewStoredRuns(store, run, judging, { details: true }));
    return renderRunPage(views, await drawPanels(views), {
      navigation: renderPlaces(store.path, "/"),
      pairAddress: (_run, pair) => pathTo("pair", pair),
    });
  });
}
