import type { Store } from "../open.js";

/**
 * Exports for training have numbers of their own in every database. Notes the number here of each export there (temporary
 * table `exports`), adding those that are not here: the same file with the same content is the same export.
 */
export function matchExports({ db }: Store): number {
  db.exec(
    `CREATE TEMP TABLE exports (there INTEGER PRIMARY KEY, here INTEGER NOT NULL, added INTEGER NOT NULL)`,
  );
  const find = db
    .prepare<unknown[], number>(
      `SELECT m.id FROM main.training_exports m JOIN source.training_exports s
           ON (m.origin, m.file, m.format, m.digest) = (s.origin, s.file, s.format, s.digest)
        WHERE s.id = ? AND (s.digest <> '' OR m.at = s.at) ORDER BY m.id LIMIT 1`,
    )
    .pluck();
  const add = db.prepare(
    `INSERT INTO main.training_exports (origin, file, at, format, digest)
     SELECT origin, file, at, format, digest FROM source.training_exports WHERE id = ?`,
  );
  const note = db.prepare("INSERT INTO temp.exports VALUES (?, ?, ?)");
  let added = 0;
  for (const id of db
    .prepare<[], number>("SELECT id FROM source.training_exports ORDER BY id")
    .pluck()
    .all()) {
    const here = find.get(id);
    if (here === undefined) added++;
    note.run(id, here ?? add.run(id).lastInsertRowid, here === undefined ? 1 : 0);
  }
  return added;
}

/** The number here of the export `s.export` there. */
export const EXPORT_HERE = "(SELECT here FROM temp.exports e WHERE e.there = s.export)";
export const OF_ADDED_EXPORT = "s.export IN (SELECT there FROM temp.exports WHERE added = 1)";
