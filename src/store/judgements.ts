import type { Augmentation, JudgedValidity, Judgement, Message, Shown, Text } from "../contract.js";
import { digestOf } from "../keys.js";
import type { AcceptedPair } from "../pairs/build.js";
import type { Store } from "./open.js";
import { pairWriter, writeAugmentations } from "./pairs.js";
import { recordEvent } from "./runs.js";

export interface Judged {
  readonly pair: string;
  readonly reader: string;
  readonly seed: number;
  readonly shown: Shown;
  readonly judgement: Judgement;
  readonly note: string;
  readonly at: string;
}

/** Stores pairs that are to be read, and their operators, in one transaction; what is there stays. */
export function writePairs(
  store: Store,
  seed: number,
  pairs: readonly AcceptedPair[],
  operators: readonly Augmentation[],
): void {
  store.db.transaction(() => {
    writeAugmentations(store, operators);
    const write = pairWriter(store, seed);
    for (const pair of pairs) write(pair);
  })();
}

/** A reader's later word on a pair takes the place of the earlier one. */
export function writeJudgements({ db }: Store, judged: readonly Judged[]): void {
  const write = db.prepare(
    `INSERT INTO judgements (pair, reader, seed, shown, judgement, note, at)
     VALUES (@pair, @reader, @seed, @shown, @judgement, @note, @at)
         ON CONFLICT (pair, reader) DO UPDATE SET seed = excluded.seed, shown = excluded.shown,
                                                  judgement = excluded.judgement, note = excluded.note, at = excluded.at`,
  );
  db.transaction(() => {
    for (const one of judged) write.run(one);
  })();
}

/** Keys of the pairs this reader has judged. */
export function judgedBy({ db }: Store, reader: string): ReadonlySet<string> {
  return new Set(
    db.prepare<[string], string>("SELECT pair FROM judgements WHERE reader = ?").pluck().all(reader),
  );
}

/** The texts of a stored pair; undefined where the database does not hold it. */
export function readPair(
  { db }: Store,
  key: string,
): { readonly augmentation: string; readonly base: Text; readonly variant: Text } | undefined {
  const row = db
    .prepare<
      [string],
      { augmentation: string; base: string; variant: string; before: string; after: string }
    >(
      `SELECT p.augmentation, b.response AS base, v.response AS variant, q.messages AS before, w.messages AS after
         FROM pairs p JOIN texts b ON b.key = p.base JOIN texts v ON v.key = p.variant
         JOIN prompts q ON q.key = b.prompt JOIN prompts w ON w.key = v.prompt WHERE p.key = ?`,
    )
    .get(key);
  if (row === undefined) return undefined;
  const messages = (json: string) => JSON.parse(json) as Message[];
  return {
    augmentation: row.augmentation,
    base: { messages: messages(row.before), response: row.base },
    variant: { messages: messages(row.after), response: row.variant },
  };
}

/** Every stored pair of these operators (of all, if none is named) with the prompt of its base, by key. */
export function listPairs(
  { db }: Store,
  references: readonly { readonly augmentation: string; readonly dose: number | undefined }[],
): { readonly key: string; readonly augmentation: string; readonly prompt: string }[] {
  const asked = JSON.stringify(references.map(({ augmentation, dose = null }) => ({ augmentation, dose })));
  return db
    .prepare<{ asked: string }, { key: string; augmentation: string; prompt: string }>(
      `SELECT p.key, p.augmentation, b.prompt FROM pairs p JOIN texts b ON b.key = p.base
        WHERE json_array_length(:asked) = 0
           OR EXISTS (SELECT 1 FROM json_each(:asked) WHERE value ->> 'augmentation' = p.augmentation
                        AND coalesce(value ->> 'dose' = p.dose, value ->> 'dose' IS NULL)) ORDER BY p.key`,
    )
    .all({ asked });
}

/** What was read of each operator and version, in the order of names. */
export function readValidity({ db }: Store): JudgedValidity[] {
  return db
    .prepare<[], JudgedValidity>(
      `SELECT augmentation, version, expects, pairs_read AS read, as_expected AS asExpected
         FROM judged_validity ORDER BY augmentation, version`,
    )
    .all();
}

/** Runs that hold a pair readers contradict, with how many such pairs. */
export function runsWithSuspects({ db }: Store): { readonly run: string; readonly pairs: number }[] {
  return db
    .prepare<[], { run: string; pairs: number }>(
      `SELECT run, count(DISTINCT pair) AS pairs FROM run_pairs WHERE pair IN (SELECT pair FROM suspect_pairs)
        GROUP BY run ORDER BY run`,
    )
    .all();
}

/** Digest of the pairs of a run that readers contradict; '' where there is none. */
function suspectsOf({ db }: Store, run: string): string {
  const pairs = db
    .prepare<[string], string>(
      `SELECT DISTINCT pair FROM run_pairs WHERE run = ? AND pair IN (SELECT pair FROM suspect_pairs) ORDER BY pair`,
    )
    .pluck()
    .all(run);
  return pairs.length === 0 ? "" : digestOf(pairs);
}

const LEFT_OUT = "suspects-left-out";

/** Notes which pairs the analysis left out, so that later judgements are seen to be later. */
export function recordSuspects(store: Store, run: string, at: string): void {
  const now = suspectsOf(store, run);
  if (now !== lastLeftOut(store, run)) recordEvent(store, run, at, LEFT_OUT, now);
}

/** Whether readers contradict other pairs of a run than its analysis left out. */
export function suspectsChanged(store: Store, run: string): boolean {
  return suspectsOf(store, run) !== lastLeftOut(store, run);
}

function lastLeftOut({ db }: Store, run: string): string {
  const last = db
    .prepare<[string, string], string>(
      "SELECT detail FROM events WHERE run = ? AND kind = ? ORDER BY id DESC LIMIT 1",
    )
    .pluck()
    .get(run, LEFT_OUT);
  return last ?? "";
}
