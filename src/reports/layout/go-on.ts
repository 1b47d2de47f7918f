import type { RunView } from "../../contract.js";
import { commandLines, ledCommand } from "./command-lines.js";
import { type Group, groupsOf } from "./groups.js";
import type { Paint } from "./paint.js";
import { textWidth } from "./text-width.js";
import { oneLine } from "./words.js";
import { padEnd, wrap } from "./wrap.js";

/** The run, and the commands that show it and the pairs behind it again. */
export function runLines(view: RunView, width: number): string[] {
  const made = view.createdAt.slice(0, 16).replace("T", " ");
  const run = runOf(view);
  const culprit = culpritOf(groupsOf(view));
  const worst = ["query", "worst-pairs", "--param", `augmentation=${culprit}`, "--param", `run=${run}`];
  return [
    ...wrap(`run ${run} of ${made} in ${oneLine(view.database)}`, width, 2),
    ...ledCommand("this again:", command(["report", "--run", run], view), width),
    ...(culprit === undefined ? [] : ledCommand("pairs behind it:", command(worst, view), width)),
  ];
}

/** Once at the end: where a reader finds more than a terminal can show. */
export function goOnLines(views: readonly RunView[], width: number, paint: Paint): string[] {
  const [first] = views;
  if (first === undefined) return [];
  const ways: readonly (readonly [words: readonly string[], what: string])[] = [
    [command(["show", runOf(first)], first), "a run, an item or a pair, by the beginning of its key"],
    [command(["report", "--report", "html=tare.html"], first), "one page with charts and examples"],
    [command(["view"], first), "the same live, with every pair"],
    [["tare", "list", "queries"], "questions that the database answers"],
  ];
  const written = ways.map(
    ([words, what]) => [commandLines(words, Number.POSITIVE_INFINITY)[0]!, what] as const,
  );
  const widest = Math.max(...written.map(([one]) => textWidth(one)));
  const rows = written.map(([one, what]) => `  ${padEnd(one, widest)}  ${what}`);
  const lines = rows.every((row) => textWidth(row) <= width)
    ? rows
    : ways.flatMap(([words, what]) => [...wrap(`  ${what}:`, width, 2), ...commandLines(words, width, 4)]);
  return ["", paint.strong("GO ON"), ...lines.map(paint.quiet)];
}

function command(words: readonly string[], { database }: RunView): string[] {
  const elsewhere = database === "tare.db" ? [] : ["--db", database];
  return ["tare", ...words, ...elsewhere].map(oneLine);
}

/** The beginning of a key is enough to name it. */
function runOf({ run }: RunView): string {
  return oneLine(run).slice(0, 12);
}

/** The operator to look at first: of the worst attribute, the one with most pairs. */
function culpritOf(groups: readonly Group[]): string | undefined {
  for (const word of ["fail", "inconclusive"] as const) {
    const rows = groups
      .filter((group) => group.word === word && !group.warnsOnly)
      .flatMap(({ rows }) => rows);
    const [first] = rows
      .filter(({ coverage }) => coverage.applied > 0)
      .sort((a, b) => b.coverage.applied - a.coverage.applied);
    if (first !== undefined) return first.coverage.augmentation;
  }
  return undefined;
}
