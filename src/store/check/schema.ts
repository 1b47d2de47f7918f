import Database from "better-sqlite3";
import { digestOf } from "../../keys.js";
import { keepStatements } from "../keep.js";
import { migrate, migrations, newestVersion, viewDefinitions } from "../migrate.js";
import type { UntouchedStore } from "../open-untouched.js";
import type { Check, Finding } from "./finding.js";

interface Named {
  readonly type: string;
  readonly name: string;
  readonly sql: string;
}

/** Tables, indexes, triggers and views, against what the migrations up to the file's version make. */
export const schema: Check = {
  name: "schema",
  tables: [],
  *find(store) {
    const found = new Map(listSchema(store.db).map((one) => [`${one.type} ${one.name}`, one]));
    const current = store.version === newestVersion() && viewsDigest(store) === digestOf(viewDefinitions());
    for (const [name, { sql }] of expected(store.version, current)) {
      const there = found.get(name);
      found.delete(name);
      if (there === undefined) yield about(name, "is missing");
      else if (there.sql !== sql) yield about(name, "is not as the migrations make it");
    }
    for (const [name, { type }] of found) if (type === "trigger") yield about(name, "is none of tare's");
  },
};

function about(name: string, what: string): Finding {
  const fix =
    "Restore the file from a copy; or merge it into a new database: tare db merge NEW.db THIS.db takes the rows and none of the schema.";
  return { table: name.split(" ")[1]!, row: "", what: `${name} ${what}`, fix };
}

function listSchema(db: Database.Database): Named[] {
  return db
    .prepare<[], Named>(
      "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' AND sql IS NOT NULL ORDER BY rowid",
    )
    .all();
}

/** Digest of the views that a file says it holds; undefined before there are any. */
export function viewsDigest({ db }: UntouchedStore): string | undefined {
  const meta = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'meta'").get();
  if (meta === undefined) return undefined;
  return db.prepare<[], string>("SELECT value FROM meta WHERE name = 'views'").pluck().get();
}

/** What a database of this version holds. Views count only where the file says that they are today's. */
function expected(version: number, views: boolean): Map<string, Named> {
  const db = keepStatements(new Database(":memory:"));
  try {
    if (views) migrate(db);
    else for (const { number, sql } of migrations()) if (number <= version) db.exec(sql);
    return new Map(listSchema(db).map((one) => [`${one.type} ${one.name}`, one]));
  } finally {
    db.close();
  }
}
