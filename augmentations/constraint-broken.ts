import { defineAugmentation, skip } from "../src/contract.js";
import { keepsCode } from "../src/text/code-kept.js";
import { broken } from "../src/text/constraint-breaks.js";
import { constraintsOf } from "../src/text/constraints.js";
import { looksEnglish } from "../src/text/english.js";
import { isOpenEnded } from "../src/text/open-end.js";
import { questionOf } from "../src/text/question.js";

export default defineAugmentation({
  summary:
    "Breaks a demand of the prompt that the answer keeps: a limit of words or sentences, a number of items, a list, a table, letter case or a word to avoid.",
  version: 1,
  expects: "lower",
  attribute: "instruction following",
  changes: "response",
  applies: "English answers that keep such a demand.",
  languages: ["en"],
  preserves: ["code", "math", "urls"],
  targets: ["tokens", "sentences", "listItems"],
  source: "Verifiable instructions (IFEval, Zhou et al. 2023, arXiv 2311.07911); rules written for tare.",
  apply(text, { random }) {
    const { response } = text;
    if (!looksEnglish(response)) return skip("not-english");
    const constraints = constraintsOf(questionOf(text));
    if (constraints.length === 0) return skip("no-constraint");
    if (isOpenEnded(response)) return skip("open-ended");
    for (const constraint of constraints) {
      const made = broken(response, constraint, random);
      if (made !== undefined && made !== response && keepsCode(response, made)) return made;
    }
    return skip("not-kept");
  },
  examples: [
    {
      prompt: "Name three primary colours.",
      response: "1. Red\n2. Blue\n3. Yellow",
      becomes: "1. Red\n2. Blue",
    },
    {
      prompt: "Explain rust in one sentence.",
      response: "Rust is the oxide that forms when iron meets water and air.",
      becomes:
        "Rust is the oxide that forms when iron meets water and air. Thoughtful individuals will probably agree that a theme with so many sides is something to be discussed with care.",
    },
    {
      prompt: "What is it? Use bullet points.",
      response: "It is:\n\n- a plum that is ripe and sweet.\n- a fig that is not ripe yet.",
      becomes: "It is: a plum that is ripe and sweet. a fig that is not ripe yet.",
    },
    {
      prompt: 'Describe winter without using the word "cold".',
      response: "Snow lies on the fields, and the breath of the horses hangs in the air.",
      becomes:
        "Snow lies on the fields, and the breath of the horses hangs in the air. In short, practitioners often call this cold.",
    },
    {
      prompt: "Name three primary colours.",
      response: "Red and blue.",
      skips: "not-kept",
    },
    { prompt: "What is rust?", response: "Rust is the oxide of iron.", skips: "no-constraint" },
  ],
});
