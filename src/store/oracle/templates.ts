import type { OracleStep } from "../../contract.js";
import type { Store } from "../open.js";

/** A prompt file as it was read; `digest` is that of `source`. */
export interface StoredTemplate {
  readonly digest: string;
  readonly step: OracleStep;
  readonly version: number;
  readonly source: string;
}

export function writeTemplate({ db }: Store, { digest, step, version, source }: StoredTemplate): void {
  db.prepare(
    "INSERT OR IGNORE INTO oracle_templates (digest, step, version, source) VALUES (?, ?, ?, ?)",
  ).run(digest, step, version, source);
}
