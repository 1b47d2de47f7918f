import { digestOfSnapshot } from "../../baseline/read-snapshot.js";
import { digestOf } from "../../keys.js";
import type { Plan } from "../../plan.js";
import type { UntouchedStore } from "../open-untouched.js";
import { contentDigest } from "../training-exports.js";
import { keyCheck } from "./keys.js";

interface RunRow {
  readonly id: string;
  readonly plan: string;
  readonly data: string;
  readonly seed: number;
  readonly rubric: string;
  readonly scorer: string;
}

/** A run's id digests its plan, and the plan names the rest. */
export const runKeys = keyCheck("runs", ["run_items"], function* (store) {
  const rows = store.db.prepare<[], RunRow>("SELECT id, plan, data, seed, rubric, scorer FROM runs").all();
  for (const { id, plan: json, ...columns } of rows) {
    const plan = readJson<Plan>(json);
    const agrees =
      plan !== undefined &&
      (Object.keys(columns) as (keyof typeof columns)[]).every((name) => plan[name] === columns[name]) &&
      digestOf(itemsOf(store, id)) === columns.data;
    yield { key: id, digest: agrees ? digestOf(plan) : undefined };
  }
});

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
