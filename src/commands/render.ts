import { relative } from "node:path";
import type { RunView } from "../contract.js";
import { type Look, reportOptions } from "./terminal.js";

/** Renders runs with the report of this name or path. Throws TARE_UNKNOWN_NAME. */
export async function renderReport(
  name: string,
  views: readonly RunView[],
  look: Look = {},
): Promise<string> {
  const { openReport } = await import("../registry.js");
  const cwd = process.cwd();
  const shown = name === "terminal" ? views.map((view) => fromHere(view, cwd)) : views;
  return (await openReport(name, cwd)).render(shown, reportOptions(look));
}

/** What is read here names the database as one would type it here; what goes elsewhere names it in full. */
function fromHere(view: RunView, cwd: string): RunView {
  const near = relative(cwd, view.database);
  return near === "" || near.startsWith("..") || near.length >= view.database.length
    ? view
    : { ...view, database: near };
}
