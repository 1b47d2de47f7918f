import type { AcceptedPair } from "../pairs/build.js";
import type { Store } from "../store/open.js";
import { finishExport, insertExport, removeExport, writeExportDigests } from "../store/training-exports.js";
import { type DigestKind, digestsOfPair } from "../training/digests.js";
import { setKey } from "../training/export-index.js";
import { partNames } from "../training/part-names.js";

/** Digests that are written at a time: should the command be killed, no more than these are lost. */
const BATCH = 2000;

export interface ExportRecord {
  /** A pair that was written. */
  add(pair: ExportedPair): void;
  /** What was written up to now was exported. */
  finish(): void;
  /** Nothing was exported after all. */
  drop(): void;
}

/** The form of an exported file. */
export type ExportFormat = "pairs" | "trl" | "crome";

/** What the ledger needs of a pair. */
export type ExportedPair = Pick<AcceptedPair, "base" | "variant">;

export interface RecordOptions {
  readonly file: string;
  readonly at: string;
  readonly format: ExportFormat;
  /** Names of the operators that are exported and held out. */
  readonly operators: readonly string[];
  readonly heldOut: readonly string[];
  /** Told each digest once. */
  readonly digest?: ((kind: DigestKind, digest: string) => void) | undefined;
}

/** Records what an export holds in the ledger of a database; without one its digests are only told. */
export function recordExport(store: Store | undefined, options: RecordOptions): ExportRecord {
  const seen = new Set<string>();
  let waiting: (readonly [DigestKind, string])[] = [];
  let id: number | undefined;
  const flush = () => {
    if (store === undefined || waiting.length === 0) return;
    const operators = [...new Set(options.operators.flatMap(partNames))];
    id ??= insertExport(store, { origin: "augment", ...options, operators });
    writeExportDigests(store, id, waiting);
    waiting = [];
  };
  return {
    add({ base, variant }) {
      for (const row of digestsOfPair(base, variant)) {
        const key = setKey(...row);
        if (seen.has(key)) continue;
        seen.add(key);
        options.digest?.(...row);
        waiting.push(row);
      }
      if (waiting.length >= BATCH) flush();
    },
    finish() {
      flush();
      if (store !== undefined && id !== undefined) finishExport(store, id);
    },
    drop() {
      waiting = [];
      if (store !== undefined && id !== undefined) removeExport(store, id);
    },
  };
}
