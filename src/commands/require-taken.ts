import { MODEL_OPTIONS } from "./model-options.js";

/** Kinds of scorers that run no session here. */
const SESSIONLESS = /^(scripted|precomputed|http):/u;

/** What says how a session is opened or fed: without one it would do nothing, and a user would think that it did. */
const OF_A_SESSION = {
  dtype: "dtype",
  template: "template",
  maxLength: "max-length",
  truncation: "truncation",
  device: "device",
  deviceId: "device-id",
  batching: "batching",
  batchTokens: "batch-tokens",
  threads: "threads",
} as const;

interface Asked {
  readonly model?: string | readonly string[] | undefined;
  /** The two of compare-scores. */
  readonly a?: string | undefined;
  readonly b?: string | undefined;
}

/** No option goes unheard: one that none of the scorers takes is refused, with their kinds. */
export function requireTaken(asked: Asked & { readonly [option: string]: unknown }): true {
  const models = [asked.model ?? [], asked.a ?? [], asked.b ?? []].flat();
  const kinds = models.map((model) => SESSIONLESS.exec(model)?.[1]);
  if (kinds.length === 0 || kinds.includes(undefined)) return true;
  for (const [field, option] of Object.entries(OF_A_SESSION)) {
    const standard = (MODEL_OPTIONS[option] as { readonly default?: unknown }).default;
    if (asked[field] === undefined || asked[field] === standard) continue;
    throw new Error(
      `--${option} does nothing with a scorer of the kind ${[...new Set(kinds)].join(" or ")}: leave it out`,
    );
  }
  return true;
}
