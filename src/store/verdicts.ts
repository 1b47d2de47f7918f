import type { Claim, JointPower, MorePrompts, StratumKind, Verdict, Waiver } from "../contract.js";
import type { Evidence } from "../rubric/judge.js";
import type { Store } from "./open.js";
import { setState } from "./runs.js";

export interface Judged {
  readonly verdict: Verdict;
  readonly evidence: Evidence;
}

/** Writes the verdicts and, last of all in the same transaction, marks the run complete. */
export function writeVerdicts(
  store: Store,
  run: string,
  { verdict, power }: { readonly verdict: Verdict["verdict"]; readonly power: JointPower },
  judged: readonly Judged[],
): void {
  const { db } = store;
  const insert = db.prepare(
    `INSERT INTO verdicts (run, claim, position, kind, attribute, metric, comparison, bound, stratum_kind, stratum_value,
                           severity, why, verdict, estimate, lower, upper, sd, effective_n, applied, p_fail, p_fail_holm, n,
                           clusters, reason, because, waived_until, waiver_why, waiver_owner, waiver_scorer,
                           power, power_no_effect, more_prompts, against)
     VALUES (@run, @id, @position, @kind, @attribute, @metric, @comparison, @bound, @stratumKind, @stratumValue,
             @severity, @why, @verdict, @estimate, @lower, @upper, @sd, @effectiveN, @applied, @pFail, @pFailHolm, @n,
             @clusters, @reason, @because, @waivedUntil, @waiverWhy, @waiverOwner, @waiverScorer,
             @asEstimated, @atNoEffect, @more, @against)`,
  );
  db.transaction(() => {
    db.prepare("DELETE FROM verdicts WHERE run = ?").run(run);
    for (const [position, one] of judged.entries()) insert.run({ run, position, ...rowOf(one) });
    const { asEstimated, atNoEffect, least, most } = power;
    db.prepare(
      "UPDATE runs SET verdict = ?, power = ?, power_no_effect = ?, power_least = ?, power_most = ? WHERE id = ?",
    ).run(verdict, asEstimated, atNoEffect, least, most, run);
    setState(store, run, "complete");
  })();
}

function rowOf({ verdict, evidence }: Judged) {
  const { claim, waiver, power, morePrompts, ...rest } = verdict;
  const { stratum, against = "", ...promise } = claim;
  const { sd, effectiveN, reason, applied } = evidence;
  return {
    ...promise,
    ...rest,
    against,
    stratumKind: stratum?.kind ?? "",
    stratumValue: stratum?.value ?? "",
    sd,
    effectiveN,
    reason,
    applied: applied ?? null,
    waivedUntil: waiver?.until ?? null,
    waiverWhy: waiver?.why ?? "",
    waiverOwner: waiver?.owner ?? "",
    waiverScorer: waiver?.scorer ?? "",
    asEstimated: power?.asEstimated ?? null,
    atNoEffect: power?.atNoEffect ?? null,
    more: morePrompts === "never" ? -1 : (morePrompts ?? null),
  };
}

type StoredVerdict = Omit<Verdict, "claim" | "waiver" | "power" | "morePrompts"> &
  Omit<Claim, "id" | "stratum" | "against"> &
  Omit<Evidence, "claim"> & {
    readonly claimId: string;
    readonly stratumKind: StratumKind | "";
    readonly stratumValue: string;
    readonly waivedUntil: string | null;
    readonly waiverWhy: string;
    readonly waiverOwner: string;
    readonly waiverScorer: string;
    readonly asEstimated: number | null;
    readonly atNoEffect: number | null;
    readonly more: number | null;
    readonly against: "" | "baseline";
  };

/** The verdicts of a run in the rubric's order, each with the evidence it was judged on. */
export function readVerdicts({ db }: Store, run: string): Judged[] {
  const rows = db
    .prepare<[string], StoredVerdict>(
      `SELECT claim AS claimId, kind, attribute, metric, comparison, bound, stratum_kind AS stratumKind,
              stratum_value AS stratumValue, severity, why, verdict, estimate, lower, upper, sd, effective_n AS effectiveN,
              applied, p_fail AS pFail, p_fail_holm AS pFailHolm, n, clusters, reason, because, waived_until AS waivedUntil,
              waiver_why AS waiverWhy, waiver_owner AS waiverOwner, waiver_scorer AS waiverScorer, power AS asEstimated, power_no_effect AS atNoEffect, more_prompts AS more, against
         FROM verdicts WHERE run = ? ORDER BY position`,
    )
    .all(run);
  return rows.map(judgedOf);
}

function judgedOf(row: StoredVerdict): Judged {
  const { claimId, kind, attribute, metric, comparison, bound, severity, why, stratumKind, stratumValue } =
    row;
  const stratum = stratumKind === "" ? {} : { stratum: { kind: stratumKind, value: stratumValue } };
  const held = row.against === "" ? {} : { against: row.against };
  const claim: Claim = {
    ...{ id: claimId, kind, attribute, metric, comparison, bound, severity, why },
    ...{ ...stratum, ...held },
  };
  const { estimate, lower, upper, pFail, n, clusters, verdict, pFailHolm, because } = row;
  const shared = { claim, estimate, lower, upper, pFail, n, clusters };
  const { asEstimated, atNoEffect, more } = row;
  const morePrompts: MorePrompts = more === -1 ? "never" : more;
  const { reason, sd, effectiveN, applied } = row;
  return {
    verdict: {
      ...shared,
      ...{
        verdict,
        pFailHolm,
        because,
        waiver: waiverOf(row),
        power: { asEstimated, atNoEffect },
        morePrompts,
      },
    },
    evidence: { ...shared, reason, sd, effectiveN, applied: applied ?? null },
  };
}

function waiverOf({
  claimId,
  waivedUntil,
  waiverWhy,
  waiverOwner,
  waiverScorer,
}: StoredVerdict): Waiver | null {
  if (waivedUntil === null) return null;
  const owner = waiverOwner === "" ? {} : { owner: waiverOwner };
  const scorer = waiverScorer === "" ? {} : { scorer: waiverScorer };
  return { claim: claimId, until: waivedUntil, why: waiverWhy, ...owner, ...scorer };
}

/** The joint power of the gate, as it was judged; null throughout where a claim could not be judged. */
export function readJointPower({ db }: Store, run: string): JointPower {
  return db
    .prepare<[string], JointPower>(
      `SELECT power AS asEstimated, power_no_effect AS atNoEffect, power_least AS least, power_most AS most
         FROM runs WHERE id = ?`,
    )
    .get(run)!;
}
