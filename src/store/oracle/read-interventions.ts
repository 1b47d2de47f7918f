import type { OracleIdentity } from "../../contract.js";
import type { Store } from "../open.js";
import { readOracle } from "./oracles.js";

/** What an oracle was to do to an item, and what came of it. */
export interface StoredIntervention {
  /** Key of the settings that it was made under. */
  readonly settings: string;
  readonly item: string;
  readonly operator: string;
  /** Of the answer that it started from, from 0. */
  readonly position: number;
  /** The one that was to move; empty for a neutral change. */
  readonly attribute: string;
  readonly outcome: "verified" | "refused";
  /** Why it was refused; empty where it was verified. */
  readonly reason: string;
  /** The same in words, or what the oracle says that it changed. */
  readonly detail: string;
  /** Share of attributes on which the verifier said the same in both orders; null where it was not asked. */
  readonly agreement: number | null;
  readonly oracle: OracleIdentity;
  /** Null where the oracle verified its own. */
  readonly verifier: OracleIdentity | null;
  /** Runs that rest on these settings and hold the item, the newest first. */
  readonly runs: readonly string[];
  /** Key of the pair; null where it came to none, or no run holds it. */
  readonly pair: string | null;
}

type Row = Omit<StoredIntervention, "oracle" | "verifier" | "runs"> & {
  readonly oracle: string;
  readonly verifier: string;
};

const COLUMNS = `
  v.settings, v.item, v.operator, v.position, v.attribute, v.outcome, v.reason, v.detail, v.agreement, s.oracle, s.verifier,
  (SELECT p.key FROM pairs p WHERE p.base = v.base AND p.variant = v.variant AND p.augmentation = v.operator LIMIT 1) AS pair
  FROM oracle_interventions v JOIN oracle_settings s ON s.key = v.settings`;

/** What an oracle was to do to an item, by one operator or by all; of several settings the same operator comes several times. */
export function readInterventions(store: Store, item: string, operator?: string): StoredIntervention[] {
  const rows = store.db
    .prepare<unknown[], Row>(
      `SELECT ${COLUMNS} WHERE v.settings IN (SELECT key FROM oracle_settings) AND v.item = ?
          AND (? IS NULL OR v.operator = ?) ORDER BY v.operator, v.settings`,
    )
    .all(item, operator ?? null, operator ?? null);
  return rows.map((row) => whole(store, row));
}

/**
 * Whence the texts of a pair are: one of each settings that came to it. Of texts that were put under another prompt
 * (oracle:irrelevant-query), the degradation or upgrade that they were taken from; of a composed operator
 * (oracle:degrade+…), what its other parts went on from.
 */
export function interventionsOfPair(store: Store, pair: string): StoredIntervention[] {
  const rows = store.db
    .prepare<unknown[], Row>(
      `WITH own AS (
         SELECT DISTINCT o.settings, rp.item, substr(p.augmentation, 1, instr(p.augmentation || '+', '+') - 1) AS part,
                p.augmentation LIKE '%+%' AS went_on, b.response AS base, v.response AS variant
           FROM pairs p JOIN texts b ON b.key = p.base JOIN texts v ON v.key = p.variant
          CROSS JOIN run_oracles o CROSS JOIN run_pairs rp ON rp.run = o.run AND rp.pair = p.key WHERE p.key = ?)
       SELECT ${COLUMNS} JOIN own w ON w.settings = v.settings AND w.item = v.item
         JOIN texts x ON x.key = v.base JOIN texts y ON y.key = v.variant
        WHERE x.response = w.base AND (w.went_on OR y.response = w.variant) AND v.outcome = 'verified'
          AND v.operator IN (SELECT w.part UNION ALL SELECT value FROM json_each('["oracle:degrade", "oracle:upgrade"]')
                              WHERE w.part = 'oracle:irrelevant-query')
        ORDER BY v.operator, v.settings`,
    )
    .all(pair);
  return rows.map((row) => whole(store, row));
}

function whole(store: Store, { oracle, verifier, ...row }: Row): StoredIntervention {
  const runs = store.db
    .prepare<[string, string], string>(
      `SELECT r.id FROM run_oracles o JOIN runs r ON r.id = o.run JOIN run_items i ON i.run = o.run AND i.item = ?
        WHERE o.settings = ? ORDER BY r.created_at DESC, r.id`,
    )
    .pluck()
    .all(row.item, row.settings);
  return {
    ...row,
    oracle: readOracle(store, oracle)!,
    verifier: verifier === oracle ? null : readOracle(store, verifier)!,
    runs,
  };
}
