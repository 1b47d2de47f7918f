import type { Augmentation, Expectation, Message, ResponseRole } from "../../contract.js";
import type { Store } from "../open.js";

export interface ItemScore {
  readonly run: string;
  readonly model: string;
  readonly score: number;
  /** What the scorer read, prompt and template included. */
  readonly tokens: number;
  readonly truncated: boolean;
}

export interface StoredResponse {
  readonly position: number;
  readonly role: ResponseRole;
  readonly style: string;
  readonly key: string;
  readonly text: string;
  /** Rewards that came with the data, by the name of their column. */
  readonly logged: Readonly<Record<string, number>>;
  /** Of every run that holds the item and has scored this answer, the newest first. */
  readonly scores: readonly ItemScore[];
}

/** A pair made of one of its answers, with what each run made of it. */
export interface ItemPair {
  readonly pair: string;
  readonly position: number;
  readonly augmentation: string;
  readonly dose: number | null;
  readonly attribute: string;
  readonly expects: Expectation;
  readonly changes: Augmentation["changes"];
  readonly scores: readonly {
    readonly run: string;
    readonly model: string;
    readonly difference: number;
    readonly z: number | null;
    /** Of the run; null where it was not measured. */
    readonly noiseFloor: number | null;
    readonly truncated: boolean;
  }[];
}

export interface ItemSkip {
  readonly run: string;
  readonly model: string;
  readonly augmentation: string;
  readonly dose: number | null;
  readonly position: number;
  readonly stage: "apply" | "guard" | "error";
  readonly reason: string;
  readonly detail: string;
}

export interface StoredItem {
  readonly id: string;
  readonly subset: string;
  readonly messages: readonly Message[];
  /** When a policy in training gave these answers; null for other data. */
  readonly rollout: { readonly checkpoint: string; readonly step: number | null } | null;
  readonly responses: readonly StoredResponse[];
  readonly pairs: readonly ItemPair[];
  readonly skips: readonly ItemSkip[];
}

/** Everything of one item, by its whole id; undefined where the database does not hold it. */
export function readItem(store: Store, id: string): StoredItem | undefined {
  const { db } = store;
  const item = db
    .prepare<[string], { readonly subset: string; readonly messages: string }>(
      "SELECT i.subset, p.messages FROM items i JOIN prompts p ON p.key = i.prompt WHERE i.id = ?",
    )
    .get(id);
  if (item === undefined) return undefined;
  const rollout = db
    .prepare<[string], NonNullable<StoredItem["rollout"]>>(
      "SELECT checkpoint, step FROM rollouts WHERE item = ?",
    )
    .get(id);
  return {
    ...{
      id,
      subset: item.subset,
      messages: JSON.parse(item.messages) as Message[],
      rollout: rollout ?? null,
    },
    responses: readResponses(store, id),
    pairs: readItemPairs(store, id),
    skips: readItemSkips(store, id),
  };
}

function readResponses({ db }: Store, id: string): StoredResponse[] {
  const scores = db
    .prepare<
      [string],
      Omit<ItemScore, "truncated"> & { readonly truncated: number; readonly position: number }
    >(
      `SELECT b.position, m.run, m.model, b.score, b.scorer_tokens AS tokens, b.truncated
         FROM run_models m JOIN runs r ON r.id = m.run CROSS JOIN base_scores b ON b.run = m.run AND b.item = ?
        ORDER BY m.newest DESC, r.created_at DESC, m.model, m.run`,
    )
    .all(id);
  const logged = db
    .prepare<[string], { readonly position: number; readonly name: string; readonly reward: number }>(
      "SELECT position, name, reward FROM logged_rewards WHERE item = ? ORDER BY position, name",
    )
    .all(id);
  return db
    .prepare<[string], Omit<StoredResponse, "logged" | "scores">>(
      `SELECT r.position, r.role, r.style, t.key, t.response AS text FROM responses r JOIN texts t ON t.key = r.text
        WHERE r.item = ? ORDER BY r.position`,
    )
    .all(id)
    .map((response) => ({
      ...response,
      logged: Object.fromEntries(
        logged
          .filter(({ position }) => position === response.position)
          .map(({ name, reward }) => [name, reward]),
      ),
      scores: scores
        .filter(({ position }) => position === response.position)
        .map(({ position: _, truncated, ...score }) => ({ ...score, truncated: truncated === 1 })),
    }));
}

