/** Graphs that a model folder may hold: one a dtype, told apart by the file's ending (Optimum, transformers.js). */
export const DTYPES = ["fp32", "fp16", "q8", "int8", "uint8", "q4", "q4f16", "bnb4"] as const;
export type Dtype = (typeof DTYPES)[number];

/**
 * What goes when a text is too long. `response-end`: the response's end, while closing and special tokens stay;
 * `right`: the right end of the ids, while special tokens stay; `left`: the prompt's beginning, while what the template
 * writes before it stays; `error`: nothing, the text is refused.
 */
export const TRUNCATIONS = ["response-end", "right", "left", "error"] as const;
export type Truncation = (typeof TRUNCATIONS)[number];

/** Something about a model that a user should know before believing its scores. */
export interface Warning {
  readonly code: string;
  readonly what: string;
  readonly fix: string;
}
