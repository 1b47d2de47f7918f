import type { Message } from "../../contract.js";
import type { Store } from "../open.js";

/** Texts whose words are written in one transaction. */
const PART = 2_000;

/** Told after each part, with the rows that are done; may throw, to stop: what was written stays. */
export type Turn = (done: number, of: number) => Promise<void>;

/** What is indexed: a table of texts, and the one that numbers them. */
interface Kind {
  readonly table: "texts" | "prompts";
  readonly numbers: "text_numbers" | "prompt_numbers";
  readonly column: "text" | "prompt";
  write(db: Store["db"], keys: readonly string[]): void;
}

const KINDS: readonly Kind[] = [
  { table: "prompts", numbers: "prompt_numbers", column: "prompt", write: numberPrompts },
  { table: "texts", numbers: "text_numbers", column: "text", write: numberTexts },
];

/** How many texts and prompts have their words in the index, of how many. */
export function countWords({ db }: Store): { readonly indexed: number; readonly of: number } {
  const sum = (tables: readonly string[]) =>
    tables.reduce(
      (all, table) => all + db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get()!,
      0,
    );
  return { indexed: sum(KINDS.map(({ numbers }) => numbers)), of: sum(KINDS.map(({ table }) => table)) };
}

/** Whether all have: texts come at the end of their table and are indexed in its order, so the last one tells. */
export function allIndexed({ db }: Store): boolean {
  return KINDS.every(
    ({ table, numbers, column }) =>
      db
        .prepare<[], number>(
          `SELECT NOT EXISTS (SELECT 1 FROM (SELECT key FROM ${table} WHERE rowid = (SELECT max(rowid) FROM ${table})) l
                               WHERE NOT EXISTS (SELECT 1 FROM ${numbers} n WHERE n.${column} = l.key))`,
        )
        .pluck()
        .get() === 1,
  );
}

/** Indexes the words of texts and prompts that are not indexed yet, in parts. Doing it again changes nothing. */
export async function fillWords(store: Store, turn: Turn = async () => {}): Promise<void> {
  if (allIndexed(store)) return;
  const { indexed, of } = countWords(store);
  let done = indexed;
  for (const kind of KINDS)
    for (const rows of fill(store, kind)) {
      done += rows;
      await turn(done, of);
    }
}

/** Goes on after the text that was numbered last; yields how many were written in each part. */
function* fill({ db }: Store, { table, numbers, column, write }: Kind): Generator<number> {
  const last = db
    .prepare<[], number>(
      `SELECT t.rowid FROM (SELECT ${column} AS key FROM ${numbers} ORDER BY number DESC LIMIT 1) n JOIN ${table} t ON t.key = n.key`,
    )
    .pluck()
    .get();
  const read = db.prepare<[number, number], { readonly rowid: number; readonly key: string }>(
    `SELECT rowid, key FROM ${table} WHERE rowid > ? ORDER BY rowid LIMIT ?`,
  );
  for (let after = last ?? 0; ; ) {
    const part = read.all(after, PART);
    if (part.length === 0) return;
    db.transaction(() =>
      write(
        db,
        part.map(({ key }) => key),
      ),
    ).immediate();
    after = part.at(-1)!.rowid;
    yield part.length;
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
