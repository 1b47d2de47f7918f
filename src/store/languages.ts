import type { Store } from "./open.js";

/** Distinct prompts of a run by the language of its items' answers. */
export function countPromptsByLanguage({ db }: Store, run: string): ReadonlyMap<string, number> {
  const rows = db
    .prepare<[string], { readonly language: string; readonly prompts: number }>(
      `SELECT ri.language, count(DISTINCT i.prompt) AS prompts
         FROM run_items ri JOIN items i ON i.id = ri.item WHERE ri.run = ? GROUP BY ri.language`,
    )
    .all(run);
  return new Map(rows.map(({ language, prompts }) => [language, prompts]));
}

/** Notes the language of a run's items. Doing it again writes the same. */
export function writeLanguages(
  { db }: Store,
  run: string,
  rows: readonly { readonly item: string; readonly language: string }[],
): void {
  const set = db.prepare("UPDATE run_items SET language = ? WHERE run = ? AND item = ?");
  db.transaction(() => {
    for (const { item, language } of rows) set.run(language, run, item);
  })();
}
