import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, usingStore } from "../../dist/src/store/open.js";
import { code, fence, table } from "./markdown.mjs";
import { columnRemarks, purposes } from "./sql-comments.mjs";

/** Reads something from a fresh database, made and thrown away. */
async function fromFreshDatabase(read) {
  const folder = mkdtempSync(join(tmpdir(), "tare-docs-"));
  try {
    return await usingStore(openStore(join(folder, "fresh.db")), ({ db }) => read(db));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** In the order of creation, as the migrations tell the story; not what a full-text index keeps its words in. */
function namesOf(db, type) {
  const statement = db.prepare(
    `SELECT s.name FROM sqlite_schema s JOIN pragma_table_list l ON l.schema = 'main' AND l.name = s.name
      WHERE s.type = ? AND s.name NOT LIKE 'sqlite_%' AND l.type <> 'shadow' ORDER BY s.rowid`,
  );
  return statement.pluck().all(type);
}

/** One entry a foreign key; its columns are joined where there are several. */
function foreignKeys(db, from) {
  const keys = new Map();
  for (const { id, seq, table: to, from: column, to: target } of db.pragma(`foreign_key_list(${from})`)) {
    const key = keys.get(id) ?? { from, to, columns: [], targets: [] };
    key.columns[seq] = column;
    key.targets[seq] = target;
    keys.set(id, key);
  }
  return [...keys.values()].sort((a, b) => (a.columns.join() < b.columns.join() ? -1 : 1));
}

export function databaseDiagram() {
  return fromFreshDatabase((db) => {
    const keys = namesOf(db, "table").flatMap((name) => foreignKeys(db, name));
    const lines = keys.map(({ from, to, columns }) => `  ${to} ||--o{ ${from} : "${columns.join(", ")}"`);
    return fence("mermaid", ["erDiagram", ...lines].join("\n"));
  });
}

export function tableDictionary() {
  const why = purposes("migrations");
  const remarks = columnRemarks();
  return fromFreshDatabase((db) =>
    namesOf(db, "table")
      .map((name) => {
        const purpose = why.get(name) ?? "";
        const head = `### ${code(name)}${purpose === "" ? "" : `\n\n${purpose}`}`;
        return `${head}\n\n${table(["column", "type", "key", "meaning"], columnRows(db, name, remarks))}`;
      })
      .join("\n\n"),
  );
}

function columnRows(db, name, remarks) {
  const keys = foreignKeys(db, name);
  return db.pragma(`table_info(${name})`).map(({ name: column, type, notnull, pk }) => {
    const target = keys.flatMap(({ to, columns, targets }) => {
      const at = columns.indexOf(column);
      return at < 0 ? [] : [`→ ${code(`${to}.${targets[at]}`)}`];
    });
    const { comment = "", values = "" } = remarks.get(`${name}.${column}`) ?? {};
    const optional = notnull === 0 && pk === 0 ? " or null" : "";
    return [
      code(column),
      `${type.toLowerCase()}${optional}`,
      [...(pk > 0 ? ["primary"] : []), ...target].join(", "),
      [comment, values].filter((part) => part !== "").join("; "),
    ];
  });
}

export function viewDictionary() {
  const why = purposes("views");
  return fromFreshDatabase((db) => {
    const rows = namesOf(db, "view").map((name) => {
      const columns = db.pragma(`table_info(${name})`).map(({ name: column }) => code(column));
      return [code(name), why.get(name) ?? "", columns.join(" ")];
    });
    return table(["view", "what a row is", "columns"], rows);
  });
}
