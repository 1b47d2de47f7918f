import { TareError } from "../../errors.js";
import { newestVersion } from "../migrate.js";
import type { UntouchedStore } from "../open-untouched.js";
import { asStoreError } from "../sqlite-errors.js";
import { damage, references } from "./damage.js";
import { type Check, type Finding, RESTORE } from "./finding.js";
import { itemKeys } from "./item-keys.js";
import { keptRewards } from "./kept-rewards.js";
import { pairKeys, promptKeys, scorerKeys, textKeys } from "./keys.js";
import { callKeys, oracleKeys, settingsKeys, templateKeys } from "./oracle-keys.js";
import { ruleChecks } from "./rules.js";
import { baselineKeys, exportKeys, plansOfRuns, runKeys } from "./run-keys.js";
import { schema } from "./schema.js";

/** What may be built on: pages, references, and keys that are the digests of their content. */
export const SOUND: readonly Check[] = [
  ...[damage, schema, references],
  ...[promptKeys, textKeys, itemKeys, pairKeys, scorerKeys, runKeys, plansOfRuns, baselineKeys, exportKeys],
  ...[oracleKeys, templateKeys, callKeys, settingsKeys],
];

export const ALL_CHECKS: readonly Check[] = [...SOUND, ...ruleChecks, keptRewards];

/** Findings of one check that are kept to be shown; the rest are counted. */
const SHOWN = 20;

export interface CheckResult {
  readonly name: string;
  /** Null: the database has an older schema without the tables for it. */
  readonly findings: number | null;
  readonly shown: readonly Finding[];
}

export interface Checked {
  readonly version: number;
  readonly newest: number;
  readonly results: readonly CheckResult[];
  /** All of them, shown or not. */
  readonly findings: number;
}

/** Between two pieces of work: may throw, to stop. */
export type Turn = (check: string, done: number, of: number) => Promise<void>;

/** Holds a database, as it is at one moment, against what must be true of it. Nothing is written. */
export async function checkStore(store: UntouchedStore, turn: Turn, checks = ALL_CHECKS): Promise<Checked> {
  store.db.exec("BEGIN"); // others may be writing
  try {
    const results = await runChecks(store, turn, checks);
    const findings = results.reduce((sum, { findings: found }) => sum + (found ?? 0), 0);
    return { version: store.version, newest: newestVersion(), results, findings };
  } finally {
    store.db.exec("ROLLBACK");
  }
}

async function runChecks(
  store: UntouchedStore,
  turn: Turn,
  checks: readonly Check[],
): Promise<readonly CheckResult[]> {
  const tables = tablesOf(store);
  const results: CheckResult[] = [];
  for (const [done, check] of checks.entries()) {
    const again = () => turn(check.name, done, checks.length);
    await again();
    const missing = check.tables.some((table) => !tables.has(table));
    results.push(
      missing ? { name: check.name, findings: null, shown: [] } : await runCheck(check, store, again),
    );
  }
  return results;
}

function tablesOf({ db }: UntouchedStore): ReadonlySet<string> {
  return new Set(db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all());
}

async function runCheck(
  check: Check,
  store: UntouchedStore,
  turn: () => Promise<void>,
): Promise<CheckResult> {
  const shown: Finding[] = [];
  let findings = 0;
  const note = (finding: Finding) => {
    findings++;
    if (shown.length < SHOWN) shown.push(finding);
  };
  try {
    for (const finding of check.find(store)) {
      if (finding === null) await turn();
      else note(finding);
    }
  } catch (error) {
    note(unreadable(error, check, store));
  }
  return { name: check.name, findings, shown };
}

/** Where damage stops a check, that is what it found; anything else is no finding. */
function unreadable(error: unknown, check: Check, { path }: UntouchedStore): Finding {
  const failure = asStoreError(error, path);
  if (!(failure instanceof TareError) || failure.code !== "TARE_DB_DAMAGED") throw failure;
  const what = `the check of ${check.name} cannot be finished: ${failure.message}`;
  return { table: check.tables[0] ?? "", row: "", what, fix: RESTORE };
}
