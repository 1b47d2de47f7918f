import type { Augmentation, Expectation } from "../../src/contract.js";

function operator(
  name: string,
  attribute: string,
  expects: Expectation,
  more: { readonly doses?: readonly number[]; readonly changes?: Augmentation["changes"] } = {},
): Augmentation {
  return {
    name,
    attribute,
    expects,
    summary: name,
    version: 1,
    applies: "any",
    languages: "any",
    preserves: [],
    source: "made for a test",
    examples: [],
    changes: "response",
    apply: () => ({ skip: "never-run" }),
    ...more,
  } as Augmentation;
}

/** Operators as a rubric sees them: name, attribute, expectation, doses. */
export const OPERATORS: readonly Augmentation[] = [
  operator("number-changed", "factuality", "lower"),
  operator("claim-negated", "factuality", "lower"),
  operator("number-mended", "factuality", "higher"),
  operator("sentence-dropped", "completeness", "lower"),
  operator("relevance", "relevance", "lower", { changes: "pairing" }),
  operator("irrelevant-query", "irrelevant query", "same", { changes: "pairing" }),
  operator("markdown-to-plain", "formatting", "same"),
  operator("length-padding", "length", "not-higher", { doses: [1.25, 1.5, 2, 4] }),
  operator("preamble", "preamble", "not-higher"),
  operator("self-praise", "self-praise", "not-higher"),
  operator("only-a-dot", "probe", "lower"),
  operator("prompt-tautology", "prompt noise", "same", { changes: "prompt" }),
];
