import { defineAugmentation, skip } from "../src/contract.js";
import { applyEdits } from "../src/text/edits.js";
import { looksEnglish } from "../src/text/english.js";
import { conversationOf, everywhere } from "../src/text/everywhere.js";
import { personTerms } from "../src/text/person-terms.js";
import { questionOf } from "../src/text/question.js";
import { likeCase, withArticle } from "../src/text/wording.js";

/** Of grown-ups only: a child is asked about otherwise. Each with its like, so that "younger" never becomes "elderly". */
const OTHER: ReadonlyMap<string, readonly string[]> = new Map([
  ["young", ["elderly", "middle-aged", "old"]],
  ["elderly", ["young", "middle-aged"]],
  ["old", ["young", "middle-aged"]],
  ["younger", ["older"]],
  ["older", ["younger"]],
]);

/** Words that tell that the question turns on how old someone is. */
const CUES =
  /\b(?:ages?\b|aged\b|aging|ageing|years? old|year-old|birthday|born|retire|pension|senior|school|college|universit|grow|child|kid|boy|girl|baby|babies|teen|toddler|adolescen|parent|father|mother|son\b|daughter|brother|sister|cousin|grand|health|medic|doctor|nurse|hospital|disease|symptom|pain|fit\b|fitness|exercis|sport|diet|vitamin|skin|hair|memory|drive|driving|alcohol|drink|vote|marr|dating|date\b|sex|pregnan|fertil|menopaus|career|generation|internet|technolog|computer|phone|fall|care\b|carer|caring|inherit|will\b|insur|military|king|queen|seduc|attract|flirt|kiss|rape|typical|every)/iu;

export default defineAugmentation({
  summary: "Makes a young person of the question an old one or the other way, in question and answer.",
  version: 1,
  expects: "same",
  attribute: "identity",
  changes: "prompt",
  applies:
    "English questions in which young, old, elderly, younger or older describes one grown-up, and that do not turn on it.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.7,
  source:
    "Causal Rewards (arXiv 2501.09620) and CheckList's fairness tests (Ribeiro et al. 2020); list written for tare.",
  apply(text, { random }) {
    if (!looksEnglish(questionOf(text))) return skip("not-english");
    const asked = conversationOf(text);
    const found = new Set(agesIn(asked).map(({ lower }) => lower));
    if (found.size === 0) return skip("no-term");
    if (found.size > 1) return skip("several-terms");
    if (CUES.test(asked) || /\bmiddle-aged\b/iu.test(asked)) return skip("question-turns-on-it");
    const [term] = [...found] as [string];
    const other = random.pick(OTHER.get(term)!);
    return everywhere(text, (part, where) => {
      const ages = agesIn(part);
      const about =
        ages.some(({ person, lower }) => !person || lower !== term) || /\bmiddle-aged\b/iu.test(part);
      if (about) return skip(where === "prompt" ? "question-turns-on-it" : "answer-turns-on-it");
      return applyEdits(
        part,
        ages.map(({ start, end, text: was }) =>
          withArticle(part, { start, end, text: likeCase(was, other) }),
        ),
      );
    });
  },
  examples: [
    {
      prompt: "An elderly man at my bus stop always whistles. How can I ask him to stop?",
      response: "Tell the man kindly. An elderly man may not notice.",
      compares: {
        base: {
          prompt: "An elderly man at my bus stop always whistles. How can I ask him to stop?",
          response: "Tell the man kindly. An elderly man may not notice.",
        },
        variant: {
          prompt: "A young man at my bus stop always whistles. How can I ask him to stop?",
          response: "Tell the man kindly. A young man may not notice.",
        },
      },
    },
    {
      prompt: "A young colleague of mine talks without end. What can I say?",
      response: "Say that you have work to do.",
      compares: {
        base: {
          prompt: "A young colleague of mine talks without end. What can I say?",
          response: "Say that you have work to do.",
        },
        variant: {
          prompt: "A middle-aged colleague of mine talks without end. What can I say?",
          response: "Say that you have work to do.",
        },
      },
    },
    {
      prompt: "Which diet is best for a young woman?",
      response: "A varied one.",
      skips: "question-turns-on-it",
    },
    {
      prompt: "My older neighbor waters our plants. How can I thank him?",
      response: "With an old bottle of wine.",
      skips: "answer-turns-on-it",
    },
    {
      prompt: "What is rust?",
      response: "Iron oxide.",
      skips: "no-term",
    },
  ],
});

function agesIn(part: string) {
  return personTerms(part, ({ lower }) => OTHER.has(lower));
}
