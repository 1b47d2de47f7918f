import type { Verdict, Waiver, WaiverStanding, WaiverState } from "../contract.js";

/** Whether a waiver is given to this scorer: to any, or to one whose key begins so. */
export function isFor({ scorer = "" }: Waiver, key: string): boolean {
  return key.startsWith(scorer);
}

/** What became of each waiver in a run; `today` as YYYY-MM-DD. */
export function standingsOf(
  waivers: readonly Waiver[],
  run: { readonly scorer: string; readonly verdicts: readonly Verdict[]; readonly today: string },
): WaiverStanding[] {
  return waivers.map((waiver) => ({ ...waiver, state: stateOf(waiver, run) }));
}

function stateOf(
  waiver: Waiver,
  { scorer, verdicts, today }: Parameters<typeof standingsOf>[1],
): WaiverState {
  if (!isFor(waiver, scorer)) return "another scorer";
  const judged = verdicts.find(({ claim }) => claim.id === waiver.claim);
  if (judged === undefined) return "no claim";
  if (waiver.until < today) return "expired";
  return judged.verdict === "pass" ? "not needed" : "holds";
}

/**
 * Waivers that concern no run at all: a misspelt claim, or a scorer that was not weighed. Where the scorer was weighed and
 * only the claim is not there, that is the state told, whichever run it is of.
 */
export function vainWaivers(runs: readonly (readonly WaiverStanding[])[]): WaiverStanding[] {
  const [first = [], ...others] = runs;
  const vain = ({ state }: WaiverStanding) => state === "another scorer" || state === "no claim";
  return first.flatMap((one, index) => {
    const all = [one, ...others.map((run) => run[index]!)];
    return all.every(vain) ? [all.find(({ state }) => state === "no claim") ?? one] : [];
  });
}
