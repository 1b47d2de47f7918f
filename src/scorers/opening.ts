import type { ScorerOptions } from "../contract.js";

const FIELDS = [
  "threads",
  "device",
  "deviceId",
  "batching",
  "batchTokens",
  "dtype",
  "template",
  "maxLength",
  "truncation",
] as const satisfies readonly (keyof ScorerOptions)[];

/** How a user wants models opened; what is undefined was left out. */
export type Opening = { readonly [Field in (typeof FIELDS)[number]]?: ScorerOptions[Field] | undefined };

/** Of all that a command was asked for, what concerns the opening of a model. */
export function openingOf(
  asked: Opening,
  { cwd, signal }: Pick<ScorerOptions, "cwd"> & { readonly signal: AbortSignal },
): ScorerOptions {
  const given = FIELDS.filter((field) => asked[field] !== undefined).map((field) => [field, asked[field]]);
  return { cwd, signal, ...Object.fromEntries(given) } as ScorerOptions;
}
