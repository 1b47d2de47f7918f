import { defineReport, type RunView } from "../contract.js";
import { worst } from "./layout/groups.js";

/** Raised whenever a field changes its name or meaning, or goes. New fields may come without. */
export const JSON_REPORT_VERSION = 1;

export default defineReport({
  summary: "everything a run knows, for programs; field names are stable",
  /** Numbers that cannot be had are null, never NaN. */
  render(views: readonly RunView[]): string {
    const verdict = worst(views.map((view) => view.verdict)) ?? null;
    return `${JSON.stringify({ schema: "tare-report", version: JSON_REPORT_VERSION, verdict, runs: views }, null, 2)}\n`;
  },
});
