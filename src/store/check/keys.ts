import type { Message } from "../../contract.js";
import { pairKey, promptKey, scorerKey, textKey } from "../../keys.js";
import type { UntouchedStore } from "../open-untouched.js";
import { readScorer } from "../scores.js";
import { type Check, type Finding, RESTORE, ROWS_A_TURN } from "./finding.js";

/** A row's key, and what its content digests to; undefined where the content cannot be read. */
interface Keyed {
  readonly key: string;
  readonly digest: string | undefined;
}

/** A check that the key of every row is the digest of its content. */
export function keyCheck(
  table: string,
  tables: readonly string[],
  rows: (store: UntouchedStore) => Iterable<Keyed>,
): Check {
  return {
    name: `keys of ${table}`,
    tables: [table, ...tables],
    *find(store) {
      let seen = 0;
      for (const { key, digest } of rows(store)) {
        if (key !== digest) yield changed(table, key, digest);
        if (++seen % ROWS_A_TURN === 0) yield null;
      }
    },
  };
}

function changed(table: string, row: string, digest: string | undefined): Finding {
  const what =
    digest === undefined
      ? "its content cannot be read"
      : `its content has the key ${digest}: it was changed after it was written`;
  return { table, row, what, fix: RESTORE };
}

/** JSON of messages; undefined where it is none. */
export function readMessages(json: string): readonly Message[] | undefined {
  try {
    const read: unknown = JSON.parse(json);
    return Array.isArray(read) ? (read as Message[]) : undefined;
  } catch {
    return undefined;
  }
}

export const promptKeys = keyCheck("prompts", [], function* ({ db }) {
  const rows = db.prepare<[], { key: string; messages: string; text: string }>(
    "SELECT key, messages, text FROM prompts",
  );
  for (const { key, messages: json, text } of rows.iterate()) {
    const messages = readMessages(json);
    const same = messages !== undefined && (messages.at(-1)?.content ?? "") === text;
    yield { key, digest: same ? promptKey(messages) : undefined };
  }
});

export const textKeys = keyCheck("texts", ["prompts"], function* ({ db }) {
  const rows = db.prepare<[], { key: string; prompt: string; response: string; messages: string }>(
    "SELECT t.key, t.prompt, t.response, p.messages FROM texts t JOIN prompts p ON p.key = t.prompt",
  );
  let last = "";
  let messages: readonly Message[] | undefined;
  for (const { key, prompt, response, messages: json } of rows.iterate()) {
    if (prompt !== last) messages = readMessages(json);
    last = prompt;
    yield { key, digest: messages === undefined ? undefined : textKey({ messages, response }) };
  }
});

interface PairRow {
  readonly key: string;
  readonly augmentation: string;
  readonly version: number;
  readonly dose: number | null;
  readonly seed: number;
  readonly base: string;
  readonly variant: string;
}

export const pairKeys = keyCheck("pairs", [], function* ({ db }) {
  const rows = db.prepare<[], PairRow>(
    "SELECT key, augmentation, version, dose, seed, base, variant FROM pairs",
  );
  for (const { key, dose, ...rest } of rows.iterate())
    yield { key, digest: pairKey({ ...rest, dose: dose ?? undefined }) };
});

export const scorerKeys = keyCheck("scorers", ["scorer_files", "scorer_heads"], function* (store) {
  for (const key of store.db.prepare<[], string>("SELECT key FROM scorers").pluck().all())
    yield { key, digest: scorerKey(readScorer(store, key)) };
});
