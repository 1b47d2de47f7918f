import { SHARED } from "./options.js";
import type { Look } from "./terminal.js";
import { reportOptions } from "./terminal.js";
import { withStore } from "./with-store.js";

export interface AskedOptions extends Look {
  readonly db: string;
  readonly operator: string | undefined;
  readonly full: boolean;
  readonly json: boolean;
}

/** As every table shows keys: hex digits, maybe cut. */
const KEY = /^[0-9a-f]{4,32}…?$/i;

export function looksLikeKey(name: string): boolean {
  return KEY.test(name.trim());
}

/** What an oracle was asked and answered for a pair or an item of the database. Throws TARE_UNKNOWN_KEY, TARE_NOT_ASKED. */
export async function explainAsked(key: string, options: AskedOptions): Promise<string> {
  const { db, operator, full, json, width, color } = options;
  const { findExplained } = await import("../show/oracle/find-explained.js");
  return withStore(db, async (store) => {
    const found = findExplained(store, key, operator);
    if (json) return JSON.stringify({ schema: "tare-explain", version: 1, ...found }, null, 2);
    const { sheetOf } = await import("../show/sheet.js");
    const sheet = sheetOf({ ...reportOptions({ width, color }), full });
    const elsewhere = db === SHARED.db.default ? [] : ["--db", db];
    if (found.kind === "item") {
      const { interventionList } = await import("../show/oracle/list-lines.js");
      return interventionList(found.interventions, sheet, elsewhere).join("\n");
    }
    const { interventionLines } = await import("../show/oracle/intervention-lines.js");
    return found.interventions.map((one) => interventionLines(one, sheet, elsewhere).join("\n")).join("\n\n");
  });
}
