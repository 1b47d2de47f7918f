import type { Item, ItemResponse, Text } from "../contract.js";
import { promptKey, textKey } from "../keys.js";
import { leading } from "../pairs/leading.js";
import type { Store } from "./open.js";
import { rolloutWriter } from "./rollouts.js";

/** Writes prompts and texts, each once; returns the writer so that statements are prepared once. */
export function textWriter({ db }: Store): (text: Text, key: string) => void {
  const prompt = db.prepare("INSERT OR IGNORE INTO prompts (key, messages, text) VALUES (?, ?, ?)");
  const insert = db.prepare("INSERT OR IGNORE INTO texts (key, prompt, response) VALUES (?, ?, ?)");
  return (text, key) => {
    const owner = promptKey(text.messages);
    prompt.run(owner, JSON.stringify(text.messages), text.messages.at(-1)?.content ?? "");
    insert.run(key, owner, text.response);
  };
}

/** Stores items with their base texts in one transaction. Items already there are left as they are. */
export function writeItems(store: Store, items: readonly Item[]): void {
  const writeText = textWriter(store);
  const writeRollout = rolloutWriter(store);
  const insertItem = store.db.prepare("INSERT OR IGNORE INTO items (id, prompt, subset) VALUES (?, ?, ?)");
  const insertResponse = store.db.prepare(
    "INSERT OR IGNORE INTO responses (item, position, role, style, text) VALUES (?, ?, ?, ?, ?)",
  );
  store.db.transaction(() => {
    for (const item of items) {
      const keyed = item.responses.map((response) => {
        const text = { messages: item.prompt, response: response.text };
        return { ...response, content: text, key: textKey(text) };
      });
      for (const { content, key } of keyed) writeText(content, key);
      // Read again its answers may come in another order, and what is said of each would go to another.
      if (insertItem.run(item.id, item.promptKey, item.subset).changes === 0) continue;
      for (const [position, { role, style, key }] of keyed.entries()) {
        insertResponse.run(item.id, position, role, style, key);
      }
      writeRollout(item);
    }
  })();
}

interface ItemRow {
  readonly id: string;
  readonly promptKey: string;
  readonly subset: string;
  readonly messages: string;
  readonly responses: string;
}

export function itemsOfRun({ db }: Store, run: string): string[] {
  return db
    .prepare<[string], string>("SELECT item FROM run_items WHERE run = ? ORDER BY item")
    .pluck()
    .all(run);
}

const SELECT_ITEM = `
  SELECT i.id, i.prompt AS promptKey, i.subset, p.messages,
         (SELECT json_group_array(json_object('role', r.role, 'style', r.style, 'text', t.response) ORDER BY r.position)
            FROM responses r JOIN texts t ON t.key = r.text WHERE r.item = i.id) AS responses`;

/** Items of a run in id order, after `after`. */
export function readItemWindow({ db }: Store, run: string, after: string, size: number): Item[] {
  return db
    .prepare<[string, string, number], ItemRow>(
      `${SELECT_ITEM} FROM run_items ri JOIN items i ON i.id = ri.item JOIN prompts p ON p.key = i.prompt
        WHERE ri.run = ? AND ri.item > ? ORDER BY ri.item LIMIT ?`,
    )
    .all(run, after, size)
    .map(itemOf);
}

/** Items by id, whether or not a run has them, in id order. */
export function readItemsById({ db }: Store, ids: readonly string[]): Item[] {
  return db
    .prepare<[string], ItemRow>(
      `${SELECT_ITEM} FROM json_each(?) j JOIN items i ON i.id = j.value JOIN prompts p ON p.key = i.prompt ORDER BY i.id`,
    )
    .all(JSON.stringify(ids))
    .map(itemOf);
}

/** The prompts of items, in no order. */
export function readPromptKeys(
  { db }: Store,
  ids: readonly string[],
): { readonly id: string; readonly promptKey: string }[] {
  return db
    .prepare<[string], { readonly id: string; readonly promptKey: string }>(
      "SELECT i.id, i.prompt AS promptKey FROM json_each(?) j JOIN items i ON i.id = j.value",
    )
    .all(JSON.stringify(ids));
}

function itemOf({ id, promptKey: key, subset, messages, responses }: ItemRow): Item {
  return { id, promptKey: key, subset, prompt: JSON.parse(messages), responses: JSON.parse(responses) };
}

interface AnswerRow extends Pick<ItemResponse, "role" | "style" | "text"> {
  readonly messages: string;
}

/** The `size` prompts of the items with the lowest `rank`, each with its leading response: what other items may borrow. */
export function readDonors(
  { db }: Store,
  items: readonly string[],
  rank: (promptKey: string) => number,
  size: number,
): { readonly promptKey: string; readonly text: Text }[] {
  const rows = db
    .prepare<[string], { readonly prompt: string; readonly item: string }>(
      "SELECT i.prompt, min(i.id) AS item FROM json_each(?) j JOIN items i ON i.id = j.value GROUP BY i.prompt",
    )
    .all(JSON.stringify(items))
    .map(({ prompt, item }) => ({ prompt, item, rank: rank(prompt) }))
    .sort((a, b) => a.rank - b.rank || (a.prompt < b.prompt ? -1 : 1))
    .slice(0, size);
  const answers = db.prepare<[string], AnswerRow>(
    `SELECT p.messages, r.role, r.style, t.response AS text FROM items i JOIN responses r ON r.item = i.id
       JOIN texts t ON t.key = r.text JOIN prompts p ON p.key = i.prompt WHERE i.id = ? ORDER BY r.position`,
  );
  return rows.map(({ prompt, item }) => {
    const all = answers.all(item);
    const { messages, text } = all[leading(all)]!;
    return { promptKey: prompt, text: { messages: JSON.parse(messages), response: text } };
  });
}
