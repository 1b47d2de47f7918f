import type { Item } from "../contract.js";
import type { Store } from "./open.js";

/** Writes what the data say of the responses of a new item beside the texts. */
export function rolloutWriter({ db }: Store): (item: Item) => void {
  const rollout = db.prepare("INSERT INTO rollouts (item, checkpoint, step) VALUES (?, ?, ?)");
  const logged = db.prepare("INSERT INTO logged_rewards (item, position, name, reward) VALUES (?, ?, ?, ?)");
  return ({ id, rollout: sampled, responses }) => {
    if (sampled !== undefined) rollout.run(id, sampled.checkpoint, sampled.step);
    for (const [position, { rewards = {} }] of responses.entries())
      for (const [name, reward] of Object.entries(rewards)) logged.run(id, position, name, reward);
  };
}

/** One response of a policy in training. */
export interface RolloutRow {
  readonly item: string;
  readonly position: number;
  /** Key of its text. */
  readonly text: string;
  /** Key of the prompt: the cluster. */
  readonly prompt: string;
  /** Empty where the log names none. */
  readonly checkpoint: string;
  readonly step: number | null;
  /** Logged rewards by the name of their column; raw. */
  readonly rewards: Readonly<Record<string, number>>;
}

/** The rollouts of a run by step, then checkpoint, item and position; items without checkpoint and step are none. */
export function readRollouts({ db }: Store, run: string): RolloutRow[] {
  return db
    .prepare<[string], Omit<RolloutRow, "rewards"> & { readonly rewards: string }>(
      `SELECT o.item, r.position, r.text, i.prompt, o.checkpoint, o.step,
              (SELECT json_group_object(l.name, l.reward) FROM logged_rewards l
                WHERE l.item = r.item AND l.position = r.position) AS rewards
         FROM run_items ri JOIN rollouts o ON o.item = ri.item
         JOIN items i ON i.id = o.item JOIN responses r ON r.item = o.item
        WHERE ri.run = ? ORDER BY o.step, o.checkpoint, o.item, r.position`,
    )
    .all(run)
    .map((row) => ({ ...row, rewards: JSON.parse(row.rewards) as Record<string, number> }));
}
