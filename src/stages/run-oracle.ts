import { digestOf } from "../keys.js";
import { DEGRADED, UPGRADED } from "../oracle/operators.js";
import { madeFor } from "../pairs/oracle-operators.js";
import type { OracleLook } from "../pairs/oracle-pair.js";
import type { OraclePlan } from "../plan.js";
import type { Store } from "../store/open.js";
import { lookIn, readVerified } from "../store/oracle/interventions.js";

/** The oracle pairs that runs of one command draw on: made before they began, read back from the database. */
export interface RunOracle {
  /** Key of the settings under which they were made. */
  readonly settings: string;
  readonly look: OracleLook;
  /** What a plan holds of those of its items. */
  planFor(items: readonly string[]): OraclePlan;
}

/** `operators`: the oracle operators of the runs. */
export function openRunOracle(store: Store, settings: string, operators: readonly string[]): RunOracle {
  return {
    settings,
    look: lookIn(store, settings),
    planFor(items) {
      const verified = readVerified(store, settings, items, madeFor(operators));
      const degraded = new Set(
        verified.filter(({ operator }) => operator === DEGRADED).map(({ item }) => item),
      );
      // An upgrade that only an irrelevant query may need is none of the run's where there is a degradation.
      const used = operators.includes(UPGRADED)
        ? verified
        : verified.filter(({ operator, item }) => operator !== UPGRADED || !degraded.has(item));
      return { settings, digest: digestOf(used) };
    },
  };
}
