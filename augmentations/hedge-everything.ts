import { defineAugmentation, skip } from "../src/contract.js";
import { applyEdits, type Edit } from "../src/text/edits.js";
import { looksEnglish } from "../src/text/english.js";
import { realise } from "../src/text/grammar.js";
import { readLexicon } from "../src/text/lexicon.js";
import { isName } from "../src/text/named-spans.js";
import { plainSentences } from "../src/text/prose.js";
import { proseWords } from "../src/text/prose-words.js";
import type { Sentence } from "../src/text/sentences.js";

export default defineAugmentation({
  summary: "Puts a doubt before every statement and instruction.",
  version: 1,
  expects: "lower",
  attribute: "helpfulness",
  changes: "response",
  applies: "English answers with a sentence of four words or more that is no question.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers"],
  source: "Crome (arXiv 2506.16507), degradation of a causal attribute; grammar written for tare.",
  apply({ response }, { random }) {
    if (!looksEnglish(response)) return skip("not-english");
    const claims = plainSentences(response).filter(takesDoubt);
    if (claims.length === 0) return skip("no-claim");
    const names = new Set(
      proseWords(response)
        .filter((word) => isName(response, word))
        .map(({ start }) => start),
    );
    const lexicon = readLexicon("hedges");
    const edits = claims.map(({ start, text }): Edit => {
      const first = /^[*_]*/u.exec(text)![0].length;
      const at = start + first;
      const letter = response.charAt(at);
      const keeps = names.has(at) || /^(?:I\b|\p{Lu}{2}|\p{Lu}\.)/u.test(text.slice(first));
      return {
        start: at,
        end: at + 1,
        text: realise(lexicon, "before", random) + (keeps ? letter : letter.toLowerCase()),
      };
    });
    return applyEdits(response, edits);
  },
  examples: [
    {
      prompt: "Where is Berlin?",
      response: "Germany's capital is Berlin. It lies on the Spree.",
      becomes:
        "As far as I can tell, and only if nothing else intervenes, Germany's capital is Berlin. Without any guarantee and if everything goes as assumed, it lies on the Spree.",
    },
    {
      prompt: "How do I make tea?",
      response: "1. Boil the water first.\n2. Add the leaves to the pot.\n\nReady?",
      becomes:
        "1. Depending on a great many things and if nothing else intervenes, boil the water first.\n2. Do not quote me on this, but add the leaves to the pot.\n\nReady?",
    },
    {
      prompt: "Shall we?",
      response: "Why not? Yes, let us.",
      skips: "no-claim",
    },
    {
      prompt: "Wo liegt Bern?",
      response: "Bern ist die Bundesstadt der Schweiz und liegt an der Aare.",
      skips: "not-english",
    },
  ],
});

function takesDoubt({ text, terminated }: Sentence): boolean {
  const words = text.match(/\p{L}+/gu)?.length ?? 0;
  return (
    terminated &&
    words >= 4 &&
    /^[*_]*\p{Lu}/u.test(text) &&
    !/[?!:]["”)*_]*$/u.test(text) &&
    !/^[*_]*(?:Perhaps|Maybe|Possibly|Yes|No|Sure|Hi|Hello|Certainly|Sorry|If|First|Second|Third|However|But|And|So)\b/u.test(
      text,
    )
  );
}
