import type { OracleIdentity } from "../../contract.js";
import type { Store } from "../open.js";

/** Who answers under this key. */
export function readIdentity({ db }: Store, key: string): OracleIdentity {
  const { kind, model, address, note } = db
    .prepare<[string], Omit<OracleIdentity, "files">>(
      "SELECT kind, model, address, note FROM oracles WHERE key = ?",
    )
    .get(key)!;
  const files = db
    .prepare<[string], [string, string]>(
      "SELECT file, sha256 FROM oracle_files WHERE oracle = ? ORDER BY file",
    )
    .raw()
    .all(key);
  return { kind, model, address, files: Object.fromEntries(files), note };
}
