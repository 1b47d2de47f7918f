import type { RunView, Verdict } from "../../contract.js";
import { labelOf, writeBound, writeEstimate } from "../../rubric/wording.js";
import { oracleOfClaim, oracleProof } from "../layout/oracle.js";
import { count, standingWords, VERDICT_WORDS } from "../layout/words.js";

/** `warns only: FAIL: 3.08 …`: the verdict with what keeps it from blocking, and the number that decided. */
export function shortProof(one: Verdict, view: RunView): string {
  const oracle = oracleOfClaim(view, one.claim.attribute);
  return `${standingWords(one)}${VERDICT_WORDS[one.verdict]}: ${one.because}${oracle === "" ? "" : `; ${oracle}`}`;
}

/** What a reader of a log needs to believe a verdict, one fact a line. */
export function proofOf(one: Verdict, view: RunView): string {
  const { claim, n, clusters, pFail, pFailHolm } = one;
  const p = [
    ...(pFail === null ? [] : [`p ${pFail.toPrecision(2)}`]),
    ...(pFailHolm === null ? [] : [`Holm's p ${pFailHolm.toPrecision(2)}`]),
  ];
  const oracle = oracleProof(view, claim.attribute);
  return [
    `promise   ${claim.attribute}: ${labelOf(claim)} ${writeBound(claim)}`,
    `why       ${claim.why}`,
    `measured  ${[writeEstimate(claim.metric, one), ...p].join(", ")}`,
    `on        ${count(n)} pairs of ${count(clusters)} prompts`,
    ...(oracle === "" ? [] : [`oracle    ${oracle}`]),
    `verdict   ${shortProof(one, view)}`,
    `model     ${view.scorer.name}, scorer ${view.scorer.key}`,
    `again     tare report --run ${view.run.slice(0, 12)} --db ${view.database}`,
  ].join("\n");
}
