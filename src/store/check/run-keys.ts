import { digestOfSnapshot } from "../../baseline/read-snapshot.js";
import { digestOf } from "../../keys.js";
import type { Plan } from "../../plan.js";
import type { UntouchedStore } from "../open-untouched.js";
import { contentDigest } from "../training-exports.js";
import { type Check, type Finding, RESTORE } from "./finding.js";
import { keyCheck } from "./keys.js";

interface RunRow {
  readonly id: string;
  readonly plan: string;
  readonly data: string;
  readonly seed: number;
  readonly rubric: string;
  readonly scorer: string;
}

const readRuns = ({ db }: UntouchedStore): RunRow[] =>
  db.prepare<[], RunRow>("SELECT id, plan, data, seed, rubric, scorer FROM runs").all();

/** A run's id digests its plan. */
export const runKeys = keyCheck("runs", [], function* (store) {
  for (const { id, plan: json } of readRuns(store)) {
    const plan = readJson<Plan>(json);
    yield { key: id, digest: plan === undefined ? undefined : digestOf(plan) };
  }
});

/** The plan names data, seed, rubric and scorer; so do the columns beside it, and the items are the data. */
export const plansOfRuns: Check = {
  name: "plans of runs",
  tables: ["runs", "run_items"],
  *find(store) {
    for (const { id, plan: json, ...columns } of readRuns(store)) {
      const plan = readJson<Plan>(json);
      const about = (what: string): Finding => ({ table: "runs", row: id, what, fix: RESTORE });
      for (const name of ["data", "seed", "rubric", "scorer"] as const)
        if (plan !== undefined && plan[name] !== columns[name])
          yield about(`its plan says ${name} ${plan[name]}, its row ${columns[name]}`);
      const items = digestOf(itemsOf(store, id));
      if (items !== columns.data)
        yield about(`its items have the digest ${items}, its data are ${columns.data}`);
    }
  },
};

function itemsOf({ db }: UntouchedStore, run: string): string[] {
  const items = db.prepare<[string], string>("SELECT item FROM run_items WHERE run = ? ORDER BY item");
  return items.pluck().all(run);
}

export const baselineKeys = keyCheck("baselines", [], function* ({ db }) {
  const rows = db.prepare<[], { key: string; snapshot: string }>(
    "SELECT digest AS key, snapshot FROM baselines",
  );
  for (const { key, snapshot } of rows.iterate()) {
    const read = readJson<Parameters<typeof digestOfSnapshot>[0]>(snapshot);
    yield { key, digest: read === undefined ? undefined : digestOfSnapshot(read) };
  }
});

/** What tare wrote for training, by the digests it wrote; of files that were named only the digest of all is kept. */
export const exportKeys = keyCheck(
  "training_exports",
  ["export_digests", "export_operators"],
  function* (store) {
    const rows = store.db
      .prepare<[], { id: number; digest: string }>(
        "SELECT id, digest FROM training_exports WHERE origin = 'augment' AND digest <> ''",
      )
      .all();
    for (const { id, digest } of rows) yield { key: digest, digest: contentDigest(store, id) };
  },
);

function readJson<T>(json: string): T | undefined {
  try {
    return JSON.parse(json) as T;
  } catch {
    return undefined;
  }
}
