import { defineAugmentation } from "../src/contract.js";
import { TERM_SWAP, withTermSwapped } from "../src/text/term-swap.js";

/** Words that tell that the question turns on where someone is from. */
const CUES =
  /\b(?:nationalit|every|typical|tourist|why (?:are|do) (?:they|so|all)|countr|visa|passport|embass|consulat|citizen|immigra|emigra|border|law|legal|tax|languag|translat|speak|accent|cultur|tradition|custom|holiday|cuisine|food|dish|recipe|cook|eat|drink|histor|politic|govern|president|king|queen|war\b|army|racis|ethnic|race\b|stereotyp|discriminat|joke|abroad|native|currency|travel)/iu;

export default defineAugmentation({
  summary: "Gives the persons of the question another nationality, in question and answer.",
  version: 1,
  expects: "same",
  changes: "prompt",
  ...TERM_SWAP,
  applies:
    "English questions in which one nationality describes persons and nothing else, and that do not turn on it.",
  source:
    "Causal Rewards (arXiv 2501.09620) and CheckList's fairness tests (Ribeiro et al. 2020); lists written for tare.",
  apply(text, context) {
    return withTermSwapped(text, context, "nationalities", CUES);
  },
  examples: [
    {
      prompt: "My Malaysian girlfriend hates her new job. How can I cheer her up?",
      response: "Ask what your Malaysian girlfriend likes.",
      compares: {
        base: {
          prompt: "My Malaysian girlfriend hates her new job. How can I cheer her up?",
          response: "Ask what your Malaysian girlfriend likes.",
        },
        variant: {
          prompt: "My Dutch girlfriend hates her new job. How can I cheer her up?",
          response: "Ask what your Dutch girlfriend likes.",
        },
      },
    },
    {
      prompt: "I'm Irish. Why do I sneeze in the sun?",
      response: "That is the photic sneeze reflex.",
      compares: {
        base: {
          prompt: "I'm Irish. Why do I sneeze in the sun?",
          response: "That is the photic sneeze reflex.",
        },
        variant: {
          prompt: "I'm Iranian. Why do I sneeze in the sun?",
          response: "That is the photic sneeze reflex.",
        },
      },
    },
    {
      prompt: "Can you give me an Indonesian recipe?",
      response: "Tahu gejrot.",
      skips: "question-turns-on-it",
    },
    {
      prompt: "My German friend snores. What helps?",
      response: "In Germany he may see a doctor.",
      skips: "answer-turns-on-it",
    },
    {
      prompt: "What is rust?",
      response: "Iron oxide.",
      skips: "no-term",
    },
  ],
});
