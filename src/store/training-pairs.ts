import type { Expectation, Message, Text } from "../contract.js";
import type { Store } from "./open.js";
import { firstPart } from "./oracle/first-part.js";

/** An accepted pair of a run, without its texts. */
export interface TrainingPair {
  readonly pair: string;
  readonly item: string;
  readonly position: number;
  readonly augmentation: string;
  readonly dose: number | null;
  readonly expects: Expectation;
  /** The operator's attribute. */
  readonly family: string;
  /** What moved: of an oracle's causal pair the attribute it was asked to move, also where it is composed; else the operator's. */
  readonly attribute: string;
  /** Whether readers contradict its label. */
  readonly suspect: boolean;
}

const OF_RUN = `
         FROM run_pairs rp
        CROSS JOIN pairs p ON p.key = rp.pair
         JOIN augmentations a ON a.name = p.augmentation AND a.version = p.version
         LEFT JOIN run_oracles ro ON ro.run = rp.run
         LEFT JOIN oracle_interventions o
                ON o.settings = ro.settings AND o.item = rp.item AND o.operator = ${firstPart("p.augmentation")}
        WHERE rp.run = ?`;
const MOVED = "coalesce(nullif(o.attribute, ''), a.attribute)";

/** What pairs are told apart by when some are chosen. */
export type PairFamily = Pick<TrainingPair, "augmentation" | "dose" | "family" | "attribute">;

/** Every operator, dose and attribute that a run has pairs of, and how many. */
export function listFamilies({ db }: Store, run: string): (PairFamily & { readonly pairs: number })[] {
  return db
    .prepare<[string], PairFamily & { pairs: number }>(
      `SELECT p.augmentation, p.dose, a.attribute AS family, ${MOVED} AS attribute, count(*) AS pairs ${OF_RUN}
        GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
    )
    .all(run);
}

/** Every accepted pair of a run, rules' and oracle's, in the order of items, one at a time. */
export function* readTrainingPairs({ db }: Store, run: string): Generator<TrainingPair> {
  const rows = db
    .prepare<[string], Omit<TrainingPair, "suspect"> & { suspect: number }>(
      `SELECT rp.pair, rp.item, rp.position, p.augmentation, p.dose, a.expects, a.attribute AS family, ${MOVED} AS attribute,
              rp.pair IN (SELECT pair FROM suspect_pairs) AS suspect ${OF_RUN}
        ORDER BY rp.item, rp.position, p.augmentation, p.dose, rp.pair`,
    )
    .iterate(run);
  for (const row of rows) yield { ...row, suspect: row.suspect === 1 };
}

/** The data's own answers in a run, as often as they stand in it. */
export function readRunAnswers({ db }: Store, run: string): IterableIterator<string> {
  return db
    .prepare<[string], string>(
      `SELECT t.response FROM run_items ri JOIN responses r ON r.item = ri.item JOIN texts t ON t.key = r.text
        WHERE ri.run = ?`,
    )
    .pluck()
    .iterate(run);
}

/** Reads both texts of a pair by its key; the statement is prepared once. */
export function pairTextsReader({ db }: Store): (pair: string) => {
  readonly base: Text;
  readonly variant: Text;
} {
  const find = db.prepare<[string], Record<"before" | "base" | "after" | "variant", string>>(
    `SELECT q.messages AS before, b.response AS base, w.messages AS after, v.response AS variant
       FROM pairs p JOIN texts b ON b.key = p.base JOIN prompts q ON q.key = b.prompt
       JOIN texts v ON v.key = p.variant JOIN prompts w ON w.key = v.prompt WHERE p.key = ?`,
  );
  const messages = (json: string) => JSON.parse(json) as Message[];
  return (pair) => {
    const row = find.get(pair)!;
    return {
      base: { messages: messages(row.before), response: row.base },
      variant: { messages: messages(row.after), response: row.variant },
    };
  };
}

/** How far a model's reward moved from base to variant, raw, and whether either text was cut to its window. */
export interface Move {
  readonly difference: number;
  readonly truncated: boolean;
}

/** The moves of an analysed run by the key of the pair: a pair of the same texts moves the same wherever it stands. */
export function readMoves({ db }: Store, run: string): ReadonlyMap<string, Move> {
  const rows = db
    .prepare<[string], { pair: string; difference: number; truncated: number }>(
      "SELECT pair, difference, truncated FROM pair_scores WHERE run = ?",
    )
    .all(run);
  return new Map(
    rows.map(({ pair, difference, truncated }) => [pair, { difference, truncated: truncated === 1 }]),
  );
}
