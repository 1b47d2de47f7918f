import type { WaiverStanding } from "../contract.js";
import { vainWaivers } from "../waivers/standing.js";
import { printNote } from "./terminal.js";

/** Waivers that concern none of the runs: most likely meant for another model, or misspelt. On stderr, always. */
export function tellVainWaivers(runs: readonly (readonly WaiverStanding[])[]): void {
  for (const { claim, scorer, state, until } of vainWaivers(runs)) {
    const why =
      state === "no claim"
        ? "the rubric makes no such claim"
        : `no run here is of the scorer ${scorer} it is given to`;
    printNote(`waiver of ${claim} until ${until} matches nothing: ${why}`);
  }
}
