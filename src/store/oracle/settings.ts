import { canonicalJson } from "../../keys.js";
import type { OracleSettings } from "../../oracle/settings.js";
import type { OraclePlan } from "../../plan.js";
import type { Store } from "../open.js";

/** Stores settings once; oracle and verifier are in the database already. */
export function writeSettings({ db }: Store, settings: OracleSettings): void {
  const { key, oracle, verifier, templates, attributes, seed } = settings;
  db.prepare(
    "INSERT OR IGNORE INTO oracle_settings (key, oracle, verifier, templates, attributes, seed) VALUES (?, ?, ?, ?, ?, ?)",
  ).run(
    ...[key, oracle, verifier, canonicalJson(templates)],
    attributes === undefined ? null : canonicalJson(attributes),
    seed,
  );
}

/** Notes with a run under which settings its oracle pairs were made, and which they are. */
export function writeRunOracle({ db }: Store, run: string, { settings, digest }: OraclePlan): void {
  db.prepare("INSERT OR IGNORE INTO run_oracles (run, settings, digest) VALUES (?, ?, ?)").run(
    run,
    settings,
    digest,
  );
}
