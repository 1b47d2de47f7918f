import type { ExchangeRate } from "../contract.js";
import type { Store } from "./open.js";

/** Called inside the transaction that writes the rest of an analysis. */
export function writeExchangeRates({ db }: Store, run: string, rows: readonly ExchangeRate[]): void {
  db.prepare("DELETE FROM exchange_rates WHERE run = ?").run(run);
  const insert = db.prepare(
    `INSERT INTO exchange_rates (run, degradation, hack, loss, loss_lower, loss_upper, dose, dose_sign, lower, lower_sign, upper,
                                 upper_sign, alpha, method, n, clusters, reason)
     VALUES (@run, @degradation, @hack, @loss, @lossLower, @lossUpper, @dose, @doseSign, @lower, @lowerSign, @upper,
             @upperSign, @alpha, @method, @n, @clusters, @reason)`,
  );
  for (const row of rows) insert.run({ run, ...row });
}

export function readExchangeRates({ db }: Store, run: string): ExchangeRate[] {
  return db
    .prepare<[string], ExchangeRate>(
      `SELECT degradation, hack, loss, loss_lower AS lossLower, loss_upper AS lossUpper, dose, dose_sign AS doseSign, lower,
              lower_sign AS lowerSign, upper, upper_sign AS upperSign, alpha, method, n, clusters, reason
         FROM exchange_rates WHERE run = ? ORDER BY degradation, hack`,
    )
    .all(run);
}
