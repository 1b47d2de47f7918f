import type { OracleIdentity } from "../../contract.js";
import type { Store } from "../open.js";
import { readOracle } from "./oracles.js";

/** Which oracle the pairs of a run were made by, and by which prompt files it was asked. */
export interface OracleOfRun {
  readonly oracle: OracleIdentity;
  /** Null where the oracle verified its own pairs. */
  readonly verifier: OracleIdentity | null;
  readonly templates: readonly {
    readonly step: string;
    readonly version: number;
    readonly digest: string;
  }[];
  /** Of the verified pairs of the run's items, as in its plan. */
  readonly digest: string;
}

/** Undefined for a run of rules alone. */
export function oracleOfRun(store: Store, run: string): OracleOfRun | undefined {
  const found = store.db
    .prepare<[string], Record<"oracle" | "verifier" | "templates" | "digest", string>>(
      `SELECT s.oracle, s.verifier, s.templates, r.digest
         FROM run_oracles r JOIN oracle_settings s ON s.key = r.settings WHERE r.run = ?`,
    )
    .get(run);
  if (found === undefined) return undefined;
  const { oracle, verifier, digest } = found;
  const templates = store.db.prepare<[string], OracleOfRun["templates"][number]>(
    `SELECT t.step, t.version, t.digest
       FROM json_each(?) e JOIN oracle_templates t ON t.digest = e.value ORDER BY t.step, t.digest`,
  );
  return {
    oracle: readOracle(store, oracle)!,
    verifier: verifier === oracle ? null : readOracle(store, verifier)!,
    templates: templates.all(found.templates),
    digest,
  };
}
