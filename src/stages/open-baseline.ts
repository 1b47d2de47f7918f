import { resolve } from "node:path";
import { readSnapshot } from "../baseline/read-snapshot.js";
import { type BaselineChoice, requireChoice } from "../baseline/requirements.js";
import { dropsOf } from "../rubric/drops.js";
import type { Rule } from "../rubric/rubric.js";
import { readRunBaseline } from "../store/baselines.js";
import type { Store } from "../store/open.js";
import type { Around } from "./around.js";

/** A file, false where the user said there is none, undefined where nothing was said. */
export type BaselineOption = string | false | undefined;

export function readChoice(option: BaselineOption, cwd: string): BaselineChoice {
  if (option === false) return "none";
  return option === undefined ? undefined : readSnapshot(resolve(cwd, option));
}

/**
 * The baseline a command names, read before anything else is done; undefined where the rubric holds nothing against one.
 * Throws TARE_BASELINE_MISSING, TARE_BASELINE_DAMAGED, TARE_BASELINE_NEWER.
 */
export function openBaseline(
  option: BaselineOption,
  rules: readonly Rule[],
  rubric: string,
  { cwd, progress }: Pick<Around, "cwd" | "progress">,
): BaselineChoice {
  const choice = readChoice(option, cwd);
  requireChoice(rules, choice, `rubric ${rubric}`);
  if (dropsOf(rules).length > 0) return choice;
  if (choice !== undefined && choice !== "none")
    progress.say(`the rubric ${rubric} says maxDrop of nothing: the baseline decides nothing`);
  return undefined;
}

/** Whether a run was judged against this very baseline. */
export function isHeldAgainst(store: Store, run: string, choice: BaselineChoice): boolean {
  const digest = (one: BaselineChoice) => (typeof one === "object" ? one.digest : one);
  return digest(readRunBaseline(store, run)) === digest(choice);
}
