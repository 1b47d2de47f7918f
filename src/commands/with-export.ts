import { basename, resolve } from "node:path";
import { type ExportedPair, type ExportFormat, type ExportRecord, recordExport } from "../augment/record.js";
import { openStore, type Store, usingStore } from "../store/open.js";
import type { DigestListHead } from "../training/digest-list.js";
import { NORMAL_FORM } from "../training/normal.js";
import { partNames } from "../training/part-names.js";
import { type Lines, openLines } from "./open-lines.js";
import { now } from "./today.js";

export interface ExportAsked {
  readonly file: string;
  readonly format: ExportFormat;
  /** Database with the ledger; undefined where nothing is to be noted. */
  readonly db: string | undefined;
  /** File for the list of digests. */
  readonly digests: string | undefined;
}

export interface Export {
  begin(names: { readonly operators: readonly string[]; readonly names: readonly string[] }): void;
  write(row: unknown, pair: ExportedPair): void;
}

/**
 * Writes an export with its ledger and list of digests. Where the work breaks off there is no file, and none is noted;
 * but what went to stdout or a pipe has left, and is.
 */
export async function withExport<T>(
  asked: ExportAsked,
  work: (made: Export) => Promise<T>,
  open: (path: string) => Lines = openLines,
): Promise<T> {
  const { db, digests } = asked;
  const out = open(asked.file);
  try {
    const list = digests === undefined ? undefined : openLines(digests);
    try {
      const write = (store: Store | undefined) => exportTo(store, asked, { out, list }, work);
      return db === undefined ? await write(undefined) : await usingStore(openStore(resolve(db)), write);
    } finally {
      list?.drop();
    }
  } finally {
    out.drop();
  }
}

async function exportTo<T>(
  store: Store | undefined,
  asked: ExportAsked,
  { out, list }: { readonly out: Lines; readonly list: Lines | undefined },
  work: (made: Export) => Promise<T>,
): Promise<T> {
  const { format } = asked;
  const file = asked.file === "-" ? "stdout" : asked.file;
  const at = now();
  let record: ExportRecord | undefined;
  let kept = false;
  try {
    const done = await work({
      begin({ operators, names }) {
        const head: DigestListHead = {
          ...{ tare_digests: 1, normal_form: NORMAL_FORM, file: basename(file), at },
          ...{ operators: [...new Set(operators.flatMap(partNames))], held_out: names },
        };
        list?.write(head);
        const digest = list && ((kind: string, value: string) => list.write({ kind, digest: value }));
        record = recordExport(store, { file, at, format, operators, heldOut: names, digest });
      },
      write(row, pair) {
        out.write(row);
        record?.add(pair);
      },
    });
    // Noted first: should the process end here, too much is noted rather than too little.
    record?.finish();
    out.keep();
    kept = true;
    list?.keep();
    return done;
  } finally {
    if (!kept && out.leaves) record?.finish();
    else if (!kept) record?.drop();
  }
}
