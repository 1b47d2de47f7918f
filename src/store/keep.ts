import type Database from "better-sqlite3";

/**
 * Native objects of better-sqlite3 12 may not be collected on Node 24.19 and later: their destructor asks for an
 * environment that a collection between two tasks, and the end of the process, do not have, and the process aborts
 * (better-sqlite3 13 is free of it, but wants Node 22). So every object stays referenced until the process ends, and
 * cli.ts ends it without tearing the heap down. Statements are kept by their text: few, and prepared once.
 */
const kept = new Set<unknown>();

export function keep<T>(object: T): T {
  kept.add(object);
  return object;
}

/** Makes a connection keep and reuse its statements; a text is always used in one mode (pluck, raw), by one caller. */
export function keepStatements(db: Database.Database): Database.Database {
  const prepare = db.prepare.bind(db) as (sql: string) => Database.Statement;
  const statements = new Map<string, Database.Statement>();
  const prepareOnce = (sql: string): Database.Statement => {
    const known = statements.get(sql) ?? keepIterators(prepare(sql));
    statements.set(sql, known);
    return known;
  };
  const pragma = (source: string, { simple = false } = {}): unknown => {
    const statement = prepareOnce(`PRAGMA ${source}`);
    if (!statement.reader) return statement.run();
    return simple ? Object.values((statement.get() as object | undefined) ?? {})[0] : statement.all();
  };
  return keep(Object.assign(db, { prepare: prepareOnce, pragma }) as Database.Database);
}

/** An iterator over rows is a native object of its own. */
function keepIterators(statement: Database.Statement): Database.Statement {
  const iterate = statement.iterate.bind(statement);
  return Object.assign(statement, { iterate: (...values: unknown[]) => keep(iterate(...values)) });
}
