import { TareError } from "../errors.js";
import type { OracleAsked } from "../oracle/open-oracles.js";
import { rubricAttributes } from "../oracle/rubric-attributes.js";
import { settingsOf } from "../oracle/settings.js";
import { madeFor, oracleOperators } from "../pairs/oracle-operators.js";
import type { Store } from "../store/open.js";
import { countReasons } from "../store/oracle/interventions.js";
import type { Around } from "./around.js";
import { askOracle } from "./ask-oracle.js";
import type { Kit } from "./assemble.js";
import { openRunOracle, type RunOracle } from "./run-oracle.js";
import { sayInterventions } from "./say-interventions.js";

/**
 * Whether a command needs an oracle, and has one. Throws TARE_ORACLE_MISSING where operators are asked of one that was not
 * given, TARE_ORACLE_UNUSED where it was given and none is.
 */
export function requireOracle({ oracle }: OracleAsked, { selected }: Pick<Kit, "selected">): void {
  const operators = oracleOperators(selected);
  if (operators.length === 0 && oracle !== undefined)
    throw new TareError(
      "TARE_ORACLE_UNUSED",
      "--oracle is given, and no operator of the run is asked of one",
    );
  if (operators.length > 0 && oracle === undefined)
    throw new TareError("TARE_ORACLE_MISSING", `no oracle is given to ask for ${operators.join(", ")}`);
}

/** The oracle of a command, open and not yet asked. */
export interface ReadyOracle {
  /** Has what is missing of the pairs of these items made. Throws TARE_INTERRUPTED. */
  ask(items: readonly string[]): Promise<RunOracle>;
  /** What was made before. */
  stored(): RunOracle;
  close(): Promise<void>;
}

/**
 * Opens the oracle of a command, before any data are read; undefined where there is none. Throws TARE_ORACLE_SPEC,
 * TARE_ORACLE_BUDGET, TARE_ORACLE_PROMPT and what the kinds throw.
 */
export async function prepareOracle(
  store: Store,
  asked: OracleAsked & { readonly seed: number },
  kit: Pick<Kit, "selected" | "rules">,
  around: Around,
): Promise<ReadyOracle | undefined> {
  const { oracle: spec, seed } = asked;
  if (spec === undefined) return undefined;
  // A client of servers, templates, schemas: only where an oracle is asked.
  const { openAsking } = await import("../oracle/ask/open-asking.js");
  const { openOracles } = await import("../oracle/open-oracles.js");
  const open = await openOracles(spec, asked, around);
  try {
    const asking = openAsking({ ...open, store, seed, around });
    const operators = oracleOperators(kit.selected);
    const attributes = rubricAttributes(kit.rules);
    const { concurrency } = open.oracle;
    return {
      async ask(items) {
        const found = await askOracle(
          store,
          asking,
          { items, operators, attributes, seed, concurrency },
          around,
        );
        const counts = countReasons(store, found.settings, items, madeFor(operators));
        sayInterventions(counts, asking.tally(), around);
        return found;
      },
      stored: () => openRunOracle(store, settingsOf(asking, attributes, seed).key, operators),
      close: open.close,
    };
  } catch (error) {
    await open.close();
    throw error;
  }
}
