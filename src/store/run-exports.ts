import type { ExportFound, Text } from "../contract.js";
import type { Store } from "./open.js";

/** An item that an export holds. */
export interface ExportedItem {
  readonly item: string;
  readonly prompt: boolean;
  readonly answers: number;
}

/** Notes that a run was held against an export, and which of its items were found. What was found once stays. */
export function writeRunExport(
  { db }: Store,
  run: string,
  found: { readonly export: number; readonly leftOut: number; readonly items: readonly ExportedItem[] },
): void {
  const insert = db.prepare(
    `INSERT OR IGNORE INTO run_exported_items (run, export, item, prompt, answers)
     SELECT run, ?, item, ?, ? FROM run_items WHERE run = ? AND item = ?`,
  );
  db.transaction(() => {
    db.prepare(
      `INSERT INTO run_exports (run, export, left_out) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET left_out = max(left_out, excluded.left_out)`,
    ).run(run, found.export, found.leftOut);
    for (const { item, prompt, answers } of found.items)
      insert.run(found.export, Number(prompt), answers, run, item);
  })();
}

/**
 * When the scorer of a run was first weighed here: what was exported later cannot have trained it. Null for a model behind an
 * address, which may be another one by now.
 */
export function firstWeighed({ db }: Store, run: string): string | null {
  return db
    .prepare<[string], string | null>(
      `SELECT CASE s.kind WHEN 'http' THEN NULL ELSE (SELECT min(created_at) FROM runs WHERE scorer = r.scorer) END
         FROM runs r JOIN scorers s ON s.key = r.scorer WHERE r.id = ?`,
    )
    .pluck()
    .get(run)!;
}

export interface ItemTexts {
  readonly item: string;
  readonly messages: Text["messages"];
  readonly answers: readonly string[];
}

const ITEM_TEXTS = `SELECT i.id AS item, p.messages,
        (SELECT json_group_array(t.response) FROM responses r JOIN texts t ON t.key = r.text WHERE r.item = i.id) AS answers
   FROM items i JOIN prompts p ON p.key = i.prompt`;

/** Prompt and answers of items, in the order of their ids. */
export function* readItemTexts({ db }: Store, ids: readonly string[]): Generator<ItemTexts> {
  const find = db.prepare<[string], { item: string; messages: string; answers: string }>(
    `${ITEM_TEXTS} WHERE i.id = ?`,
  );
  for (const id of ids) {
    const row = find.get(id)!;
    yield { item: row.item, messages: JSON.parse(row.messages), answers: JSON.parse(row.answers) };
  }
}

export interface PairTexts {
  readonly item: string;
  readonly base: Text;
  readonly variant: Text;
}

/** Both texts of the pairs of those items of a run that an export holds, item by item. */
export function* readExportedItemPairs({ db }: Store, run: string): Generator<PairTexts> {
  const items = db
    .prepare<[string], string>("SELECT DISTINCT item FROM run_exported_items WHERE run = ? ORDER BY item")
    .pluck()
    .all(run);
  const pairs = db.prepare<[string, string], Record<"bp" | "b" | "vp" | "v", string>>(
    `SELECT bp.messages AS bp, b.response AS b, vp.messages AS vp, v.response AS v
       FROM run_pairs rp JOIN pairs p ON p.key = rp.pair
       JOIN texts b ON b.key = p.base JOIN prompts bp ON bp.key = b.prompt
       JOIN texts v ON v.key = p.variant JOIN prompts vp ON vp.key = v.prompt
      WHERE rp.run = ? AND rp.item = ?`,
  );
  for (const item of items)
    for (const { bp, b, vp, v } of pairs.all(run, item))
      yield {
        item,
        base: { messages: JSON.parse(bp), response: b },
        variant: { messages: JSON.parse(vp), response: v },
      };
}

/** How many pairs of an item were exported as they are. */
export function writeExportedPairs(
  { db }: Store,
  run: string,
  counts: readonly { readonly export: number; readonly item: string; readonly pairs: number }[],
): void {
  const set = db.prepare(
    "UPDATE run_exported_items SET pairs = max(pairs, ?) WHERE run = ? AND export = ? AND item = ?",
  );
  db.transaction(() => {
    for (const { export: id, item, pairs } of counts) set.run(pairs, run, id, item);
  })();
}

export function readRunExports({ db }: Store, run: string): ExportFound[] {
  return db
    .prepare<[string], ExportFound>(
      `SELECT e.file, e.at, e.origin, count(x.item) AS items, count(DISTINCT i.prompt) AS prompts,
              coalesce(sum(x.pairs), 0) AS pairs, re.left_out AS leftOut
         FROM run_exports re JOIN training_exports e ON e.id = re.export
         LEFT JOIN run_exported_items x ON x.run = re.run AND x.export = re.export
         LEFT JOIN items i ON i.id = x.item
        WHERE re.run = ? GROUP BY e.id ORDER BY e.at, e.id`,
    )
    .all(run);
}

/** Distinct items and prompts of a run that any export holds. */
export function countExported(
  { db }: Store,
  run: string,
): { readonly items: number; readonly prompts: number } {
  return db
    .prepare<[string], { items: number; prompts: number }>(
      `SELECT count(DISTINCT x.item) AS items, count(DISTINCT i.prompt) AS prompts
         FROM run_exported_items x JOIN items i ON i.id = x.item WHERE x.run = ?`,
    )
    .get(run)!;
}

/** The operators of the exports that a run was held against. */
export function readExportedOperators(
  { db }: Store,
  run: string,
): { readonly augmentation: string; readonly heldOut: number }[] {
  return db
    .prepare<[string], { augmentation: string; heldOut: number }>(
      `SELECT DISTINCT o.augmentation, o.held_out AS heldOut
         FROM run_exports re JOIN export_operators o ON o.export = re.export WHERE re.run = ?`,
    )
    .all(run);
}

/** Exported prompts behind each operator and dose of a run: those of which it made pairs. */
export function readExportedPrompts(
  { db }: Store,
  run: string,
): { readonly augmentation: string; readonly dose: number | null; readonly prompt: string }[] {
  return db
    .prepare<[string, string], { augmentation: string; dose: number | null; prompt: string }>(
      `SELECT DISTINCT p.augmentation, p.dose, i.prompt
         FROM run_pairs rp JOIN pairs p ON p.key = rp.pair JOIN items i ON i.id = rp.item
        WHERE rp.run = ? AND rp.item IN (SELECT item FROM run_exported_items WHERE run = ?)`,
    )
    .all(run, run);
}
