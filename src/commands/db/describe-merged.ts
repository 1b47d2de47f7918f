import { counted } from "../../reports/layout/words.js";
import type { Merged, ScoreDifference } from "../../store/merge/merged.js";
import { harmless } from "../harmless.js";
import { renderTable } from "../table.js";

/** What a merge took, and where the databases disagree, for a person. */
export function describeMerged(merged: Merged): string {
  const { source, version, upgraded, tables, runs, scores, differences } = merged;
  const schema = upgraded ? ` (schema ${version}, upgraded in a copy)` : "";
  const added = tables.map(({ table, added: rows }) => `${rows} ${table}`).join(", ");
  const lines = [
    `${source}${schema}: ${added === "" ? "nothing that was not here" : `added ${added}`}`,
    `runs: ${runs.added.length} added, ${runs.completed.length} unfinished here and complete there, ${runs.kept.length} here already`,
    `scores: ${scores.shared} in both; ${scores.within} differ within the noise floor, ${scores.beyond} beyond it`,
  ];
  if (scores.largest.length > 0) lines.push(largestTable(scores.largest));
  for (const { run, here, there, rows } of runs.different)
    lines.push(
      `run ${run}: ${here} here, ${there} there, ${counted(rows, "row")} of effects and verdicts differ; kept as it is here`,
    );
  for (const { table, rows, examples } of differences) {
    lines.push(`${table}: ${counted(rows, "row")} with the same key and other content, kept as here:`);
    lines.push(...examples.map((one) => `  ${one}`));
    if (rows > examples.length) lines.push(`  … ${rows - examples.length} more`);
  }
  return lines.map(harmlessLine).join("\n");
}

/** Tables are made harmless cell by cell, and have lines of their own. */
function harmlessLine(line: string): string {
  return line.includes("\n") ? line : harmless(line);
}

function largestTable(largest: readonly ScoreDifference[]): string {
  const rows = largest.map(({ name, scorer, text, head, kept, other, difference, floor }) => [
    ...[name, scorer.slice(0, 12), text, head, kept, other, difference, floor ?? "not measured"],
  ]);
  const columns = ["scorer", "key", "text", "head", "here", "there", "difference", "noise floor"];
  return renderTable(columns, rows, "table");
}

/** What must be heard even where nobody reads the result. */
export function warnings({ source, scores, runs, differences, leftOut }: Merged): string[] {
  const operators = differences.filter(({ table }) => table === "augmentations");
  return [
    ...(scores.beyond === 0
      ? []
      : [
          `${source}: ${counted(scores.beyond, "score")} farther apart than the noise floor; those here are kept`,
        ]),
    ...(scores.read === 0
      ? []
      : [`${source}: ${counted(scores.read, "score")} of texts read as other tokens; those here are kept`]),
    ...runs.otherScores.map(
      (run) =>
        `run ${run} was judged on other scores than those kept here: tare analyze --run ${run.slice(0, 12)} judges it on these`,
    ),
    ...runs.different.map(
      ({ run, here, there }) => `run ${run}: ${here} here, ${there} in ${source}, with the same plan`,
    ),
    ...operators.map(
      ({ rows }) => `${source}: ${counted(rows, "operator")} of the same name and version declared otherwise`,
    ),
    ...(leftOut.length === 0
      ? []
      : [`${source}: tables that are none of tare's were left out: ${leftOut.join(", ")}`]),
  ];
}
