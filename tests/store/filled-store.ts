import { join } from "node:path";
import { saveBaseline } from "../../src/stages/save-baseline.js";
import { writeRunBaseline } from "../../src/store/baselines.js";
import { openStore, type Store, usingStore } from "../../src/store/open.js";
import { finishExport, insertExport, writeExportDigests } from "../../src/store/training-exports.js";
import { listTables } from "../../src/store/transfer/tables.js";
import { lines, preferences } from "../cli/preferences.js";
import { COMPLETENESS } from "../cli/rubrics.js";
import type { Workplace } from "../cli/workplace.js";
import { surroundings, weigh } from "../stages/weighing.js";
import { fillOracles } from "./filled-oracles.js";

/** Few operators, with doses, skips and every kind of table. */
const RUBRIC = {
  ...COMPLETENESS,
  spurious: [
    {
      ...{ attribute: "length", why: "Filler may not pay.", expect: "not-higher", allow: { effect: 0.3 } },
      augmentations: ["length-padding@1.5", "length-padding@2"],
    },
    {
      ...{ attribute: "formatting", why: "Markup may not pay.", expect: "same", allow: { effect: 0.3 } },
      augmentations: ["markdown-to-plain"],
    },
  ],
  ranking: { accuracy: { atLeast: 0.5 } },
};

export const LONG = "scripted:0.01*length+0.5*bullets+noise(0.3)";
export const DIGITS = "scripted:0.05*digits+0.002*length+noise(0.4)";

/** Weighs preferences [from, to) with these models into a database, in the words of the line from data to verdicts. */
export async function weighInto(
  place: Workplace,
  database: string,
  [from, to]: readonly [number, number],
  models: readonly string[] = [LONG],
): Promise<void> {
  const data = `data-${from}-${to}.jsonl`;
  place.file("rubric.json", RUBRIC);
  place.file(data, lines(preferences(to - from, from)));
  await weigh(place.path, { data: [data], models, database });
}

/** Rollouts of a policy with logged rewards. */
export async function weighRollouts(place: Workplace, database: string): Promise<void> {
  const records = preferences(6).flatMap(({ prompt, chosen, rejected }, index) => [
    { prompt, response: chosen, checkpoint: "early", step: 1, reward: index / 7 },
    { prompt, response: rejected, checkpoint: "late", step: 2, reward: -index / 3 },
  ]);
  place.file("rubric.json", RUBRIC);
  place.file("rollouts.jsonl", lines(records));
  await weigh(place.path, { data: ["rollouts.jsonl"], database, models: [LONG] });
}

export function withDatabase<T>(place: Workplace, database: string, work: (store: Store) => T): T {
  const store = openStore(join(place.path, database));
  try {
    return work(store);
  } finally {
    store.db.close();
  }
}

/** Gives every table of a weighed database rows: what runs alone leave empty is made up. */
export async function fillTables(place: Workplace, database: string): Promise<void> {
  const store = openStore(join(place.path, database));
  await usingStore(store, async () => {
    const { db } = store;
    const run = db.prepare<[], string>("SELECT min(id) FROM runs").pluck().get()!;
    writeRunBaseline(store, run, await saveBaseline(store, run, surroundings(place.path)), "same scorer");
    fill(store, database);
    const ranked = "SELECT min(run) FROM run_items JOIN responses USING (item) WHERE role = 'chosen'";
    await fillOracles(store, db.prepare<[], string>(ranked).pluck().get()!);
  });
}

function fill(store: Store, name: string): void {
  const { db } = store;
  const run = db.prepare<[], string>("SELECT min(id) FROM runs").pluck().get()!;
  const scorer = db.prepare<[], string>("SELECT min(key) FROM scorers").pluck().get()!;
  const pair = db
    .prepare<[], string>("SELECT min(pair) FROM run_pairs WHERE run = (SELECT min(id) FROM runs)")
    .pluck()
    .get()!;
  const at = "2026-02-01T00:00:00.000Z";
  db.prepare(
    "INSERT INTO judgements (pair, reader, seed, shown, judgement, note, at) VALUES (?, ?, 1, 'base', 'tie', '', ?)",
  ).run(pair, name, at);
  db.prepare("INSERT INTO tunings VALUES (?, ?, 512, 1, '')").run(scorer, name);
  db.prepare("INSERT INTO throughputs VALUES (?, ?, 512, 1, 'run', 1, 1, 0, 1)").run(scorer, name);
  const id = insertExport(store, {
    origin: "augment",
    file: `${name}.jsonl`,
    at,
    format: "pairs",
    operators: ["preamble"],
    heldOut: ["relevance"],
  });
  writeExportDigests(store, id, [
    ["prompt", `${name}-prompt`],
    ["answer", `${name}-answer`],
  ]);
  finishExport(store, id);
  db.prepare("INSERT INTO run_exports VALUES (?, ?, 1)").run(run, id);
  db.prepare(
    "INSERT INTO run_exported_items SELECT run, ?, item, 1, 1, 0 FROM run_items WHERE run = ? LIMIT 1",
  ).run(id, run);
  db.prepare(
    "INSERT INTO run_left_alone SELECT run, item, 'reasoning', 1, 0, 0 FROM run_items WHERE run = ? LIMIT 1",
  ).run(run);
  db.prepare(
    `INSERT INTO exchange_rates (run, degradation, hack, dose_sign, lower_sign, upper_sign, alpha, method, n, clusters, reason)
     VALUES (?, 'd', 'h', '', '', '', 0.05, '', 0, 0, 'made up')`,
  ).run(run);
}

export function emptyTables(store: Store): string[] {
  return listTables(store)
    .map(({ name }) => name)
    .filter((name) => store.db.prepare(`SELECT 1 FROM "${name}"`).get() === undefined);
}

/** Every row of every table, in the order of its content: what a database holds to the last cell. */
export function everyRow(store: Store): Record<string, unknown[]> {
  return Object.fromEntries(
    listTables(store).map(({ name, columns }) => {
      const list = columns.map((column) => `"${column}"`).join(", ");
      return [name, store.db.prepare(`SELECT ${list} FROM "${name}" ORDER BY ${list}`).raw().all()];
    }),
  );
}
