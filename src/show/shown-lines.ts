import type { StoredItem } from "../store/browse/read-item.js";
import type { StoredPair } from "../store/browse/read-pair.js";
import type { StoredRun } from "../store/browse/read-run.js";
import { itemLines } from "./item.js";
import { pairLines } from "./pair.js";
import { runLines } from "./run.js";
import type { Sheet } from "./sheet.js";

/** What `tare show` shows. */
export type Shown =
  | { readonly kind: "pair"; readonly pair: StoredPair }
  | { readonly kind: "item"; readonly item: StoredItem }
  | { readonly kind: "run"; readonly run: StoredRun };

/** `elsewhere`: what names the database in a command, `--db FILE` or nothing. */
export function shownLines(shown: Shown, sheet: Sheet, elsewhere: readonly string[]): string[] {
  if (shown.kind === "pair") return pairLines(shown.pair, sheet, elsewhere);
  if (shown.kind === "item") return itemLines(shown.item, sheet, elsewhere);
  return runLines(shown.run, sheet, elsewhere);
}
