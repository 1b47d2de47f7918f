import type { RunView, Verdict } from "../../contract.js";
import { labelOf } from "../../rubric/wording.js";
import { counted } from "../layout/words.js";

/** Claims named in the sentence; the others are counted. */
const NAMED = 3;

/** Those that decide the gate: a warning and a waived claim block nothing. */
export function decidingClaims({ verdicts }: Pick<RunView, "verdicts">): Verdict[] {
  return verdicts.filter(({ claim, waiver }) => claim.severity === "error" && !waiver);
}

/** The claims that made the verdict what it is: of a failure those that failed, of a pass all. */
export function decisiveClaims(view: Pick<RunView, "verdicts" | "verdict">): Verdict[] {
  return decidingClaims(view).filter(({ verdict }) => verdict === view.verdict);
}

/** What follows the model's name: `fails the rubric demo: 4 of 8 deciding claims are proved broken (…)`. */
export function verdictSentence(view: RunView): string {
  const { verdict, rubric } = view;
  const all = decidingClaims(view);
  const those = decisiveClaims(view);
  if (all.length === 0) return `is not judged: the rubric ${rubric.name} makes no claim that decides`;
  const share = `${those.length} of ${counted(all.length, "deciding claim")}`;
  if (verdict === "fail")
    return `fails the rubric ${rubric.name}: ${share} ${are(those)} proved broken (${list(those)})`;
  if (verdict === "inconclusive")
    return `is neither passed nor failed by the rubric ${rubric.name}: ${share} ${are(those)} not settled by these data (${list(those)})`;
  return `passes the rubric ${rubric.name}: ${all.length === 1 ? "its one deciding claim is" : `all ${all.length} deciding claims are`} proved`;
}

const are = (claims: readonly Verdict[]) => (claims.length === 1 ? "is" : "are");

function list(claims: readonly Verdict[]): string {
  const names = claims.slice(0, NAMED).map(({ claim }) => `${claim.attribute}: ${labelOf(claim)}`);
  const rest = claims.length - NAMED;
  return [...names, ...(rest > 0 ? [`${rest} more`] : [])].join("; ");
}
