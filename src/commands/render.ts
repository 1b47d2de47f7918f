import type { RunView } from "../contract.js";
import { reportOptions } from "./terminal.js";

/** Renders runs with the report of this name or path. Throws TARE_UNKNOWN_NAME. */
export async function renderReport(name: string, views: readonly RunView[]): Promise<string> {
  const { openReport } = await import("../registry.js");
  return (await openReport(name, process.cwd())).render(views, reportOptions());
}
