import { suspectsChanged } from "../store/judgements.js";
import type { Store } from "../store/open.js";
import { printNote } from "./terminal.js";

/** Judgements that came after the analysis of a run: its effects and verdicts do not know them yet. */
export function tellSuspects(store: Store, runs: readonly { readonly run: string }[]): void {
  for (const { run } of runs) {
    if (!suspectsChanged(store, run)) continue;
    const id = run.slice(0, 12);
    printNote(`run ${id} was analysed before readers judged some of its pairs: tare analyze --run ${id}`);
  }
}
