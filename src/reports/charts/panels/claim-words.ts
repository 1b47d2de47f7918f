import type { Claim, Verdict } from "../../../contract.js";
import { labelOf, METRICS } from "../../../rubric/wording.js";
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
