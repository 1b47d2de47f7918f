import type { BestOfN, CurvePoint, Effect, ExchangeRate, Stratum } from "../contract.js";
import { writeBestOfN } from "./best-of-n.js";
import { type CheckpointRows, writeCheckpoints } from "./checkpoints.js";
import { writeCurves } from "./curves.js";
import { writeExchangeRates } from "./exchange-rates.js";
import type { Store } from "./open.js";

/** What the analysis of a run leaves behind; written whole, with the run's state, in one transaction. */
export interface Analysis {
  readonly withinSd: number | null;
  readonly overallSd: number | null;
  readonly scale: "within-prompt" | "overall";
  readonly noiseFloor: number;
  readonly effects: readonly Effect[];
  readonly curves: readonly CurvePoint[];
  readonly bestOfN?: readonly BestOfN[] | undefined;
  readonly checkpoints?: CheckpointRows | undefined;
  readonly exchangeRates?: readonly ExchangeRate[] | undefined;
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
    writeCurves(store, run, analysis.curves);
    writeBestOfN(store, run, analysis.bestOfN ?? []);
    writeCheckpoints(store, run, analysis.checkpoints ?? { means: [], correlations: [] });
    writeExchangeRates(store, run, analysis.exchangeRates ?? []);
    db.prepare("UPDATE runs SET within_sd = ?, overall_sd = ?, scale = ?, noise_floor = ? WHERE id = ?").run(
      analysis.withinSd,
      analysis.overallSd,
      analysis.scale,
      analysis.noiseFloor,
      run,
    );
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
