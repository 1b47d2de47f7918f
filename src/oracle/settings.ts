import { digestOf } from "../keys.js";
import type { Asking } from "./asking.js";
import type { Attribute } from "./steps.js";

/** Under which interventions are made: the same settings on the same item give the same pair. */
export interface OracleSettings {
  /** Digest of the rest. */
  readonly key: string;
  readonly oracle: string;
  /** The oracle's own key where no other verifier was given. */
  readonly verifier: string;
  readonly templates: Asking["templates"];
  /** Those of the rubric; undefined where they are found prompt by prompt. */
  readonly attributes: readonly Attribute[] | undefined;
  readonly seed: number;
}

export function settingsOf(
  { keyOf, templates }: Pick<Asking, "keyOf" | "templates">,
  attributes: readonly Attribute[] | undefined,
  seed: number,
): OracleSettings {
  const rest = { oracle: keyOf("oracle"), verifier: keyOf("verifier"), templates, attributes, seed };
  return { key: digestOf(rest), ...rest };
}
