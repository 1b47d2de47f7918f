import type { Augmentation, Expectation, Message, ResponseRole } from "../../contract.js";
import { isOracleName } from "../../oracle/operators.js";
import type { Store } from "../open.js";
import { interventionsOfPair, type StoredIntervention } from "../oracle/read-interventions.js";

export interface PairText {
  readonly key: string;
  readonly messages: readonly Message[];
  readonly response: string;
}

/** What one run made of a pair at one place of its data. */
export interface PairScore {
  readonly run: string;
  readonly model: string;
  readonly dtype: string;
  readonly scorer: string;
  readonly rubric: string;
  readonly newest: boolean;
  readonly item: string;
  readonly position: number;
  readonly baseScore: number;
  readonly variantScore: number;
  readonly difference: number;
  /** In SDs of the run's ruler; null where that is zero or not there. */
  readonly z: number | null;
  readonly ruler: number | null;
  readonly noiseFloor: number | null;
  readonly truncated: boolean;
  readonly broken: boolean;
  /** What the scorer read, prompt and template included. */
  readonly baseTokens: number;
  readonly variantTokens: number;
}

export interface StoredPair {
  readonly key: string;
  readonly operator: Pick<Augmentation, "name" | "version" | "attribute" | "changes" | "summary"> & {
    readonly expects: Expectation;
    readonly dose: number | null;
    readonly seed: number;
  };
  readonly base: PairText;
  readonly variant: PairText;
  /** Columns of `drift` by their names in the database; null where it was not measured. */
  readonly drift: Readonly<Record<string, number | null>> | null;
  readonly judgements: readonly {
    readonly reader: string;
    readonly prefers: string;
    readonly note: string;
    readonly at: string;
  }[];
  /** Of a pair that an oracle wrote: whence its texts are, by each settings that came to it; absent of others. */
  readonly oracle?: readonly StoredIntervention[];
  /** Half or more of its readers contradict the label: no evidence. */
  readonly suspect: boolean;
  /** Where it stands in the data. */
  readonly places: readonly {
    readonly item: string;
    readonly position: number;
    readonly role: ResponseRole;
    readonly style: string;
    readonly subset: string;
  }[];
  /** Of every run that holds it and has scored it, the newest first. */
  readonly scores: readonly PairScore[];
}

/** Everything of one pair, by its whole key; undefined where the database does not hold it. */
export function readPair(store: Store, key: string): StoredPair | undefined {
  const { db } = store;
  const pair = db
    .prepare<[string], PairFacts>(
      `SELECT p.key, p.base, p.variant, p.augmentation AS name, p.version, p.dose, p.seed, a.attribute, a.changes, a.expects, a.summary
         FROM pairs p JOIN augmentations a ON a.name = p.augmentation AND a.version = p.version WHERE p.key = ?`,
    )
    .get(key);
  if (pair === undefined) return undefined;
  const { key: _, base, variant, ...operator } = pair;
  const { pair: __, ...drift } = db
    .prepare<[string], Record<string, number | null>>("SELECT * FROM drift WHERE pair = ?")
    .get(key) ?? { pair: null };
  const judgements = db
    .prepare<[string], StoredPair["judgements"][number]>(
      "SELECT reader, prefers, note, at FROM judgements WHERE pair = ? ORDER BY at, reader",
    )
    .all(key);
  return {
    ...{ key, operator, base: readText(store, base), variant: readText(store, variant) },
    drift: Object.keys(drift).length === 0 ? null : drift,
    judgements,
    ...(isOracleName(operator.name) ? { oracle: interventionsOfPair(store, key) } : {}),
    suspect: isSuspect(store, key),
    places: readPlaces(store, key),
    scores: readScores(store, key),
  };
}

type PairFacts = StoredPair["operator"] & {
  readonly key: string;
  readonly base: string;
  readonly variant: string;
};

export function readText({ db }: Store, key: string): PairText {
  const { messages, response } = db
    .prepare<[string], { readonly messages: string; readonly response: string }>(
      "SELECT q.messages, t.response FROM texts t JOIN prompts q ON q.key = t.prompt WHERE t.key = ?",
    )
    .get(key)!;
  return { key, messages: JSON.parse(messages) as Message[], response };
}

function isSuspect({ db }: Store, key: string): boolean {
  return (
    db
      .prepare<[string], number>(
        "SELECT 2 * sum(as_expected) <= count(*) FROM judged_pairs WHERE pair = ? HAVING count(*) > 0",
      )
      .pluck()
      .get(key) === 1
  );
}

type StoredScore = Omit<PairScore, "newest" | "truncated" | "broken"> &
  Record<"newest" | "truncated" | "broken", number>;

function readScores({ db }: Store, key: string): PairScore[] {
  return db
    .prepare<[string], StoredScore>(
      `WITH rewarded AS (
         SELECT r.id AS run, s.name AS model, s.dtype, s.key AS scorer, m.rubric, m.newest, m.ruler, m.noise_floor AS noiseFloor,
                r.created_at AS begun, rp.item, rp.position, a.expects, a.changes, b.tokens AS baseTokens, v.tokens AS variantTokens,
                max(b.truncated, v.truncated) AS truncated,
                (SELECT sum(h.weight * l.logit) FROM run_heads h JOIN scores l ON l.scorer = r.scorer AND l.text = p.base AND l.head = h.head
                  WHERE h.run = r.id) AS baseScore,
                (SELECT sum(h.weight * l.logit) FROM run_heads h JOIN scores l ON l.scorer = r.scorer AND l.text = p.variant AND l.head = h.head
                  WHERE h.run = r.id) AS variantScore
           FROM pairs p JOIN augmentations a ON a.name = p.augmentation AND a.version = p.version
          CROSS JOIN runs r CROSS JOIN run_pairs rp ON rp.run = r.id AND rp.pair = p.key
           JOIN run_models m ON m.run = r.id JOIN scorers s ON s.key = r.scorer
           JOIN scores b ON b.scorer = r.scorer AND b.text = p.base AND b.head = 0
           JOIN scores v ON v.scorer = r.scorer AND v.text = p.variant AND v.head = 0
          WHERE p.key = ?)
       SELECT run, model, dtype, scorer, rubric, newest, item, position, baseScore, variantScore,
              variantScore - baseScore AS difference, (variantScore - baseScore) / nullif(ruler, 0) AS z, ruler, noiseFloor, truncated,
              changes <> 'prompt' AND CASE expects WHEN 'higher' THEN baseScore - variantScore
                WHEN 'same' THEN abs(variantScore - baseScore) ELSE variantScore - baseScore END > 2 * coalesce(noiseFloor, 0) AS broken,
              baseTokens, variantTokens
         FROM rewarded ORDER BY newest DESC, begun DESC, model, run, item, position`,
    )
    .all(key)
    .map((row) => ({
      ...row,
      newest: row.newest === 1,
      truncated: row.truncated === 1,
      broken: row.broken === 1,
    }));
}

function readPlaces({ db }: Store, key: string): StoredPair["places"] {
  return db
    .prepare<[string], StoredPair["places"][number]>(
      `SELECT DISTINCT rp.item, rp.position, s.role, s.style, i.subset
         FROM runs r CROSS JOIN run_pairs rp ON rp.run = r.id AND rp.pair = ?
         JOIN responses s ON s.item = rp.item AND s.position = rp.position JOIN items i ON i.id = rp.item
        ORDER BY rp.item, rp.position`,
    )
    .all(key);
}
