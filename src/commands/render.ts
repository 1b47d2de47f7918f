import type { Report, ReportOptions, RunView } from "../contract.js";
import { reportOptions } from "./terminal.js";

/** Renders runs with the report of this name or path. Throws TARE_UNKNOWN_NAME. */
export async function renderReport(name: string, views: readonly RunView[]): Promise<string> {
  const { openReport } = await import("../registry.js");
  return renderWith(await openReport(name, process.cwd()), views, reportOptions());
}

/** Details go to no report that did not ask for them: what it writes must not depend on the reports beside it. */
export async function renderWith(
  report: Report,
  views: readonly RunView[],
  options: ReportOptions,
): Promise<string> {
  return report.render(report.wants === "details" ? views : views.map(withoutDetails), options);
}

function withoutDetails({ details: _, ...view }: RunView): RunView {
  return view;
}
