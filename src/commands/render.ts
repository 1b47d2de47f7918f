import { relative } from "node:path";
import type { Report, ReportOptions, RunView } from "../contract.js";
import { reportOptions } from "./terminal.js";

/** Renders runs for this terminal with the report of this name or path. Throws TARE_UNKNOWN_NAME. */
export async function renderReport(name: string, views: readonly RunView[]): Promise<string> {
  const { openReport } = await import("../registry.js");
  return renderHere(await openReport(name, process.cwd()), views, reportOptions());
}

/** What is read at this terminal names the database as one would type it here; what goes elsewhere names it in full. */
export async function renderHere(
  report: Report,
  views: readonly RunView[],
  options: ReportOptions,
): Promise<string> {
  const cwd = process.cwd();
  const shown = report.name === "terminal" ? views.map((view) => fromHere(view, cwd)) : views;
  return renderWith(report, shown, options);
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

function fromHere(view: RunView, cwd: string): RunView {
  const near = relative(cwd, view.database);
  return near === "" || near.startsWith("..") || near.length >= view.database.length
    ? view
    : { ...view, database: near };
}
