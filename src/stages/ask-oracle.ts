import type { Item } from "../contract.js";
import { type Asking, MAY_COME } from "../oracle/asking.js";
import { inTurn } from "../oracle/in-turn.js";
import { intervene, type Making } from "../oracle/interventions/intervene.js";
import { askOnce } from "../oracle/interventions/trail.js";
import { DEGRADED, intendedBy, UPGRADED } from "../oracle/operators.js";
import { settingsOf } from "../oracle/settings.js";
import type { Attribute } from "../oracle/steps.js";
import { madeFor } from "../pairs/oracle-operators.js";
import type { Store } from "../store/open.js";
import { interventionWriter, readReasons } from "../store/oracle/interventions.js";
import { writeSettings } from "../store/oracle/settings.js";
import { type Around, stopIfAborted } from "./around.js";
import { itemsInRank } from "./items-in-rank.js";
import { openRunOracle, type RunOracle } from "./run-oracle.js";

export interface OracleJob {
  /** Ids of the items. */
  readonly items: readonly string[];
  /** Oracle operators by name. */
  readonly operators: readonly string[];
  /** Those of the rubric; undefined where the oracle finds them prompt by prompt. */
  readonly attributes: readonly Attribute[] | undefined;
  readonly seed: number;
  /** Items that are worked on at once, each with all its operators. */
  readonly width: number;
}

/**
 * Has an oracle make what is missing of the pairs of these items, each written when it is there: prompt by prompt in a seeded
 * order, so that what a budget pays for is a fair sample. Throws TARE_INTERRUPTED.
 */
export async function askOracle(
  store: Store,
  asking: Asking,
  job: OracleJob,
  around: Around,
): Promise<RunOracle> {
  const { operators, attributes, seed } = job;
  const settings = settingsOf(asking, attributes, seed);
  writeSettings(store, settings);
  const write = interventionWriter(store, settings.key);
  const total = job.items.length;
  const made = madeFor(operators);
  let [done, verified, asked] = [0, 0, false];
  const tell = () => {
    if (!asked) return;
    around.progress.update("asking", done, total, done === 0 ? "items" : `items, ${verified} pairs verified`);
  };
  const askItem = async (item: Item) => {
    const ask = askOnce(asking);
    const reasons = new Map(readReasons(store, settings.key, item.id));
    const makeAnew = async (operator: string): Promise<boolean> => {
      const known = reasons.get(operator);
      if (known !== undefined && !MAY_COME.has(known)) return known === "";
      if (!asked) {
        asked = true;
        tell();
      }
      const intended = intendedBy(operator) as Making;
      const found = await intervene(operator, intended, { item, ask, given: attributes });
      write(item, found);
      reasons.set(operator, found.reason);
      return found.reason === "";
    };
    const begun = new Map<string, Promise<boolean>>();
    const make = (operator: string): Promise<boolean> => {
      const verified = begun.get(operator) ?? makeAnew(operator);
      begun.set(operator, verified);
      return verified;
    };
    await inTurn(operators, operators.length, async (operator) => {
      const isMade = intendedBy(operator)?.kind !== "irrelevant-query";
      if (isMade) await make(operator);
      else if (!(await make(DEGRADED))) await make(UPGRADED);
    });
    done++;
    verified += made.filter((operator) => reasons.get(operator) === "").length;
    tell();
    await stopIfAborted(around.signal, "asking the oracle");
  };
  await inTurn(itemsInRank(store, job.items, seed), job.width, askItem);
  return openRunOracle(store, settings.key, operators);
}
