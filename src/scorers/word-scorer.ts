import type { Scorer, ScorerIdentity, Text } from "../contract.js";
import { scorerKey } from "../keys.js";
import { wordsOf } from "./scripted/features.js";

export interface WordScorerParts {
  readonly kind: string;
  readonly name: string;
  readonly files: ScorerIdentity["files"];
  /** One raw score; may throw a TareError. */
  score(key: string, text: Text): number;
}

/** A scorer that reads texts without a model: tokens are words, nothing is truncated, batches play no part. */
export function wordScorer({ kind, name, files, score }: WordScorerParts): Scorer {
  const identity: ScorerIdentity = {
    kind,
    name,
    architecture: kind,
    dtype: "float64",
    provider: "none",
    input: "none",
    maxLength: 1e9,
    truncation: "none",
    batching: "none",
    files,
    heads: ["score"],
  };
  return {
    key: scorerKey(identity),
    identity,
    tokenBudget: 65_536,
    prepare: (key, text) => ({
      key,
      text,
      tokens:
        wordsOf(text.response).length +
        text.messages.reduce((sum, { content }) => sum + wordsOf(content).length, 0),
      truncated: false,
      input: undefined,
    }),
    score: async (batch) => batch.map(({ key, text }) => [score(key, text)]),
    sessionMilliseconds: () => 0,
    close: async () => {},
  };
}
