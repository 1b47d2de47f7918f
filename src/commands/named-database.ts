import type { Argv } from "yargs";
import { SHARED } from "./options.js";

export interface NamedDatabase {
  readonly database?: string | undefined;
  readonly db?: string | undefined;
}

/** For commands about a database as such: it is named as the first word, or with --db as other commands take it. */
export function namesDatabase<T>(yargs: Argv<T>): Argv<T & NamedDatabase> {
  return yargs
    .positional("database", { type: "string", describe: "SQLite database; tare.db if left out" })
    .option("db", { ...SHARED.db, default: undefined, describe: "The same, as other commands take it" })
    .check(({ database, db }) => {
      if (database === undefined || db === undefined) return true;
      throw new Error(`the database is named twice: ${database} and --db ${db}`);
    }, false) as unknown as Argv<T & NamedDatabase>;
}

export function databaseOf({ database, db }: NamedDatabase): string {
  return database ?? db ?? SHARED.db.default;
}
