import { TareError } from "../errors.js";
import type { Source } from "../formats/container/bytes.js";
import { type Judged, readPair, writeJudgements } from "../store/judgements.js";
import type { Store } from "../store/open.js";
import { shownFirst } from "./blind.js";
import { readJudgements } from "./read-judgements.js";

export interface ImportOptions {
  readonly files: readonly string[];
  readonly reader: string;
  /** The time, ISO-8601. */
  readonly at: string;
}

export interface Imported {
  readonly judged: number;
  readonly unread: number;
}

/** Stores the judgements of files, all or none. Throws TARE_REVIEW_ROW, TARE_REVIEW_PAIR with file and line. */
export async function importJudgements(
  store: Store,
  { files, reader, at }: ImportOptions,
  source: Source,
): Promise<Imported> {
  const judged: Judged[] = [];
  let unread = 0;
  for (const file of files) {
    const read = await readJudgements(file, source);
    unread += read.unread;
    for (const { pair, seed, judgement, note, where } of read.rows) {
      if (readPair(store, pair) === undefined)
        throw new TareError("TARE_REVIEW_PAIR", `the database ${store.path} holds no pair ${pair}`, {
          where,
        });
      judged.push({ pair, reader, seed, shown: shownFirst(pair, seed), judgement, note, at });
    }
  }
  writeJudgements(store, judged);
  return { judged: judged.length, unread };
}
