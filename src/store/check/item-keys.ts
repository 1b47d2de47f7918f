import type { ItemDraft, ItemResponse } from "../../contract.js";
import { itemId } from "../../keys.js";
import type { UntouchedStore } from "../open-untouched.js";
import { keyCheck, readMessages } from "./keys.js";

interface ItemRow {
  readonly id: string;
  readonly subset: string;
  readonly messages: string;
  readonly checkpoint: string | null;
  readonly step: number | null;
}

interface ResponseRow {
  readonly position: number;
  readonly role: ItemResponse["role"];
  readonly style: string;
  readonly text: string;
}

/** Items with all that their id digests: prompt, responses, subset, and what a training log says of them. */
export const itemKeys = keyCheck(
  "items",
  ["prompts", "responses", "texts", "rollouts", "logged_rewards"],
  function* (store) {
    const rows = store.db.prepare<[], ItemRow>(
      `SELECT i.id, i.subset, p.messages, o.checkpoint, o.step
         FROM items i JOIN prompts p ON p.key = i.prompt LEFT JOIN rollouts o ON o.item = i.id`,
    );
    const responsesOf = responseReader(store);
    for (const { id, subset, messages, checkpoint, step } of rows.iterate()) {
      const prompt = readMessages(messages);
      const draft: ItemDraft | undefined = prompt && {
        ...{ prompt, subset, responses: responsesOf(id) },
        ...(checkpoint === null ? {} : { rollout: { checkpoint, step } }),
      };
      yield { key: id, digest: draft === undefined ? undefined : digestLike(id, draft) };
    }
  },
);

/** An empty list of rewards is not stored, but was part of the id: either reading will do. */
function digestLike(id: string, draft: ItemDraft): string {
  const digest = itemId(draft);
  if (digest === id) return digest;
  const listed = draft.responses.map((response) => ({ rewards: {}, ...response }));
  return itemId({ ...draft, responses: listed }) === id ? id : digest;
}

function responseReader({ db }: UntouchedStore): (item: string) => ItemResponse[] {
  const responses = db.prepare<[string], ResponseRow>(
    `SELECT r.position, r.role, r.style, t.response AS text FROM responses r JOIN texts t ON t.key = r.text
      WHERE r.item = ? ORDER BY r.position`,
  );
  const logged = db
    .prepare<[string, number], readonly [string, number]>(
      "SELECT name, reward FROM logged_rewards WHERE item = ? AND position = ?",
    )
    .raw();
  return (item) =>
    responses.all(item).map(({ position, ...response }) => {
      const rewards = logged.all(item, position);
      return rewards.length === 0 ? response : { ...response, rewards: Object.fromEntries(rewards) };
    });
}
