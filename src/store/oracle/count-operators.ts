import type { OracleCount, OracleExample } from "../../contract.js";
import type { Store } from "../open.js";

interface Row {
  readonly operator: string;
  readonly reason: string;
  readonly times: number;
  readonly checked: number;
  readonly agreement: number | null;
}

/** Verified pairs and refusals of each oracle operator of a run, by name. */
export function countOperators({ db }: Store, run: string): OracleCount[] {
  const rows = db
    .prepare<[string], Row>(
      `SELECT operator, reason, count(*) AS times, count(agreement) AS checked, sum(agreement) AS agreement
         FROM run_interventions WHERE run = ? GROUP BY operator, reason ORDER BY operator, times DESC, reason`,
    )
    .all(run);
  const operators = [...new Set(rows.map(({ operator }) => operator))];
  return operators.map((operator) => {
    const own = rows.filter((row) => row.operator === operator);
    const sum = (of: (row: Row) => number) => own.reduce((total, row) => total + of(row), 0);
    const checked = sum((row) => row.checked);
    return {
      operator,
      tried: sum(({ times }) => times),
      verified: own.find(({ reason }) => reason === "")?.times ?? 0,
      refused: Object.fromEntries(
        own.filter(({ reason }) => reason !== "").map(({ reason, times }) => [reason, times]),
      ),
      checked,
      agreement: checked === 0 ? null : sum((row) => row.agreement ?? 0) / checked,
    };
  });
}

/** The refusal of the first item, for each operator and reason. */
export function exampleRefusals({ db }: Store, run: string): OracleExample[] {
  return db
    .prepare<[string], OracleExample>(
      `SELECT operator, min(item) AS item, reason, detail FROM run_interventions
        WHERE run = ? AND outcome = 'refused' GROUP BY operator, reason ORDER BY operator, reason`,
    )
    .all(run);
}
