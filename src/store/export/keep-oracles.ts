import type { Store } from "../open.js";
import { firstPart } from "../oracle/first-part.js";
import type { CopyOptions } from "../transfer/copy-table.js";

const OWN = "(settings, item, operator)";

/**
 * Notes what the oracle pairs of the kept runs rest on, in temporary tables: the interventions on their items by their
 * operators, refused ones too, and the questions behind them with those that they mend. `kept_runs`, `kept_items` and
 * `kept_operators` are there.
 */
export function noteOracles({ db }: Pick<Store, "db">): void {
  db.exec(`CREATE TEMP TABLE kept_interventions (settings TEXT, item TEXT, operator TEXT, PRIMARY KEY ${OWN}) WITHOUT ROWID;
           INSERT OR IGNORE INTO temp.kept_interventions
           SELECT i.settings, i.item, i.operator
             FROM (SELECT DISTINCT settings FROM source.run_oracles WHERE run IN (SELECT run FROM temp.kept_runs)) o
             CROSS JOIN temp.kept_items k
             JOIN source.oracle_interventions i ON i.settings = o.settings AND i.item = k.item
            WHERE i.operator IN (SELECT ${firstPart("name")} FROM temp.kept_operators)
               OR i.operator IN ('oracle:degrade', 'oracle:upgrade')
                  AND 'oracle:irrelevant-query' IN (SELECT name FROM temp.kept_operators);
           CREATE TEMP TABLE kept_calls (call TEXT PRIMARY KEY) WITHOUT ROWID;
           INSERT OR IGNORE INTO temp.kept_calls
           WITH RECURSIVE behind (call) AS (
             SELECT c.call FROM temp.kept_interventions k
               JOIN source.oracle_intervention_calls c
                 ON c.settings = k.settings AND c.item = k.item AND c.operator = k.operator
             UNION
             SELECT c.repairs FROM behind JOIN source.oracle_calls c ON c.key = behind.call WHERE c.repairs IS NOT NULL)
           SELECT call FROM behind`);
}

const SETTINGS = "SELECT settings FROM source.run_oracles WHERE run IN (SELECT run FROM temp.kept_runs)";
const ORACLES = `SELECT oracle FROM source.oracle_settings WHERE key IN (${SETTINGS})
           UNION SELECT verifier FROM source.oracle_settings WHERE key IN (${SETTINGS})
           UNION SELECT oracle FROM source.oracle_calls WHERE key IN (SELECT call FROM temp.kept_calls)`;
const TEMPLATES = `SELECT j.value FROM source.oracle_settings o, json_each(o.templates) j WHERE o.key IN (${SETTINGS})
           UNION SELECT template FROM source.oracle_calls WHERE key IN (SELECT call FROM temp.kept_calls)`;
const OF_CALL = { where: "s.call IN (SELECT call FROM temp.kept_calls)" };
const OF_INTERVENTION = {
  where: "(s.settings, s.item, s.operator) IN (SELECT settings, item, operator FROM temp.kept_interventions)",
};

/** Which rows of the oracle's tables go with a run. */
export const KEPT_OF_ORACLES: Readonly<Record<string, CopyOptions>> = {
  oracles: { where: `s.key IN (${ORACLES})` },
  oracle_files: { where: `s.oracle IN (${ORACLES})` },
  oracle_templates: { where: `s.digest IN (${TEMPLATES})` },
  oracle_calls: { where: "s.key IN (SELECT call FROM temp.kept_calls)" },
  ...{ oracle_attributes: OF_CALL, oracle_grades: OF_CALL },
  oracle_settings: { where: `s.key IN (${SETTINGS})` },
  ...{ oracle_interventions: OF_INTERVENTION, oracle_intervention_calls: OF_INTERVENTION },
};

/** Texts and prompts that those rows refer to. */
export const TEXTS_OF_ORACLES = `
  SELECT t.text FROM (SELECT i.base AS text, i.settings, i.item, i.operator FROM source.oracle_interventions i
                      UNION ALL SELECT i.variant, i.settings, i.item, i.operator FROM source.oracle_interventions i) t
    JOIN temp.kept_interventions USING ${OWN} WHERE t.text IS NOT NULL
  UNION SELECT g.text FROM temp.kept_calls k JOIN source.oracle_grades g ON g.call = k.call`;
export const PROMPTS_OF_ORACLES =
  "SELECT a.prompt FROM temp.kept_calls k JOIN source.oracle_attributes a ON a.call = k.call";
