import { MAY_COME } from "../../oracle/asking.js";
import type { Store } from "../open.js";

/** SQL list of the reasons of pairs of which nothing is known yet. */
export const PASSING = `(${[...MAY_COME].map((reason) => `'${reason}'`).join(", ")})`;

/** Interventions that an oracle had no answer to here and had one to there make room for those. */
export function makeRoomForAnswers({ db }: Store): void {
  const answered = `(settings, item, operator) IN (
    SELECT m.settings, m.item, m.operator FROM main.oracle_interventions m
      JOIN source.oracle_interventions s ON (m.settings, m.item, m.operator) = (s.settings, s.item, s.operator)
     WHERE m.reason IN ${PASSING} AND s.reason NOT IN ${PASSING})`;
  db.exec(`DELETE FROM main.oracle_intervention_calls WHERE ${answered};
           DELETE FROM main.oracle_interventions WHERE ${answered}`);
}

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
