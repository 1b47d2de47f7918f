import { defineReport, type Failure, type RunView } from "../contract.js";
import { worst } from "./layout/groups.js";

/** Raised whenever a field changes its name or meaning, or goes. New fields may come without. */
export const JSON_REPORT_VERSION = 1;

export default defineReport({
  summary: "everything a run knows, for programs (schemas/report.schema.json); field names are stable",
  /** Numbers that cannot be had are null, never NaN. */
  render(views: readonly RunView[]): string {
    return write({ verdict: worst(views.map((view) => view.verdict)) ?? null, runs: views });
  },
  renderFailure: (failure: Failure): string => write({ verdict: null, runs: [], failure }),
});

function write(document: object): string {
  return `${JSON.stringify({ schema: "tare-report", version: JSON_REPORT_VERSION, ...document }, null, 2)}\n`;
}
