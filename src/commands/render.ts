import type { RunView } from "../contract.js";
import { byName } from "../nearest.js";
import { loadReports } from "../registry.js";
import { reportOptions } from "./terminal.js";

/** Renders runs with the report of this name. Throws TARE_UNKNOWN_NAME. */
export async function renderReport(name: string, views: readonly RunView[]): Promise<string> {
  return byName("report", name, await loadReports()).render(views, reportOptions());
}
