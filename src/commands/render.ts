import type { RunView } from "../contract.js";
import { byName } from "../nearest.js";
import { reportOptions } from "./terminal.js";

/** Renders runs with the report of this name. Throws TARE_UNKNOWN_NAME. */
export async function renderReport(name: string, views: readonly RunView[]): Promise<string> {
  const { loadReports } = await import("../registry.js");
  return byName("report", name, await loadReports()).render(views, reportOptions());
}
