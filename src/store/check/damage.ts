import type { UntouchedStore } from "../open-untouched.js";
import { type Check, type Finding, RESTORE, ROWS_A_TURN } from "./finding.js";

/** More than this many lines of SQLite's say nothing new. */
const MOST_LINES = 100;

/** The pages of the file, its indexes, and what columns forbid (NOT NULL, CHECK, types): SQLite's own check. */
export const damage: Check = {
  name: "pages, indexes and columns",
  tables: [],
  *find(store) {
    const lines = store.db
      .prepare<[], string>(`PRAGMA integrity_check(${MOST_LINES})`)
      .pluck()
      .all()
      .flatMap((line) => line.split("\n"));
    const nameOf = lines.join() === "ok" ? () => "" : namer(store);
    for (const line of lines) if (line !== "ok") yield finding(line, nameOf);
  },
};

function finding(line: string, nameOf: (root: number) => string): Finding {
  const root = /^(?:On )?[Tt]ree (\d+) /.exec(line)?.[1];
  const named = /\b(?:in|index) (\w+)(?:\.\w+)?$/.exec(line)?.[1];
  const table = root === undefined ? (named ?? "") : nameOf(Number(root));
  return { table, row: "", what: line, fix: RESTORE };
}

/** Table or index by the page it begins at. */
function namer({ db }: UntouchedStore): (root: number) => string {
  const rows = db
    .prepare<[], [number, string]>("SELECT rootpage, name FROM sqlite_schema WHERE rootpage > 0")
    .raw()
    .all();
  const names = new Map(rows);
  return (root) => names.get(root) ?? "";
}

/** Rows that refer to a row that is not there. */
export const references: Check = {
  name: "references between tables",
  tables: [],
  *find({ db }) {
    const orphans = db.prepare<[], { table: string; rowid: number | null; parent: string }>(
      "PRAGMA foreign_key_check",
    );
    let seen = 0;
    for (const { table, rowid, parent } of orphans.iterate()) {
      const row = rowid === null ? "" : `rowid ${rowid}`;
      yield { table, row, what: `refers to a row of ${parent} that is not there`, fix: RESTORE };
      if (++seen % ROWS_A_TURN === 0) yield null;
    }
  },
};
