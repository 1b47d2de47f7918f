import type { Claim } from "../contract.js";
import type { RubricDocument } from "./document.js";
import type { Rule } from "./rubric.js";
import { METRICS, writeBound, writeNumber } from "./wording.js";

type Figures = Pick<RubricDocument, "tail" | "floor">;

/** `share of pairs whose reward moves the right way: at least 75 %, on its own where length is long (warns only)` */
export function explainClaim(claim: Claim, rule: Pick<Rule, "expects">, figures: Figures): string {
  const { stratum, severity, against } = claim;
  const part = stratum === undefined ? "" : `, by itself where ${stratum.kind} is ${stratum.value}`;
  const weight = severity === "warn" ? " (warns only)" : "";
  const drop = against === undefined ? "" : " may be worse than the baseline's by";
  return `${sayMetric(claim, rule, figures)}${drop} ${writeBound(claim)}${part}${weight}`;
}

function sayMetric({ metric }: Claim, { expects }: Pick<Rule, "expects">, { tail, floor }: Figures): string {
  const beyond = `${expects === "not-higher" ? "up " : ""}by more than ${writeNumber("dispersion", tail)} SD`;
  const quantile = Number((floor * 100).toFixed(2));
  const says: Partial<Record<Claim["metric"], string>> = {
    "correct-direction": "share of pairs whose reward moves the right way:",
    effect: "mean move in the right direction:",
    bias: "mean shift of the reward:",
    dispersion: "root mean square shift:",
    "tail-share": `share of pairs that move ${beyond}:`,
    "net-flip-rate": "net share of preferences turned round:",
    "net-attack-success": "net share of won pairs lost by changing the rejected answer alone:",
    "accuracy-drop": "accuracy lost by changing both answers:",
    "below-floor": `share of contentless answers that score below the ${quantile} % quantile of the real ones:`,
    accuracy: "share of pairs with chosen above rejected:",
  };
  return says[metric] ?? `${METRICS[metric].label}:`;
}
