import type { Claim, Effect, Stratum, Verdict } from "../contract.js";
import type { Evidence } from "../rubric/judge.js";
import type { Store } from "./open.js";
import { setState } from "./runs.js";

/** What the analysis of a run leaves behind; written whole, with the run's state, in one transaction. */
export interface Analysis {
  readonly withinSd: number | null;
  readonly overallSd: number | null;
  readonly scale: "within-prompt" | "overall";
  readonly noiseFloor: number;
  readonly effects: readonly Effect[];
}

export function writeAnalysis(store: Store, run: string, analysis: Analysis): void {
  const { db } = store;
  const insert = db.prepare(
    `INSERT INTO effects (run, scope, attribute, augmentation, dose, stratum_kind, stratum_value, metric, estimate, lower,
                          upper, alpha, method, p, p_adjusted, q, mde, n, clusters, effective_n, design_effect, icc, ties,
                          skipped, reason, adjusted, adjusted_lower, adjusted_upper, adjusted_for, adjusted_reason, disagrees)
     VALUES (@run, @scope, @attribute, @augmentation, @dose, @kind, @value, @metric, @estimate, @lower,
             @upper, @alpha, @method, @p, @pAdjusted, @q, @mde, @n, @clusters, @effectiveN, @designEffect, @icc, @ties,
             @skipped, @reason, @adjusted, @adjustedLower, @adjustedUpper, @adjustedFor, @adjustedReason, @disagrees)`,
  );
  db.transaction(() => {
    db.prepare("DELETE FROM effects WHERE run = ?").run(run);
    for (const { stratum, disagrees, ...effect } of analysis.effects) {
      const part = { kind: stratum?.kind ?? "", value: stratum?.value ?? "" };
      insert.run({ run, ...effect, ...part, dose: effect.dose ?? 0, disagrees: asBit(disagrees) });
    }
    db.prepare("UPDATE runs SET within_sd = ?, overall_sd = ?, scale = ?, noise_floor = ? WHERE id = ?").run(
      analysis.withinSd,
      analysis.overallSd,
      analysis.scale,
      analysis.noiseFloor,
      run,
    );
  })();
}

/** Writes the verdicts and, last of all in the same transaction, marks the run complete. */
export function writeVerdicts(
  store: Store,
  run: string,
  verdict: Verdict["verdict"],
  judged: readonly { readonly verdict: Verdict; readonly evidence: Evidence }[],
): void {
  const { db } = store;
  const insert = db.prepare(
    `INSERT INTO verdicts (run, claim, position, kind, attribute, metric, comparison, bound, severity, why, verdict,
                           estimate, lower, upper, sd, effective_n, p_fail, p_fail_holm, n, clusters, reason, because)
     VALUES (@run, @id, @position, @kind, @attribute, @metric, @comparison, @bound, @severity, @why, @verdict,
             @estimate, @lower, @upper, @sd, @effectiveN, @pFail, @pFailHolm, @n, @clusters, @reason, @because)`,
  );
  db.transaction(() => {
    db.prepare("DELETE FROM verdicts WHERE run = ?").run(run);
    for (const [position, { verdict: row, evidence }] of judged.entries()) {
      const { claim, ...rest } = row;
      const { sd, effectiveN, reason } = evidence;
      insert.run({ run, position, ...claim, ...rest, sd, effectiveN, reason });
    }
    db.prepare("UPDATE runs SET verdict = ? WHERE id = ?").run(verdict, run);
    setState(store, run, "complete");
  })();
}

/** In SQL 0, 1 or null. */
function asBit(flag: boolean | null): number | null {
  return flag === null ? null : Number(flag);
}

type StoredEffect = Omit<Effect, "stratum" | "disagrees"> & {
  readonly kind: Stratum["kind"] | "";
  readonly value: string;
  readonly disagrees: number | null;
};

/** The effects of a run on all the data, or those on its strata. */
export function readEffects({ db }: Store, run: string, on: "all data" | "strata"): Effect[] {
  const rows = db
    .prepare<[string, number], StoredEffect>(
      `SELECT scope, attribute, augmentation, nullif(dose, 0) AS dose, stratum_kind AS kind, stratum_value AS value, metric,
              estimate, lower, upper, alpha, method, p, p_adjusted AS pAdjusted, q, mde, n, clusters,
              effective_n AS effectiveN, design_effect AS designEffect, icc, ties, skipped, reason, adjusted,
              adjusted_lower AS adjustedLower, adjusted_upper AS adjustedUpper, adjusted_for AS adjustedFor,
              adjusted_reason AS adjustedReason, disagrees
         FROM effects WHERE run = ? AND (stratum_kind <> '') = ?
        ORDER BY scope, attribute, augmentation, dose, stratum_kind, stratum_value, metric`,
    )
    .all(run, on === "strata" ? 1 : 0);
  return rows.map(({ kind, value, disagrees, ...row }) => ({
    ...row,
    stratum: kind === "" ? null : { kind, value },
    disagrees: disagrees === null ? null : disagrees === 1,
  }));
}

type StoredVerdict = Omit<Verdict, "claim"> &
  Omit<Claim, "id"> &
  Omit<Evidence, "claim"> & { readonly claimId: string };

/** The verdicts of a run in the rubric's order, each with the evidence it was judged on. */
export function readVerdicts({ db }: Store, run: string): { verdict: Verdict; evidence: Evidence }[] {
  const rows = db
    .prepare<[string], StoredVerdict>(
      `SELECT claim AS claimId, kind, attribute, metric, comparison, bound, severity, why, verdict, estimate, lower, upper,
              sd, effective_n AS effectiveN, p_fail AS pFail, p_fail_holm AS pFailHolm, n, clusters, reason, because
         FROM verdicts WHERE run = ? ORDER BY position`,
    )
    .all(run);
  return rows.map((row) => {
    const { claimId, kind, attribute, metric, comparison, bound, severity, why } = row;
    const claim = { id: claimId, kind, attribute, metric, comparison, bound, severity, why };
    const { estimate, lower, upper, pFail, n, clusters } = row;
    const shared = { claim, estimate, lower, upper, pFail, n, clusters };
    return {
      verdict: { ...shared, verdict: row.verdict, pFailHolm: row.pFailHolm, because: row.because },
      evidence: { ...shared, reason: row.reason, sd: row.sd, effectiveN: row.effectiveN },
    };
  });
}
