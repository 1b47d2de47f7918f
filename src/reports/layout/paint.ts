import { createColors } from "picocolors";
import type { VerdictWord } from "../../contract.js";

export interface Paint {
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly verdict: (word: VerdictWord, text: string) => string;
}

export function paintWith(color: boolean): Paint {
  const colors = createColors(color);
  const byWord = { pass: colors.green, fail: colors.red, inconclusive: colors.yellow };
  return {
    strong: colors.bold,
    quiet: colors.dim,
    verdict: (word, text) => byWord[word](text),
  };
}
