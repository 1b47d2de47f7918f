import type { Claim, Verdict } from "../../../contract.js";
import { labelOf, METRICS, writeBound } from "../../../rubric/wording.js";
import { label } from "../plot/label.js";

/** What can share an axis: a share that may be negative (net of the placebo) is another thing than one from 0 to 100 %. */
export type Unit = (typeof METRICS)[Claim["metric"]]["unit"] | "net share";

export function unitOf({ metric }: Pick<Claim, "metric">): Unit {
  const { unit, signed } = METRICS[metric];
  return unit === "share" && signed ? "net share" : unit;
}

export function claimLabel({ claim }: Pick<Verdict, "claim">): string {
  return label(`${claim.attribute}: ${labelOf(claim)}`);
}

/** `≥ 75 %`, `≤ 0.20 SD`, `±0.20 SD`. */
export function shortBound(claim: Claim): string {
  return writeBound(claim).replace("at least", "≥").replace("at most", "≤").replace("within ", "");
}

/** Behind a claim that blocks nothing, and what it means. */
export const FOOTNOTES = { warns: "* warns only", waived: "† waived" } as const;

export function footnoteSigns({ claim, waiver }: Verdict): string {
  return `${claim.severity === "warn" ? "*" : ""}${waiver ? "†" : ""}`;
}
