import type { Message } from "../../contract.js";
import type { Store } from "../open.js";

/** Texts whose words are written in one transaction. */
const PART = 2_000;

/** Told after each part, with the rows looked at; may throw, to stop: what was written stays. */
export type Turn = (done: number, of: number) => Promise<void>;

/** How many texts and prompts have their words in the index, of how many. */
export function countWords({ db }: Store): { readonly indexed: number; readonly of: number } {
  const count = (sql: string) => db.prepare<[], number>(sql).pluck().get()!;
  // Numbers are given in turn and never taken away: the last one is how many there are.
  const indexed = count(
    "SELECT coalesce((SELECT max(number) FROM text_numbers), 0) + coalesce((SELECT max(number) FROM prompt_numbers), 0)",
  );
  return { indexed, of: count("SELECT (SELECT count(*) FROM texts) + (SELECT count(*) FROM prompts)") };
}

/** Indexes the words of texts and prompts that are not indexed yet, in parts. Doing it again changes nothing. */
export async function fillWords(store: Store, turn: Turn = async () => {}): Promise<void> {
  const { indexed, of } = countWords(store);
  if (indexed === of) return;
  const done = await fill(store, "prompts", numberPrompts, (rows) => turn(rows, of));
  await fill(store, "texts", numberTexts, (rows) => turn(done + rows, of));
}

/** Goes through a table in the order of its rows; returns how many there are. */
async function fill(
  { db }: Store,
  table: "texts" | "prompts",
  write: (db: Store["db"], keys: readonly string[]) => void,
  turn: (rows: number) => Promise<void>,
): Promise<number> {
  const read = db.prepare<[number, number], { readonly rowid: number; readonly key: string }>(
    `SELECT rowid, key FROM ${table} WHERE rowid > ? ORDER BY rowid LIMIT ?`,
  );
  let rows = 0;
  for (let after = 0; ; ) {
    const part = read.all(after, PART);
    if (part.length === 0) return rows;
    db.transaction(() =>
      write(
        db,
        part.map(({ key }) => key),
      ),
    ).immediate();
    after = part.at(-1)!.rowid;
    rows += part.length;
    await turn(rows);
  }
}

function numberTexts(db: Store["db"], keys: readonly string[]): void {
  const number = db.prepare<[string]>("INSERT OR IGNORE INTO text_numbers (text) VALUES (?)");
  const words = db.prepare<[number | bigint, string]>(
    "INSERT INTO response_words (rowid, response) SELECT ?, response FROM texts WHERE key = ?",
  );
  for (const key of keys) {
    const { changes, lastInsertRowid } = number.run(key);
    if (changes === 1) words.run(lastInsertRowid, key);
  }
}

function numberPrompts(db: Store["db"], keys: readonly string[]): void {
  const find = db.prepare<[string], { readonly messages: string; readonly text: string }>(
    "SELECT messages, text FROM prompts WHERE key = ?",
  );
  const number = db.prepare<[string, string | null]>(
    "INSERT OR IGNORE INTO prompt_numbers (prompt, said) VALUES (?, ?)",
  );
  const words = db.prepare<[number | bigint, string]>(
    "INSERT INTO prompt_words (rowid, prompt) VALUES (?, ?)",
  );
  for (const key of keys) {
    const { messages, text } = find.get(key)!;
    const all = (JSON.parse(messages) as Message[]).map(({ content }) => content).join("\n");
    const { changes, lastInsertRowid } = number.run(key, all === text ? null : all);
    if (changes === 1) words.run(lastInsertRowid, all);
  }
}
