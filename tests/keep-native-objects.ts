import Database from "better-sqlite3";
import { keep } from "../src/store/keep.js";

/**
 * Tests open databases of their own; what they prepare must not be collected on Node 24 either (src/store/keep.ts).
 * A pragma is a statement too, made where it cannot be seen: it is prepared here instead.
 */
const { prepare, exec } = Database.prototype;

Database.prototype.prepare = function keptPrepare(this: Database.Database, sql: string) {
  keep(this);
  return keep(prepare.call(this, sql));
} as typeof prepare;

Database.prototype.exec = function keptExec(this: Database.Database, sql: string) {
  return exec.call(keep(this), sql);
};

Database.prototype.pragma = function keptPragma(this: Database.Database, source, { simple = false } = {}) {
  const statement = this.prepare(`PRAGMA ${source}`);
  if (!statement.reader) return statement.run();
  return simple ? Object.values((statement.get() as object | undefined) ?? {})[0] : statement.all();
};
