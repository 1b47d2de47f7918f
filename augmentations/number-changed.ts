import { defineAugmentation, skip } from "../src/contract.js";
import { applyEdits } from "../src/text/edits.js";
import { alterNumber } from "../src/text/number-alteration.js";
import { type NumberToken, numbers } from "../src/text/numbers.js";
import { aThird } from "../src/text/prose.js";

export default defineAugmentation({
  summary: "Changes a third of the numbers (at least one), keeping their format.",
  version: 1,
  expects: "lower",
  attribute: "factuality",
  changes: "response",
  applies:
    "Answers with a quantity, year, date or time in their prose; not list markers, labels, names or versions.",
  languages: "any",
  preserves: ["code", "math", "urls"],
  minimumSimilarity: 0.5,
  source: "Crome (arXiv 2506.16507), degradation of a causal attribute; rules written for tare.",
  apply({ response }, { random }) {
    const mentions = new Map<string, NumberToken[]>();
    for (const token of numbers(response)) {
      const key = `${token.kind} ${token.text}`;
      mentions.set(key, [...(mentions.get(key) ?? []), token]);
    }
    // All mentions of a number change together: an answer that contradicts itself would be another attribute.
    const changes = random.shuffle([...mentions.values()]).flatMap((tokens) => {
      const altered = alterNumber(tokens[0]!, random);
      return altered === undefined ? [] : [tokens.map(({ start, end }) => ({ start, end, text: altered }))];
    });
    if (changes.length === 0) return skip("no-number");
    return applyEdits(response, changes.slice(0, aThird(changes.length)).flat());
  },
  examples: [],
});
