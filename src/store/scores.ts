import type { Message, ScorerIdentity, Text } from "../contract.js";
import type { ScoreRow } from "../scoring/score-texts.js";
import type { TextWindows } from "../scoring/text-windows.js";
import type { Store } from "./open.js";

export function writeScorer({ db }: Store, key: string, identity: ScorerIdentity): void {
  const { files, heads, ...row } = identity;
  db.transaction(() => {
    db.prepare(
      `INSERT OR IGNORE INTO scorers (key, kind, name, architecture, dtype, provider, input, max_length, truncation, batching)
       VALUES (@key, @kind, @name, @architecture, @dtype, @provider, @input, @maxLength, @truncation, @batching)`,
    ).run({ key, ...row });
    const insertFile = db.prepare(
      "INSERT OR IGNORE INTO scorer_files (scorer, file, digest) VALUES (?, ?, ?)",
    );
    for (const [file, digest] of Object.entries(files)) insertFile.run(key, file, digest);
    const insertHead = db.prepare("INSERT OR IGNORE INTO scorer_heads (scorer, head, name) VALUES (?, ?, ?)");
    for (const [head, name] of heads.entries()) insertHead.run(key, head, name);
  })();
}

export function readScorer({ db }: Store, key: string): ScorerIdentity {
  const row = db
    .prepare<[string], Omit<ScorerIdentity, "files" | "heads">>(
      `SELECT kind, name, architecture, dtype, provider, input, max_length AS maxLength, truncation, batching
         FROM scorers WHERE key = ?`,
    )
    .get(key)!;
  const files = db
    .prepare<[string], [string, string]>(
      "SELECT file, digest FROM scorer_files WHERE scorer = ? ORDER BY file",
    )
    .raw();
  const heads = db
    .prepare<[string], string>("SELECT name FROM scorer_heads WHERE scorer = ? ORDER BY head")
    .pluck();
  return { ...row, files: Object.fromEntries(files.all(key)), heads: heads.all(key) };
}

/** Tells of a text's key whether this scorer has scored it. */
export function scoredBy({ db }: Store, scorer: string): (text: string) => boolean {
  const find = db.prepare("SELECT 1 FROM scores WHERE scorer = ? AND text = ? AND head = 0");
  return (text) => find.get(scorer, text) !== undefined;
}

interface WindowRow {
  readonly key: string;
  readonly response: string;
  readonly prompt: string;
  readonly messages: string;
  readonly tokens: number | null;
}

/** The parts of a run's texts that there are so far, in the order in which they are scored: 0 up to this. */
export function lastPart({ db }: Store, run: string): number {
  return db.prepare<[string], number>("SELECT max(part) FROM run_texts WHERE run = ?").pluck().get(run)!;
}

/** Reads one part of a run's texts; `tokens` is known where this scorer has scored the text. */
export function textWindows(store: Store, run: string, part: number, scorer: string): TextWindows {
  return windowsOf(store, "(SELECT text FROM run_texts WHERE run = ? AND part = ?)", [run, part], scorer);
}

/** The same for the texts of a table or query with the column `text`, whose parameters are given. */
export function windowsOf(
  { db }: Store,
  source: string,
  parameters: readonly (string | number)[],
  scorer: string,
): TextWindows {
  const select = db.prepare<(string | number)[], WindowRow>(
    `SELECT t.key, t.response, t.prompt, p.messages, s.tokens
       FROM ${source} a JOIN texts t ON t.key = a.text JOIN prompts p ON p.key = t.prompt
       LEFT JOIN scores s ON s.scorer = ? AND s.text = a.text AND s.head = 0
      WHERE a.text > ? ORDER BY a.text LIMIT ?`,
  );
  return (after, size) => {
    const prompts = new Map<string, readonly Message[]>();
    return select
      .all(...parameters, scorer, after, size)
      .map(({ key, response, prompt, messages, tokens }) => {
        const known = prompts.get(prompt) ?? (JSON.parse(messages) as Message[]);
        prompts.set(prompt, known);
        return { key, text: { messages: known, response }, tokens: tokens ?? undefined };
      });
  };
}

/** Writes a batch of scores whole. */
export function scoreWriter({ db }: Store, scorer: string): (rows: readonly ScoreRow[]) => void {
  const insert = db.prepare(
    "INSERT OR IGNORE INTO scores (scorer, text, head, logit, tokens, truncated) VALUES (?, ?, ?, ?, ?, ?)",
  );
  return db.transaction((rows: readonly ScoreRow[]) => {
    for (const { text, tokens, truncated, logits } of rows) {
      for (const [head, logit] of logits.entries())
        insert.run(scorer, text, head, logit, tokens, truncated ? 1 : 0);
    }
  });
}

export interface TextCounts {
  readonly total: number;
  readonly scored: number;
  readonly truncated: number;
}

/** Of a whole run, or of one part of its texts. */
export function countTexts({ db }: Store, run: string, scorer: string, part?: number): TextCounts {
  return db
    .prepare<Record<string, string | number | null>, TextCounts>(
      `SELECT count(*) AS total, count(s.text) AS scored, coalesce(sum(s.truncated), 0) AS truncated
         FROM run_texts rt LEFT JOIN scores s ON s.scorer = @scorer AND s.text = rt.text AND s.head = 0
        WHERE rt.run = @run AND (@part IS NULL OR rt.part = @part)`,
    )
    .get({ scorer, run, part: part ?? null })!;
}

/** The same of a complete run, all of whose texts are scored: told from counts and from the few that were cut. */
export function countCompleteTexts({ db }: Store, run: string, scorer: string): TextCounts {
  return db
    .prepare<{ run: string; scorer: string }, TextCounts>(
      `WITH own AS (SELECT count(*) AS texts FROM run_texts WHERE run = @run)
       SELECT texts AS total, texts AS scored, (
                SELECT count(*) FROM scores s CROSS JOIN run_texts rt ON rt.run = @run AND rt.text = s.text
                 WHERE s.scorer = @scorer AND s.truncated = 1 AND s.head = 0) AS truncated FROM own`,
    )
    .get({ run, scorer })!;
}

interface BaseTextRow {
  readonly key: string;
  readonly response: string;
  readonly messages: string;
}

function toKeyedText({ key, response, messages }: BaseTextRow): { key: string; text: Text } {
  return { key, text: { messages: JSON.parse(messages), response } };
}

/** The first `size` base texts of a run in key order; keys are digests, so this is a draw that never changes. */
export function baseTextSample({ db }: Store, run: string, size: number): { key: string; text: Text }[] {
  return db
    .prepare<[string, number], BaseTextRow>(
      `SELECT t.key, t.response, p.messages
         FROM (SELECT DISTINCT r.text FROM run_items ri JOIN responses r ON r.item = ri.item WHERE ri.run = ? ORDER BY r.text LIMIT ?) a
         JOIN texts t ON t.key = a.text JOIN prompts p ON p.key = t.prompt ORDER BY t.key`,
    )
    .all(run, size)
    .map(toKeyedText);
}

/** The same of items that no run has yet. */
export function baseTextsOf(
  { db }: Store,
  items: readonly string[],
  size: number,
): { key: string; text: Text }[] {
  return db
    .prepare<[string, number], BaseTextRow>(
      `SELECT DISTINCT t.key, t.response, p.messages
         FROM responses r JOIN texts t ON t.key = r.text JOIN prompts p ON p.key = t.prompt
        WHERE r.item IN (SELECT value FROM json_each(?)) ORDER BY t.key LIMIT ?`,
    )
    .all(JSON.stringify(items), size)
    .map(toKeyedText);
}
