import Database from "better-sqlite3";

type Row = Readonly<Record<string, string | number | null>>;

/** Asks a database directly, beside all code of tare. Opens for reading only. */
export function ask<T = Row>(file: string, sql: string, ...parameters: unknown[]): T[] {
  const db = new Database(file, { readonly: true, timeout: 5_000 });
  try {
    return db.prepare<unknown[], T>(sql).all(...parameters);
  } finally {
    db.close();
  }
}

/** The first column of the first row. */
export function askOne<T = number>(file: string, sql: string, ...parameters: unknown[]): T {
  const [row] = ask<Record<string, T>>(file, sql, ...parameters);
  return Object.values(row!)[0]!;
}

/** What SQLite itself has to say against a file: nothing, where all is well. */
export function complaints(file: string): string[] {
  const broken = ask(file, "PRAGMA foreign_key_check").map((row) => JSON.stringify(row));
  const damage = ask<{ integrity_check: string }>(file, "PRAGMA integrity_check")
    .map(({ integrity_check }) => integrity_check)
    .filter((line) => line !== "ok");
  return [...broken, ...damage];
}
