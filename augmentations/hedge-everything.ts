import { defineAugmentation, skip } from "../src/contract.js";
import { applyEdits, type Edit } from "../src/text/edits.js";
import { looksEnglish } from "../src/text/english.js";
import { realise } from "../src/text/grammar.js";
import { readLexicon } from "../src/text/lexicon.js";
import { isName } from "../src/text/named-spans.js";
import { negate } from "../src/text/negation.js";
import { plainSentences } from "../src/text/prose.js";
import { proseWords } from "../src/text/prose-words.js";

export default defineAugmentation({
  summary: 'Leaves open whether any statement is so and any advice is good ("I cannot say whether…").',
  version: 2,
  expects: "lower",
  attribute: "helpfulness",
  changes: "response",
  applies:
    'English answers of which a third of the sentences are plain statements or instructions that can follow "whether".',
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers"],
  targets: ["tokens", "registerMarkers"],
  source: "Crome (arXiv 2506.16507), degradation of a causal attribute; grammar written for tare.",
  apply({ response }, { random }) {
    if (!looksEnglish(response)) return skip("not-english");
    const sentences = plainSentences(response);
    const clauses = sentences.flatMap(({ start, text }) => {
      const clause = clauseOf(text);
      return clause === undefined ? [] : [{ ...clause, start: start + /^[*_]*/u.exec(text)![0].length }];
    });
    if (clauses.length === 0) return skip("no-claim");
    if (3 * clauses.length < sentences.length) return skip("few-claims");
    const names = new Set(
      proseWords(response)
        .filter((word) => isName(response, word))
        .map(({ start }) => start),
    );
    const lexicon = readLexicon("hedges");
    const edits = clauses.map(({ start, subject }): Edit => {
      const letter = response.charAt(start);
      const keeps = names.has(start) || /^(?:I\b|\p{Lu}{2}|\p{Lu}\.)/u.test(response.slice(start, start + 2));
      return {
        start,
        end: start + 1,
        text: realise(lexicon, "before", random) + subject + (keeps ? letter : letter.toLowerCase()),
      };
    });
    return applyEdits(response, edits);
  },
  examples: [
    {
      prompt: "Where is Berlin?",
      response: "Germany's capital is Berlin. It lies on the Spree.",
      becomes:
        "Opinions are divided on whether Germany's capital is Berlin. I just do not know whether it lies on the Spree.",
    },
    {
      prompt: "How do I make tea?",
      response: "1. Boil the water first.\n2. Add the leaves to the pot.\n\nReady?",
      becomes:
        "1. Boil the water first.\n2. I keep wondering whether you should add the leaves to the pot.\n\nReady?",
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

const OPENER =
  /^[*_]*(?:also|thus|then|so|and|but|or|yet|first|firstly|second|secondly|third|finally|additionally|furthermore|moreover|therefore|hence|overall|instead|otherwise|here|there's|next|lastly|perhaps|maybe|possibly|yes|sure|that|this|these|those|certainly|in|on|at|by|for|with|to|from|of|do|don['’]t|never|never mind)\b/iu;

/** "Research: I would …" */
const LABEL = /^[^.]{1,80}?:\s/u;

/** A statement or instruction that "whether" may precede as it stands, and the subject that an instruction wants. */
function clauseOf(sentence: string): { readonly subject: string } | undefined {
  const edit = negate(sentence);
  if (
    edit === undefined ||
    OPENER.test(sentence) ||
    LABEL.test(sentence) ||
    sentence.slice(0, edit.start).includes(",")
  )
    return undefined;
  return { subject: /^[*_]*$/u.test(sentence.slice(0, edit.start)) ? "you should " : "" };
}
