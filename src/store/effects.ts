import type { Claim, Effect, Verdict } from "../contract.js";
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
    `INSERT INTO effects (run, scope, attribute, augmentation, dose, metric, estimate, lower, upper, alpha, method, p, n,
                          clusters, effective_n, icc, ties, reason)
     VALUES (@run, @scope, @attribute, @augmentation, @dose, @metric, @estimate, @lower, @upper, @alpha, @method, @p, @n,
             @clusters, @effectiveN, @icc, @ties, @reason)`,
  );
  db.transaction(() => {
    db.prepare("DELETE FROM effects WHERE run = ?").run(run);
    for (const effect of analysis.effects) insert.run({ run, ...effect, dose: effect.dose ?? 0 });
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

export function readEffects({ db }: Store, run: string): Effect[] {
  const rows = db
    .prepare<[string], Effect>(
      `SELECT scope, attribute, augmentation, nullif(dose, 0) AS dose, metric, estimate, lower, upper, alpha, method, p, n,
              clusters, effective_n AS effectiveN, icc, ties, reason
         FROM effects WHERE run = ? ORDER BY scope, attribute, augmentation, dose, metric`,
    )
    .all(run);
  return rows;
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
