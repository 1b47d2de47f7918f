import { defineAugmentation, skip } from "../src/contract.js";
import { applyEdits } from "../src/text/edits.js";
import { type ProseMatch, proseMatches } from "../src/text/prose-matches.js";
import { curled, straightened } from "../src/text/quote-turning.js";

export default defineAugmentation({
  summary: "Makes curly quotes and apostrophes straight; where there are none, straight ones curly.",
  version: 1,
  expects: "same",
  attribute: "punctuation",
  changes: "response",
  applies: "Answers with a quote or an apostrophe in their prose; feet, inches and unpaired quotes stay.",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers"],
  source: "CheckList's invariance tests (Ribeiro et al. 2020); rules written for tare.",
  apply({ response }) {
    const curly = proseMatches(response, /[“”„‘’]/gu);
    if (curly.length > 0) return applyEdits(response, straightened(curly));
    const edits = byBlock(proseMatches(response, /["']/gu)).flatMap(curled);
    return edits.length === 0 ? skip("no-quote") : applyEdits(response, edits);
  },
  examples: [
    {
      prompt: "What did he say?",
      response: "He said \"it's the dogs' house\" and left. It is 6' 2\" high.",
      becomes: "He said “it’s the dogs’ house” and left. It is 6' 2\" high.",
    },
    {
      prompt: "What did he say?",
      response: "“Don’t,” he said, and ran `print('a')`.",
      becomes: "\"Don't,\" he said, and ran `print('a')`.",
    },
    { prompt: "Show it.", response: 'Run `print("a")` now.', skips: "no-quote" },
  ],
});

function byBlock(found: readonly ProseMatch[]): ProseMatch[][] {
  const groups = new Map<number, ProseMatch[]>();
  for (const one of found) {
    const group = groups.get(one.block.start);
    if (group === undefined) groups.set(one.block.start, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}
