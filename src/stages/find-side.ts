import { existsSync, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { readSnapshot } from "../baseline/read-snapshot.js";
import type { Snapshot } from "../baseline/snapshot.js";
import { TareError } from "../errors.js";
import { didYouMean } from "../nearest.js";
import { listNamedRuns, type NamedRun } from "../store/named-runs.js";
import type { Store } from "../store/open.js";
import { findRun, type RunRow, selectRuns } from "../store/runs.js";

export interface Found {
  /** The run in this database, where there is one. */
  readonly run: RunRow | undefined;
  /** What was read from a file, where one was named. */
  readonly snapshot: Snapshot | undefined;
}

/**
 * What a user means by one side of a comparison: a snapshot file, a run by the beginning of its id, or a scorer by its name, its
 * folder or NAME#DTYPE, of which the run weighed last is taken. Of a snapshot whose run is in the database, the run.
 * Throws TARE_BASELINE_…, TARE_NO_RUN, TARE_UNKNOWN_NAME.
 */
export function findSide(store: Store, named: string, cwd: string): Found {
  if (isSnapshotFile(named, cwd)) {
    const snapshot = readSnapshot(resolve(cwd, named));
    return { run: runOfSnapshot(store, snapshot), snapshot };
  }
  const runs = listNamedRuns(store);
  if (/^[0-9a-f]{4,32}$/.test(named) && runs.some(({ id }) => id.startsWith(named)))
    return { run: selectRuns(store, named, true)[0], snapshot: undefined };
  const mine = runs.find((run) => isCalled(run, named));
  if (mine !== undefined) return { run: findRun(store, mine.id), snapshot: undefined };
  const known = [...new Set(runs.flatMap(({ name, dtype }) => [name, `${name}#${dtype}`]))];
  throw new TareError(
    "TARE_UNKNOWN_NAME",
    `"${named}" is no snapshot file, no complete run and no scorer of one${didYouMean(named, known)}`,
    { where: store.path, fix: "See `tare query runs` and `tare query scorers`." },
  );
}

/** What ends like one, or is a file at all: databases hold runs by other names. */
export function isSnapshotFile(named: string, cwd: string): boolean {
  const path = resolve(cwd, named);
  return named.endsWith(".json") || (existsSync(path) && statSync(path).isFile());
}

/** The run that a snapshot was saved from, complete and of the same scorer; undefined where this database has it not. */
export function runOfSnapshot(store: Store, snapshot: Snapshot): RunRow | undefined {
  const run = findRun(store, snapshot.run);
  return run?.state === "complete" && run.scorer === snapshot.scorer.key ? run : undefined;
}

function isCalled({ kind, name, dtype }: NamedRun, named: string): boolean {
  const plain = named.replace(/\/+$/, "");
  const names = [name, `${kind}:${name}`];
  if (names.includes(plain)) return true;
  const [folder = "", asked] = plain.split("#", 2);
  const called = names.includes(folder) || basename(folder) === name;
  return called && (asked === undefined || asked === dtype);
}
