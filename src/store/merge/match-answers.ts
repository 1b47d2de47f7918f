import type { Store } from "../open.js";

/**
 * Questions to an oracle and interventions that are new here (temporary tables). What lies below them is taken with them or
 * not at all: two databases may hold different answers to the same question.
 */
export function noteNewAnswers({ db }: Store): void {
  db.exec(`CREATE TEMP TABLE new_calls (call TEXT PRIMARY KEY) WITHOUT ROWID;
           INSERT INTO temp.new_calls SELECT key FROM source.oracle_calls EXCEPT SELECT key FROM main.oracle_calls;
           CREATE TEMP TABLE new_interventions (settings TEXT, item TEXT, operator TEXT, PRIMARY KEY (settings, item, operator))
             WITHOUT ROWID;
           INSERT INTO temp.new_interventions
           SELECT settings, item, operator FROM source.oracle_interventions
           EXCEPT SELECT settings, item, operator FROM main.oracle_interventions`);
}

export const OF_NEW_CALL = { where: "s.call IN (SELECT call FROM temp.new_calls)" };
export const OF_NEW_INTERVENTION = {
  where: "(s.settings, s.item, s.operator) IN (SELECT settings, item, operator FROM temp.new_interventions)",
};
