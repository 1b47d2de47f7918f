import type { Item, Text } from "../contract.js";
import { promptKey, textKey } from "../keys.js";
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
      insertItem.run(item.id, item.promptKey, item.subset);
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

/** Items of a run in id order, after `after`. */
export function readItemWindow({ db }: Store, run: string, after: string, size: number): Item[] {
  const rows = db
    .prepare<[string, string, number], ItemRow>(
      `SELECT i.id, i.prompt AS promptKey, i.subset, p.messages,
              (SELECT json_group_array(json_object('role', r.role, 'style', r.style, 'text', t.response) ORDER BY r.position)
                 FROM responses r JOIN texts t ON t.key = r.text WHERE r.item = i.id) AS responses
         FROM run_items ri JOIN items i ON i.id = ri.item JOIN prompts p ON p.key = i.prompt
        WHERE ri.run = ? AND ri.item > ? ORDER BY ri.item LIMIT ?`,
    )
    .all(run, after, size);
  return rows.map(({ id, promptKey: key, subset, messages, responses }) => ({
    id,
    promptKey: key,
    subset,
    prompt: JSON.parse(messages),
    responses: JSON.parse(responses),
  }));
}

/** The `size` prompts of a run with the lowest `rank`, each with its first response: what other items may borrow. */
export function readDonors(
  { db }: Store,
  run: string,
  rank: (promptKey: string) => number,
  size: number,
): { readonly promptKey: string; readonly text: Text }[] {
  const prompts = db
    .prepare<[string], string>(
      "SELECT DISTINCT i.prompt FROM run_items ri JOIN items i ON i.id = ri.item WHERE ri.run = ?",
    )
    .pluck()
    .all(run)
    .map((key) => ({ key, rank: rank(key) }))
    .sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1))
    .slice(0, size);
  const first = db.prepare<[string, string], { messages: string; response: string }>(
    `SELECT p.messages, t.response FROM run_items ri JOIN items i ON i.id = ri.item
       JOIN responses r ON r.item = i.id AND r.position = 0 JOIN texts t ON t.key = r.text JOIN prompts p ON p.key = i.prompt
      WHERE ri.run = ? AND i.prompt = ? ORDER BY i.id LIMIT 1`,
  );
  return prompts.map(({ key }) => {
    const row = first.get(run, key)!;
    return { promptKey: key, text: { messages: JSON.parse(row.messages), response: row.response } };
  });
}
