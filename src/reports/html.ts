import { defineReport, type Failure, type ReportOptions, type RunView } from "../contract.js";

/** What draws is loaded when there is something to draw: charts alone take longer to load than most commands to answer. */
export default defineReport({
  summary: "one page for the eye, with charts and worst pairs; works from disk, asks the network for nothing",
  wants: "details",
  async render(views: readonly RunView[], { bytes }: ReportOptions): Promise<string> {
    const { drawPanels } = await import("./charts/index.js");
    const { renderRunPage } = await import("./html/run-page.js");
    return renderRunPage(views, await drawPanels(views), { bytes });
  },
  async renderFailure(failure: Failure): Promise<string> {
    const { renderFailurePage } = await import("./html/failure-page.js");
    return renderFailurePage(failure);
  },
});
