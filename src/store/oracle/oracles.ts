import type { Oracle, OracleIdentity } from "../../contract.js";
import type { Store } from "../open.js";

/** Records who answers, once; call it before anything refers to the key. */
export function writeOracle({ db }: Store, { key, identity }: Pick<Oracle, "key" | "identity">): void {
  const { kind, model, address, note, files } = identity;
  db.transaction(() => {
    const { changes } = db
      .prepare("INSERT OR IGNORE INTO oracles (key, kind, model, address, note) VALUES (?, ?, ?, ?, ?)")
      .run(key, kind, model, address, note);
    if (changes === 0) return;
    const file = db.prepare("INSERT INTO oracle_files (oracle, file, sha256) VALUES (?, ?, ?)");
    for (const [name, sha256] of Object.entries(files)) file.run(key, name, sha256);
  })();
}

/** Who bears this key; undefined where nobody does. */
export function readOracle({ db }: Pick<Store, "db">, key: string): OracleIdentity | undefined {
  const row = db
    .prepare<[string], Omit<OracleIdentity, "files">>(
      "SELECT kind, model, address, note FROM oracles WHERE key = ?",
    )
    .get(key);
  if (row === undefined) return undefined;
  const files = db
    .prepare<[string], [string, string]>(
      "SELECT file, sha256 FROM oracle_files WHERE oracle = ? ORDER BY file",
    )
    .raw()
    .all(key);
  return { ...row, files: Object.fromEntries(files) };
}
