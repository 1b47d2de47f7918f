import type { OracleStep } from "../../contract.js";
import { digestOf, oracleKey } from "../../keys.js";
import { callKey } from "../../oracle/ask/call-key.js";
import { readOracle } from "../oracle/oracles.js";
import { keyCheck } from "./keys.js";

/** JSON; undefined where it is none. */
function readJson(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

export const oracleKeys = keyCheck("oracles", ["oracle_files"], function* (store) {
  for (const key of store.db.prepare<[], string>("SELECT key FROM oracles").pluck().all()) {
    const identity = readOracle(store, key);
    yield { key, digest: identity && oracleKey(identity) };
  }
});

export const templateKeys = keyCheck("oracle_templates", [], function* ({ db }) {
  const rows = db.prepare<[], { key: string; source: string }>(
    "SELECT digest AS key, source FROM oracle_templates",
  );
  for (const { key, source } of rows.iterate()) yield { key, digest: digestOf(source) };
});

interface CallRow {
  readonly key: string;
  readonly oracle: string;
  readonly template: string;
  readonly messages: string;
  readonly schema: string;
  readonly sampling: string;
}

/** What was asked; what was answered is held by no key. */
export const callKeys = keyCheck("oracle_calls", [], function* ({ db }) {
  const rows = db.prepare<[], CallRow>(
    "SELECT key, oracle, template, messages, schema, sampling FROM oracle_calls",
  );
  for (const { key, oracle, template, ...sent } of rows.iterate()) {
    const [messages, schema, sampling] = [sent.messages, sent.schema, sent.sampling].map(readJson);
    const whole = messages !== undefined && schema !== undefined && sampling !== undefined;
    yield { key, digest: whole ? callKey({ oracle, template, messages, schema, sampling }) : undefined };
  }
});

interface SettingsRow {
  readonly key: string;
  readonly oracle: string;
  readonly verifier: string;
  readonly templates: string;
  readonly attributes: string | null;
  readonly seed: number;
}

export const settingsKeys = keyCheck("oracle_settings", [], function* ({ db }) {
  const rows = db.prepare<[], SettingsRow>(
    "SELECT key, oracle, verifier, templates, attributes, seed FROM oracle_settings",
  );
  for (const { key, templates: byStep, attributes: listed, ...rest } of rows.iterate()) {
    const templates = readJson(byStep) as Record<OracleStep, string> | undefined;
    const attributes = listed === null ? undefined : readJson(listed);
    const whole = templates !== undefined && (listed === null || attributes !== undefined);
    yield { key, digest: whole ? digestOf({ ...rest, templates, attributes }) : undefined };
  }
});
