import type { Message } from "../../contract.js";
import { promptKey, textKey } from "../../keys.js";
import { textWriter } from "../items.js";
import type { Store } from "../open.js";

/** Records the attributes that a call found for a prompt, in the order of the answer. */
export function writeAttributes(
  { db }: Store,
  call: string,
  prompt: readonly Message[],
  attributes: readonly { readonly name: string; readonly why: string }[],
): void {
  const key = promptKey(prompt);
  const messages = JSON.stringify(prompt.map(({ role, content }) => ({ role, content })));
  db.prepare("INSERT OR IGNORE INTO prompts (key, messages, text) VALUES (?, ?, ?)").run(
    key,
    messages,
    prompt.at(-1)?.content ?? "",
  );
  const insert = db.prepare(
    "INSERT INTO oracle_attributes (call, position, prompt, name, why) VALUES (?, ?, ?, ?, ?)",
  );
  for (const [position, { name, why }] of attributes.entries()) insert.run(call, position, key, name, why);
}

/** Records how a call graded an answer; a quote counts as one where it stands in the answer, white space aside. */
export function writeGrades(
  store: Store,
  call: string,
  text: { readonly messages: readonly Message[]; readonly response: string },
  grades: readonly {
    readonly attribute: string;
    readonly grade: "strong" | "weak";
    readonly quote: string;
  }[],
): void {
  const key = textKey(text);
  textWriter(store)(text, key);
  const insert = store.db.prepare(
    "INSERT INTO oracle_grades (call, attribute, text, grade, quote, quoted) VALUES (?, ?, ?, ?, ?, ?)",
  );
  for (const { attribute, grade, quote } of grades)
    insert.run(call, attribute, key, grade, quote, isQuoted(quote, text.response) ? 1 : 0);
}

/** Whether a quote stands in a text, white space aside; an empty one quotes nothing. */
export function isQuoted(quote: string, text: string): boolean {
  const bare = (words: string) => words.replace(/\s+/gu, " ").trim();
  return bare(quote) !== "" && bare(text).includes(bare(quote));
}
