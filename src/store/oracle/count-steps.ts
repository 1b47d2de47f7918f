import { ORACLE_STEPS, type OracleUse, type StepCount } from "../../contract.js";
import type { Store } from "../open.js";

/** Every question behind a run's oracle pairs, those refused and those of an earlier run included, once; none of a later one. */
const ASKED = `
  asked AS (
    SELECT c.key, c.template, c.repairs, c.outcome, c.prompt_tokens, c.completion_tokens, c.cost, c.milliseconds FROM oracle_calls c WHERE c.key IN (
      SELECT n.call FROM run_interventions v
        JOIN oracle_interventions i ON i.settings = v.settings AND i.item = v.item AND i.operator = v.operator AND i.reason = v.reason
        JOIN oracle_intervention_calls n ON n.settings = v.settings AND n.item = v.item AND n.operator = v.operator
       WHERE v.run = :run))`;

/** What came of the questions by step, in the order of the steps. A mended answer is counted with its question. */
export function countSteps({ db }: Store, run: string): StepCount[] {
  const rows = db
    .prepare<{ run: string }, StepCount>(
      `WITH ${ASKED},
       ended AS (
         SELECT q.template, coalesce(r.outcome, q.outcome) AS outcome, r.key IS NOT NULL AS mended
           FROM asked q LEFT JOIN asked r ON r.repairs = q.key WHERE q.repairs IS NULL)
       SELECT t.step, t.version, t.digest AS template, count(*) AS asked, sum(e.outcome = 'read') AS read,
              sum(e.outcome = 'read' AND e.mended) AS repaired, sum(e.outcome = 'refused') AS refused,
              sum(e.outcome = 'truncated') AS truncated, sum(e.outcome = 'unreadable') AS unreadable
         FROM ended e JOIN oracle_templates t ON t.digest = e.template GROUP BY t.digest ORDER BY t.version, t.digest`,
    )
    .all({ run });
  return rows.sort((a, b) => ORACLE_STEPS.indexOf(a.step) - ORACLE_STEPS.indexOf(b.step));
}

type Sums = Pick<
  OracleUse,
  "calls" | "counted" | "promptTokens" | "completionTokens" | "priced" | "cost" | "seconds"
>;

/** Tokens, cost and time of the questions; sums of nothing are null. */
export function sumCalls({ db }: Store, run: string): Sums {
  return db
    .prepare<{ run: string }, Sums>(
      `WITH ${ASKED}
       SELECT count(*) AS calls, count(CASE WHEN completion_tokens IS NOT NULL THEN prompt_tokens END) AS counted,
              sum(prompt_tokens) FILTER (WHERE completion_tokens IS NOT NULL) AS promptTokens,
              sum(completion_tokens) FILTER (WHERE prompt_tokens IS NOT NULL) AS completionTokens,
              count(cost) AS priced, sum(cost) AS cost, coalesce(sum(milliseconds), 0) / 1000.0 AS seconds
         FROM asked`,
    )
    .get({ run })!;
}
