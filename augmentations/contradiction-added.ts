import { defineAugmentation, skip } from "../src/contract.js";
import { applyEdits, type Edit } from "../src/text/edits.js";
import { looksEnglish } from "../src/text/english.js";
import { negate } from "../src/text/negation.js";
import { isOpenEnded } from "../src/text/open-end.js";
import { isSelfContained, plainSentences } from "../src/text/prose.js";
import type { Sentence } from "../src/text/sentences.js";

export default defineAugmentation({
  summary: "Says the opposite of one of the answer's own sentences further down.",
  version: 1,
  expects: "lower",
  attribute: "consistency",
  changes: "response",
  applies:
    "English answers with a statement that can be negated and understood without what stands before it.",
  languages: ["en"],
  preserves: ["code", "math", "urls"],
  minimumSimilarity: 0.5,
  targets: ["tokens", "sentences"],
  source: "Crome (arXiv 2506.16507), degradation of a causal attribute; rules written for tare.",
  apply({ response }, { random }) {
    if (!looksEnglish(response)) return skip("not-english");
    const all = plainSentences(response).filter(isSelfContained);
    const claims = all.flatMap((sentence) => {
      const edit = stands(sentence) ? negate(sentence.text) : undefined;
      return edit === undefined ? [] : [{ sentence, denial: applyEdits(sentence.text, [edit]) }];
    });
    if (claims.length === 0) return skip("no-claim");
    const { sentence, denial } = random.pick(claims);
    // A label before the claim ("**Copper**: it is…") is not said again.
    const text = denial.replace(/\s+/gu, " ").replace(/^(\*\*|__)[^*_]{1,60}(?::\1|\1:)\s/u, "");
    // After a later sentence of a paragraph, or else on a line of its own at the end.
    const later = all.filter(({ block, start }) => block.kind === "paragraph" && start > sentence.start);
    if (later.length > 0) return applyEdits(response, [after(random.pick(later.slice(-3)), text)]);
    if (isOpenEnded(response) || !/[.!?]["”)*_]*$/u.test(response.trimEnd().slice(-8)))
      return skip("open-ended");
    const inLine = sentence.block.kind === "paragraph" && sentence.end === response.trimEnd().length;
    return response.trimEnd() + (inLine ? " " : "\n\n") + text;
  },
  examples: [
    {
      prompt: "Is honey safe for babies?",
      response: "Honey is not safe for babies. It can contain spores. Wait until the first birthday.",
      becomes:
        "Honey is not safe for babies. It can contain spores. Honey is safe for babies. Wait until the first birthday.",
    },
    {
      prompt: "What do bees eat?",
      response: "Bees eat pollen and nectar. Honey is made of nectar. It keeps for years.",
      becomes:
        "Bees eat pollen and nectar. Honey is made of nectar. It keeps for years. Honey is not made of nectar.",
    },
    {
      prompt: "Shall we?",
      response: "Why not? If it is sunny, go.",
      skips: "no-claim",
    },
    {
      prompt: "Wo liegt Bern?",
      response: "Bern ist die Bundesstadt der Schweiz und liegt an der Aare.",
      skips: "not-english",
    },
  ],
});

/** Names its subject, and is short enough to be known again. */
function stands({ text }: Sentence): boolean {
  const words = text.match(/\p{L}+/gu)?.length ?? 0;
  return (
    words >= 4 &&
    words <= 40 &&
    !/^[*_]*(?:It|This|That|These|Those|They|He|She|We|Its|Their|His|Her|Such|Another|Both|However|But|And|So|Then|Also|Thus|Therefore|Instead|Otherwise|Additionally|Furthermore|Moreover|Finally|Next|First|Second|Third|Fourth|Fifth|Here|There|Well|OK|Okay|Maybe|Perhaps|Yes|No|Sure|In particular|In comparison|For example|In addition|On the other hand|As a result)\b/u.test(
      text,
    )
  );
}

function after({ end }: Sentence, text: string): Edit {
  return { start: end, end, text: ` ${text}` };
}
