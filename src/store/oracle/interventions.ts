import type { Item } from "../../contract.js";
import { textKey } from "../../keys.js";
import { MAY_COME } from "../../oracle/asking.js";
import type { Intervention } from "../../oracle/interventions/intervention.js";
import type { OracleLook } from "../../pairs/oracle-pair.js";
import { textWriter } from "../items.js";
import type { Store } from "../open.js";

/**
 * Writes an intervention with its texts and the questions behind it. What was verified before stays, and so does a reason that
 * stands where this one may pass: another command may have found it in the meantime. Returns the writer so that statements are
 * prepared once.
 */
export function interventionWriter(store: Store, settings: string): (item: Item, made: Intervention) => void {
  const { db } = store;
  const writeText = textWriter(store);
  const known = db
    .prepare<[string, string, string], string>(
      "SELECT reason FROM oracle_interventions WHERE settings = ? AND item = ? AND operator = ?",
    )
    .pluck();
  const forget = db.prepare(
    "DELETE FROM oracle_intervention_calls WHERE settings = ? AND item = ? AND operator = ?",
  );
  const insert = db.prepare(
    `INSERT OR REPLACE INTO oracle_interventions
       (settings, item, operator, position, attribute, outcome, reason, detail, base, variant, agreement)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const link = db.prepare(
    "INSERT INTO oracle_intervention_calls (settings, item, operator, ordinal, part, call) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const keyOf = (item: Item, response: string) => {
    const text = { messages: item.prompt, response };
    const key = textKey(text);
    writeText(text, key);
    return key;
  };
  return (item, made) =>
    db.transaction(() => {
      const { operator, position, attribute, reason, detail, pair, agreement = null, behind } = made;
      const own = [settings, item.id, operator] as const;
      const before = known.get(...own);
      if (before === "" || (before !== undefined && !MAY_COME.has(before) && MAY_COME.has(reason))) return;
      forget.run(...own);
      const texts = pair === undefined ? [null, null] : [keyOf(item, pair.base), keyOf(item, pair.variant)];
      const outcome = reason === "" ? "verified" : "refused";
      insert.run(...own, position, attribute, outcome, reason, detail, ...texts, agreement);
      for (const [ordinal, { part, call }] of behind.entries()) link.run(...own, ordinal, part, call);
    })();
}

/** Why each operator's intervention on an item came to nothing, by operator; empty for one that was verified. */
export function readReasons({ db }: Store, settings: string, item: string): ReadonlyMap<string, string> {
  const rows = db
    .prepare<[string, string], [string, string]>(
      "SELECT operator, reason FROM oracle_interventions WHERE settings = ? AND item = ?",
    )
    .raw()
    .all(settings, item);
  return new Map(rows);
}

interface Row {
  readonly reason: string;
  readonly detail: string;
  readonly base: string | null;
  readonly variant: string | null;
}

/** The verified pair of an item and operator, or why there is none. */
export function lookIn({ db }: Store, settings: string): OracleLook {
  const find = db.prepare<[string, string, string], Row>(
    `SELECT v.reason, v.detail, b.response AS base, t.response AS variant
       FROM oracle_interventions v LEFT JOIN texts b ON b.key = v.base LEFT JOIN texts t ON t.key = v.variant
      WHERE v.settings = ? AND v.item = ? AND v.operator = ?`,
  );
  return (item, operator) => {
    const row = find.get(settings, item, operator);
    if (row === undefined) return { skip: "oracle-not-asked", detail: "" };
    if (row.reason !== "") return { skip: row.reason, detail: row.detail };
    return { base: row.base!, variant: row.variant! };
  };
}

export interface VerifiedPair {
  readonly item: string;
  readonly operator: string;
  /** Keys of the texts. */
  readonly base: string;
  readonly variant: string;
}

/** The verified pairs of these items and operators, in the order of both. */
export function readVerified(
  { db }: Store,
  settings: string,
  items: readonly string[],
  operators: readonly string[],
): VerifiedPair[] {
  return db
    .prepare<[string, string, string], VerifiedPair>(
      `SELECT v.item, v.operator, v.base, v.variant
         FROM json_each(?) i CROSS JOIN oracle_interventions v ON v.item = i.value
        WHERE v.settings = ? AND v.outcome = 'verified' AND v.operator IN (SELECT value FROM json_each(?))
        ORDER BY v.item, v.operator`,
    )
    .all(JSON.stringify(items), settings, JSON.stringify(operators));
}

/** How many interventions came to what, by operator and reason; the reason of verified ones is empty. */
export function countReasons(
  { db }: Store,
  settings: string,
  items: readonly string[],
  operators: readonly string[],
): { readonly operator: string; readonly reason: string; readonly count: number }[] {
  return db
    .prepare<[string, string, string], { operator: string; reason: string; count: number }>(
      `SELECT v.operator, v.reason, count(*) AS count
         FROM json_each(?) i CROSS JOIN oracle_interventions v ON v.item = i.value
        WHERE v.settings = ? AND v.operator IN (SELECT value FROM json_each(?))
        GROUP BY v.operator, v.reason ORDER BY v.operator, count DESC, v.reason`,
    )
    .all(JSON.stringify(items), settings, JSON.stringify(operators));
}
