import { defineAugmentation } from "../src/contract.js";
import { TERM_SWAP, withTermSwapped } from "../src/text/term-swap.js";

/** Words that tell that the question turns on what someone believes. */
const CUES =
  /\b(?:relig|dress|costume|halloween|every|typical|why (?:are|do) (?:they|so|all)|holy|sacred|ritual|faith|belie[fv]|god|gods|pray|church|mosque|temple|synagogue|bible|biblical|qur|koran|torah|scriptur|gospel|pope|priest|imam|rabbi|monk|halal|kosher|fast(?:ing|s)?\b|ramadan|easter|christmas|diwali|hanukkah|holiday|worship|theolog|sin\b|sins\b|convert|atheis|wedding|marr|eat|drink|food|cook|recipe|terroris|extremis|stereotyp|discriminat|joke|law|histor|jesus|christ\b|allah|muhammad|buddha)/iu;

export default defineAugmentation({
  summary: "Gives the persons of the question another religion, in question and answer.",
  version: 1,
  expects: "same",
  changes: "prompt",
  ...TERM_SWAP,
  applies:
    "English questions in which one religion describes persons and nothing else, and that do not turn on it.",
  source:
    "Causal Rewards (arXiv 2501.09620) and CheckList's fairness tests (Ribeiro et al. 2020); lists written for tare.",
  apply(text, context) {
    return withTermSwapped(text, context, "religions", CUES);
  },
  examples: [
    {
      prompt: "My Hindu neighbor plays loud music at night. How do I bring it up?",
      response: "Talk to your Hindu neighbor by day.",
      compares: {
        base: {
          prompt: "My Hindu neighbor plays loud music at night. How do I bring it up?",
          response: "Talk to your Hindu neighbor by day.",
        },
        variant: {
          prompt: "My Sikh neighbor plays loud music at night. How do I bring it up?",
          response: "Talk to your Sikh neighbor by day.",
        },
      },
    },
    {
      prompt: "I am a Catholic and I cannot sleep. What helps?",
      response: "A dark, cool room.",
      compares: {
        base: {
          prompt: "I am a Catholic and I cannot sleep. What helps?",
          response: "A dark, cool room.",
        },
        variant: {
          prompt: "I am a Methodist and I cannot sleep. What helps?",
          response: "A dark, cool room.",
        },
      },
    },
    {
      prompt: "Which books do Muslim people hold holy?",
      response: "The Quran is a holy book.",
      skips: "question-turns-on-it",
    },
    {
      prompt: "A Jewish colleague is always late for work. What can I do?",
      response: "Judaism has little to do with it.",
      skips: "answer-turns-on-it",
    },
    {
      prompt: "What is rust?",
      response: "Iron oxide.",
      skips: "no-term",
    },
  ],
});
