import type { VerdictWord } from "../contract.js";
import { gateOf } from "../rubric/judge.js";
import { claimsOf, type Statement } from "./document.js";

/** What an attested verdict is worth on a day. */
export interface VerdictToday {
  readonly verdict: VerdictWord;
  readonly because: string;
  /** Claims whose waiver held then and has ended since, with its last day. */
  readonly ended: readonly { readonly claim: string; readonly until: string }[];
}

/** The gate's verdict with the waivers that still hold; `today` as YYYY-MM-DD. Of judged claims alone: nothing is weighed again. */
export function verdictToday(statement: Statement, today: string): VerdictToday {
  const claims = claimsOf(statement);
  const ended = claims.flatMap(({ claim, waiver }) =>
    waiver && waiver.until < today ? [{ claim: claim.id, until: waiver.until }] : [],
  );
  const { verdict, because } = statement.predicate;
  if (ended.length === 0) return { verdict, because, ended };
  const standing = claims.map((one) => ({
    ...one,
    waiver: one.waiver && one.waiver.until >= today ? one.waiver : null,
  }));
  return { ...gateOf(standing), ended };
}
