import { hash } from "node:crypto";
import type { ItemDraft, Message, OracleIdentity, ScorerIdentity, Text } from "./contract.js";

/**
 * Content-derived keys: the first 128 bits of SHA-256 over canonical JSON, as 32 hex digits.
 * (128 bits: two of 10^15 texts collide with a probability below 10^-8.)
 */
export function digestOf(value: unknown): string {
  return hash("sha256", canonicalJson(value), "hex").slice(0, 32);
}

/** JSON with sorted keys, no white space, undefined fields left out. Strings keep every code unit (lone surrogates escaped). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`).join(",")}}`;
}

export function promptKey(messages: readonly Message[]): string {
  return digestOf(messages.map(({ role, content }) => ({ role, content })));
}

export function textKey(text: Text): string {
  return promptKey([...text.messages, { role: "assistant", content: text.response }]);
}

/** Same content in the same part of the data, same id, whatever the order of the responses or of the file. */
export function itemId(draft: ItemDraft): string {
  const responses = draft.responses
    .map(({ role, style, text, rewards }) => canonicalJson({ role, style, text, rewards }))
    .sort();
  const { subset, rollout } = draft;
  return digestOf({ prompt: promptKey(draft.prompt), responses, subset, rollout });
}

/**
 * The name is only what a folder is called: two copies of the same model are one scorer. Scores of tare 0.1 on these two
 * providers were made in TF32 and are another scorer's than what is called so now.
 */
export function scorerKey(identity: ScorerIdentity): string {
  const { name: _, ...rest } = identity;
  return digestOf(IEEE.includes(rest.provider) ? { ...rest, provider: `${rest.provider}, float32` } : rest);
}

const IEEE = ["cuda", "tensorrt"];

/** All of it: a model of the same name at another address may be another. */
export function oracleKey(identity: OracleIdentity): string {
  return digestOf(identity);
}

export interface PairIdentity {
  readonly augmentation: string;
  readonly version: number;
  readonly dose: number | undefined;
  readonly seed: number;
  readonly base: string;
  readonly variant: string;
}

export function pairKey(identity: PairIdentity): string {
  return digestOf({ ...identity, dose: identity.dose ?? null });
}
