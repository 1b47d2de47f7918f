import { basename, resolve } from "node:path";
import { type ExportRecord, recordExport } from "../augment/record.js";
import { openStore, usingStore } from "../store/open.js";
import type { DigestListHead } from "../training/digest-list.js";
import { NORMAL_FORM } from "../training/normal.js";
import { partNames } from "../training/part-names.js";
import { openLines } from "./open-lines.js";
import { now } from "./today.js";

export interface ExportAsked {
  readonly file: string;
  readonly format: "pairs" | "trl";
  /** Database with the ledger; undefined where nothing is to be noted. */
  readonly db: string | undefined;
  /** File for the list of digests. */
  readonly digests: string | undefined;
}

export interface Ledger extends Pick<ExportRecord, "add"> {
  begin(names: { readonly operators: readonly string[]; readonly names: readonly string[] }): void;
}

/** Writes an export with its ledger and list of digests: what was written is noted also where the work breaks off. */
export async function withExport(asked: ExportAsked, work: (ledger: Ledger) => Promise<void>): Promise<void> {
  const { file, format, db, digests } = asked;
  const at = now();
  const list = digests === undefined ? undefined : openLines(digests);
  let record: ExportRecord | undefined;
  const write = async (store: Parameters<typeof recordExport>[0]) => {
    try {
      await work({
        begin({ operators, names }) {
          const head: DigestListHead = {
            ...{ tare_digests: 1, normal_form: NORMAL_FORM, file: basename(file), at },
            ...{ operators: [...new Set(operators.flatMap(partNames))], held_out: names },
          };
          list?.write(head);
          const digest = list && ((kind: string, value: string) => list.write({ kind, digest: value }));
          record = recordExport(store, { file, at, format, operators, heldOut: names, digest });
        },
        add: (pair) => record?.add(pair),
      });
    } finally {
      record?.finish();
    }
  };
  try {
    if (db === undefined) await write(undefined);
    else await usingStore(openStore(resolve(db)), write);
  } finally {
    list?.close();
  }
}
