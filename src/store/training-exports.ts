import { createHash } from "node:crypto";
import type { ExportFound } from "../contract.js";
import type { DigestKind } from "../training/digests.js";
import type { ExportIndex } from "../training/export-index.js";
import type { Store } from "./open.js";

export interface NewExport {
  readonly origin: ExportFound["origin"];
  readonly file: string;
  readonly at: string;
  /** pairs, trl, digests, or the format of a data file. */
  readonly format: string;
  /** Names without doses. */
  readonly operators: readonly string[];
  readonly heldOut: readonly string[];
}

/** Notes an export with its operators; its digests follow. Returns its number. */
export function insertExport({ db }: Store, made: NewExport, digest = ""): number {
  return db.transaction(() => {
    const { origin, file, at, format, operators, heldOut } = made;
    const { lastInsertRowid } = db
      .prepare("INSERT INTO training_exports (origin, file, at, format, digest) VALUES (?, ?, ?, ?, ?)")
      .run(origin, file, at, format, digest);
    const id = Number(lastInsertRowid);
    const operator = db.prepare(
      "INSERT OR IGNORE INTO export_operators (export, augmentation, held_out) VALUES (?, ?, ?)",
    );
    for (const name of operators) operator.run(id, name, 0);
    for (const name of heldOut) operator.run(id, name, 1);
    return id;
  })();
}

export function writeExportDigests(
  { db }: Store,
  id: number,
  digests: readonly (readonly [DigestKind, string])[],
): void {
  const insert = db.prepare("INSERT OR IGNORE INTO export_digests (export, kind, digest) VALUES (?, ?, ?)");
  db.transaction(() => {
    for (const [kind, digest] of digests) insert.run(id, kind, digest);
  })();
}

/** Closes an export. The same file with the same content is the same export: what was noted first stays, this one goes. */
export function finishExport(store: Store, id: number): void {
  const { db } = store;
  db.transaction(() => {
    const digest = contentDigest(store, id);
    const same = db
      .prepare<[string, number, number], number>(
        `SELECT e.id FROM training_exports e JOIN training_exports own
             ON own.origin = e.origin AND own.file = e.file AND own.format = e.format
          WHERE e.digest = ? AND own.id = ? AND e.id <> ?`,
      )
      .pluck()
      .get(digest, id, id);
    if (same === undefined) {
      db.prepare("UPDATE training_exports SET digest = ? WHERE id = ?").run(digest, id);
      return;
    }
    removeExport(store, id);
  })();
}

/** Forgets an export that came to no file, with its operators and digests. */
export function removeExport({ db }: Store, id: number): void {
  db.transaction(() => {
    for (const table of ["export_digests", "export_operators"])
      db.prepare(`DELETE FROM ${table} WHERE export = ?`).run(id);
    db.prepare("DELETE FROM training_exports WHERE id = ?").run(id);
  })();
}

/** Of its texts' digests and its operators. */
export function contentDigest({ db }: Store, id: number): string {
  const hash = createHash("sha256");
  for (const sql of [
    "SELECT kind || digest FROM export_digests WHERE export = ? ORDER BY kind, digest",
    "SELECT augmentation || held_out FROM export_operators WHERE export = ? ORDER BY augmentation",
  ])
    for (const row of db.prepare<[number], string>(sql).pluck().iterate(id)) hash.update(`${row}\n`);
  return hash.digest("hex").slice(0, 32);
}

/** The number of a named file, which is noted once for each content. */
export function findNamedExport({ db }: Store, file: string, digest: string): number | undefined {
  return db
    .prepare<[string, string], number>(
      "SELECT id FROM training_exports WHERE origin = 'trained-on' AND file = ? AND digest = ?",
    )
    .pluck()
    .get(file, digest);
}

export interface LedgerEntry {
  readonly id: number;
  readonly file: string;
  readonly at: string;
}

/** What tare augment and tare export wrote for training with this database, oldest first. */
export function readLedger({ db }: Store): LedgerEntry[] {
  return db
    .prepare<[], LedgerEntry>(
      "SELECT id, file, at FROM training_exports WHERE origin = 'augment' ORDER BY id",
    )
    .all();
}

export function ledgerIndex({ db }: Store): ExportIndex {
  const find = db
    .prepare<[string, string], number>(
      `SELECT d.export FROM export_digests d JOIN training_exports e ON e.id = d.export
        WHERE d.kind = ? AND d.digest = ? AND e.origin = 'augment'`,
    )
    .pluck();
  return { exportsOf: (kind, digest) => find.all(kind, digest) };
}
