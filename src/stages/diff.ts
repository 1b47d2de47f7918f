import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { readSnapshot } from "../baseline/read-snapshot.js";
import type { Snapshot } from "../baseline/snapshot.js";
import type { Diff } from "../diff/diff.js";
import { diffSnapshots } from "../diff/diff-snapshots.js";
import { TareError } from "../errors.js";
import { openStore, type Store, usingStore } from "../store/open.js";
import type { Around } from "./around.js";
import { diffRuns } from "./diff-runs.js";
import { type Found, findSide, isSnapshotFile } from "./find-side.js";
import { makeSnapshot } from "./make-snapshot.js";
import { readRunSide } from "./run-side.js";

export interface DiffOptions {
  readonly a: string;
  readonly b: string;
  readonly database: string;
  /** The smallest difference that counts, in SDs or as a share. */
  readonly margin: number;
}

/**
 * Two sides on the same pairs: pair by pair where both runs are in the database, else from what a snapshot keeps.
 * Throws TARE_NO_RUN, TARE_UNKNOWN_NAME, TARE_USAGE where both are one run, TARE_BASELINE_….
 */
export async function diff({ a, b, database, margin }: DiffOptions, around: Around): Promise<Diff> {
  const { cwd } = around;
  const path = resolve(cwd, database);
  if (!existsSync(path) && [a, b].every((named) => isSnapshotFile(named, cwd))) {
    const [before, now] = [a, b].map((file) => readSnapshot(resolve(cwd, file))) as [Snapshot, Snapshot];
    requireTwo(a, b, before.run, now.run);
    return diffSnapshots(before, now, margin, [{ source: "snapshot" }, { source: "snapshot" }]);
  }
  return usingStore(openStore(path, { mustExist: true }), async (store) => {
    const [ofA, ofB] = [a, b].map((named) => findSide(store, named, cwd)) as [Found, Found];
    const [first, second] = [ofA, ofB].map(({ run, snapshot }) => run?.id ?? snapshot!.run);
    requireTwo(a, b, first!, second!);
    if (ofA.run !== undefined && ofB.run !== undefined) {
      const sides = { a: readRunSide(store, ofA.run), b: readRunSide(store, ofB.run) };
      return diffRuns(store, sides, margin, around);
    }
    const sources = [ofA, ofB].map(
      ({ run }) => ({ source: run === undefined ? "snapshot" : "run" }) as const,
    );
    const [before, now] = [await snapshotOf(store, ofA, around), await snapshotOf(store, ofB, around)];
    return diffSnapshots(before, now, margin, sources);
  });
}

function requireTwo(a: string, b: string, first: string, second: string): void {
  if (first !== second) return;
  throw new TareError("TARE_USAGE", `${a} and ${b} are both run ${first.slice(0, 12)}`, {
    fix: "Name two runs: see `tare query runs`. A scorer's name stands for the run weighed last.",
  });
}

async function snapshotOf(store: Store, { run, snapshot }: Found, around: Around): Promise<Snapshot> {
  return snapshot ?? makeSnapshot(store, readRunSide(store, run!), around);
}
