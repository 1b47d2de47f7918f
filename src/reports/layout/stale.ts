import type { RunView } from "../../contract.js";
import { oneLine } from "./words.js";

/** That counts and effects of a run rest on different pairs, and what mends it; none where they do not. */
export function staleWords({ stale, run, database }: Pick<RunView, "stale" | "run" | "database">): string[] {
  if (stale === undefined) return [];
  const elsewhere = database === "tare.db" ? "" : ` --db ${oneLine(database)}`;
  return [
    `readers judged pairs of this run after its analysis: n and skipped leave out the pairs they contradict, effects and verdicts do not yet. Due: tare analyze --run ${oneLine(run).slice(0, 12)}${elsewhere}`,
  ];
}
