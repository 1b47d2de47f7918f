import { defineAugmentation, skip } from "../src/contract.js";
import { keepsCode } from "../src/text/code-kept.js";
import { countTokens } from "../src/text/counting.js";
import { applyEdits } from "../src/text/edits.js";
import { looksEnglish } from "../src/text/english.js";
import { realise } from "../src/text/grammar.js";
import { informationOf } from "../src/text/information.js";
import { readLexicon } from "../src/text/lexicon.js";
import { isSelfContained, plainSentences } from "../src/text/prose.js";
import type { Sentence } from "../src/text/sentences.js";
import type { Span } from "../src/text/span.js";

export default defineAugmentation({
  summary: "Leaves a placeholder (“[insert …]”) in the place of one of the most informative sentences.",
  version: 1,
  expects: "lower",
  attribute: "completeness",
  changes: "response",
  applies:
    "English answers with a sentence of six words or more; not templates, which have placeholders of their own.",
  languages: ["en"],
  preserves: ["code", "math", "urls"],
  targets: ["tokens", "sentences"],
  source: "Placeholders that language models leave in their answers; grammar written for tare.",
  apply({ response }, { random }) {
    if (!looksEnglish(response)) return skip("not-english");
    if (/\[(?:insert|your|name|add|date|company)\b[^\]\n]*\]/iu.test(response))
      return skip("has-placeholder");
    const all = plainSentences(response);
    const information = informationOf(all.map(({ text }) => text));
    const candidates = all
      .map((sentence, index) => ({ sentence, information: information[index]! }))
      .filter((one) => isReplaceable(one.sentence))
      .sort((a, b) => b.information - a.information || a.sentence.start - b.sentence.start);
    if (candidates.length === 0) return skip("no-replaceable-sentence");
    const { sentence } = random.pick(candidates.slice(0, Math.max(1, Math.floor(candidates.length / 3))));
    const made = applyEdits(response, [
      { ...placeOf(sentence), text: realise(readLexicon("placeholders"), "placeholder", random) },
    ]);
    return keepsCode(response, made) ? made : skip("code-beside");
  },
  examples: [
    {
      prompt: "Who wrote Faust?",
      response: "A classic question. Goethe wrote Faust in two parts. It is still read today.",
      becomes: "A classic question. [TODO: provide short paragraph with sources] It is still read today.",
    },
    {
      prompt: "What should I pack?",
      response: "Pack light.\n\n- **Rain jacket**: Take one for the frequent afternoon showers.\n- Socks",
      becomes: "Pack light.\n\n- **Rain jacket**: [supply further information on the topic]\n- Socks",
    },
    { prompt: "Who am I?", response: "You are [name], and I like you a lot.", skips: "has-placeholder" },
    { prompt: "Capital of France?", response: "It is Paris.", skips: "no-replaceable-sentence" },
  ],
});

function isReplaceable(sentence: Sentence): boolean {
  return isSelfContained(sentence) && countTokens(sentence.text) >= 7 && !sentence.text.includes("\n");
}

/** The sentence without the label that it may begin with, so that the place of the gap is plain. */
function placeOf({ start, end, text }: Sentence): Span {
  const label = /^(?:[*_]{2}[^*_]{2,60}[*_]{2}:?|[*_]{2}[^*_]{2,60}:[*_]{2})\s+/u.exec(text)?.[0].length ?? 0;
  return { start: start + label, end };
}
