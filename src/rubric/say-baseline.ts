import type { BaselineView } from "../contract.js";

/** Against what the claims on drops were judged, in words. */
export function sayBaseline({ how, model, run }: BaselineView): string {
  const of = `baseline ${model}, run ${run?.slice(0, 12)}`;
  return {
    none: "no baseline, by choice: what may not have dropped is not judged",
    "same scorer": `${of}: the same scorer, so that nothing can have dropped`,
    paired: `${of}: drops measured pair by pair`,
    unpaired: `${of}: drops from its intervals alone, unpaired, which is wider where both scorers err alike`,
  }[how];
}
