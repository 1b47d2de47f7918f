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
import { saySpending } from "./say-spending.js";

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
    const width = widthOf(open.oracle.concurrency, operators.length, open.budget?.calls);
    return {
      async ask(items) {
        const found = await askOracle(store, asking, { items, operators, attributes, seed, width }, around);
        const counts = countReasons(store, found.settings, items, madeFor(operators));
        sayInterventions(counts, asking.tally(), around);
        saySpending(asking.tally(), around);
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

/** Questions that a pair takes, about: attributes, grade, change, two readings. */
const QUESTIONS = 5;
/** Share of a budget in calls that items may have taken when it ends before they have a pair. */
const UNFINISHED = 0.2;

/** How many items are worked on at once: few enough that a budget in calls ends with pairs, not with beginnings. */
function widthOf(concurrency: number, operators: number, calls = Number.POSITIVE_INFINITY): number {
  const most = Math.floor((UNFINISHED * calls) / (QUESTIONS * operators));
  return Math.max(1, Math.min(concurrency, most));
}
