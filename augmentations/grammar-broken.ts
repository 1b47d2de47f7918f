import { defineAugmentation, skip } from "../src/contract.js";
import { asksForWording } from "../src/text/asked-form.js";
import { keepsCode } from "../src/text/code-kept.js";
import { takenAt } from "../src/text/dose-share.js";
import { applyEdits } from "../src/text/edits.js";
import { looksEnglish } from "../src/text/english.js";
import { grammarErrors } from "../src/text/grammar-errors.js";

const DOSES = Object.freeze([0.15, 0.4, 1]);

export default defineAugmentation({
  summary:
    "Breaks agreement, verb forms and articles in a share (`dose`) of the places where that can be done.",
  version: 1,
  expects: "lower",
  attribute: "language quality",
  changes: "response",
  applies:
    "English answers with a form of be, have, do, a common verb or an article; not where wording is asked about.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers"],
  doses: DOSES,
  source: "Kinds of errors of learners (CoNLL-2014 shared task, Ng et al. 2014); rules written for tare.",
  apply({ messages, response }, { random, dose = DOSES[0]! }) {
    if (!looksEnglish(response)) return skip("not-english");
    if (asksForWording(messages)) return skip("about-wording");
    const errors = grammarErrors(response);
    const taken = takenAt(dose, DOSES, errors.length);
    if (taken === undefined) return skip(errors.length === 0 ? "no-such-place" : "too-few-places");
    const made = applyEdits(response, random.shuffle(errors).slice(0, taken));
    return keepsCode(response, made) ? made : skip("code-beside");
  },
  examples: [
    {
      prompt: "Where is Bern?",
      response: "The city is the capital of a small country. It lies on a river that has many names.",
      dose: 0.4,
      becomes: "The city are the capital of a small country. It lies on a river that have many names.",
    },
    {
      prompt: "What do bees do?",
      response:
        "A colony is large and has one queen. The workers were born there, and each can make honey. It provides food when there is no blossom.",
      dose: 1,
      becomes:
        "A colony are large and have one queen. The workers was born there, and each can makes honey. It provide food when there are no blossom.",
    },
    {
      prompt: "Where is Bern?",
      response: "The city is in Switzerland.",
      dose: 1,
      skips: "too-few-places",
    },
    {
      prompt: "Wo liegt Bern?",
      response: "Bern ist die Bundesstadt der Schweiz und liegt an der Aare.",
      dose: 0.15,
      skips: "not-english",
    },
  ],
});
