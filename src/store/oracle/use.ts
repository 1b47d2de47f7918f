import type { OracleUse } from "../../contract.js";
import type { Store } from "../open.js";
import { countOperators, exampleRefusals } from "./count-operators.js";
import { countSteps, sumCalls } from "./count-steps.js";
import { readOracle } from "./oracles.js";

interface Settings {
  readonly oracle: string;
  readonly verifier: string;
}

/** Who wrote and verified the oracle pairs of a run, and how many came of what was asked; undefined where it has none. */
export function readOracleUse(store: Store, run: string): Omit<OracleUse, "claimed"> | undefined {
  const settings = store.db
    .prepare<[string], Settings>(
      "SELECT s.oracle, s.verifier FROM run_oracles o JOIN oracle_settings s ON s.key = o.settings WHERE o.run = ?",
    )
    .get(run);
  if (settings === undefined) return undefined;
  const { oracle, verifier } = settings;
  return {
    oracle: readOracle(store, oracle)!,
    verifier: verifier === oracle ? null : readOracle(store, verifier)!,
    steps: countSteps(store, run),
    operators: countOperators(store, run),
    ...sumCalls(store, run),
    examples: exampleRefusals(store, run),
  };
}