type ItemPairRow = Omit<ItemPair, "scores"> &
  Omit<ItemPair["scores"][number], "truncated"> & { readonly truncated: number };

function readItemPairs({ db }: Store, id: string): ItemPair[] {
  const rows = db
    .prepare<[string], ItemPairRow>(
      `SELECT pair, position, augmentation, dose, attribute, expects, changes, run, model, after - before AS difference,
              (after - before) / nullif(ruler, 0) AS z, noiseFloor, truncated
         FROM (SELECT rp.pair, rp.position, p.augmentation, p.dose, a.attribute, a.expects, a.changes, m.run, m.model, m.ruler,
                      m.newest, m.noise_floor AS noiseFloor, r.created_at AS begun, max(b.truncated, v.truncated) AS truncated,
                      (SELECT sum(h.weight * l.logit) FROM run_heads h JOIN scores l ON l.scorer = r.scorer AND l.text = p.base
                          AND l.head = h.head WHERE h.run = r.id) AS before,
                      (SELECT sum(h.weight * l.logit) FROM run_heads h JOIN scores l ON l.scorer = r.scorer AND l.text = p.variant
                          AND l.head = h.head WHERE h.run = r.id) AS after
                 FROM run_models m CROSS JOIN runs r ON r.id = m.run CROSS JOIN run_pairs rp ON rp.run = m.run AND rp.item = ?
                CROSS JOIN pairs p ON p.key = rp.pair
                CROSS JOIN augmentations a ON a.name = p.augmentation AND a.version = p.version
                CROSS JOIN scores b ON b.scorer = r.scorer AND b.text = p.base AND b.head = 0
                CROSS JOIN scores v ON v.scorer = r.scorer AND v.text = p.variant AND v.head = 0)
        ORDER BY position, attribute, augmentation, dose, pair, newest DESC, begun DESC, model, run`,
    )
    .all(id);
  const pairs = new Map<string, ItemPair & { readonly scores: ItemPair["scores"][number][] }>();
  for (const { run, model, difference, z, noiseFloor, truncated, ...pair } of rows) {
    const place = `${pair.pair} ${pair.position}`;
    const known = pairs.get(place) ?? { ...pair, scores: [] };
    known.scores.push({ run, model, difference, z, noiseFloor, truncated: truncated === 1 });
    pairs.set(place, known);
  }
  return [...pairs.values()];
}

function readItemSkips({ db }: Store, id: string): ItemSkip[] {
  return db
    .prepare<{ id: string }, ItemSkip>(
      `WITH own AS (
         SELECT k.* FROM (SELECT DISTINCT run, augmentation, dose FROM skip_counts) c
          CROSS JOIN skips k ON k.run = c.run AND k.augmentation = c.augmentation AND k.dose = c.dose AND k.item = @id
          UNION ALL
         SELECT k.* FROM runs r CROSS JOIN skips k ON k.run = r.id AND k.item = @id
          WHERE NOT EXISTS (SELECT 1 FROM skip_counts c WHERE c.run = r.id))
       SELECT k.run, m.model, k.augmentation, nullif(k.dose, 0) AS dose, k.position, k.stage, k.reason, k.detail
         FROM own k CROSS JOIN run_models m ON m.run = k.run
        ORDER BY k.position, k.augmentation, k.dose, m.newest DESC, m.model, m.run`,
    )
    .all({ id });
}
