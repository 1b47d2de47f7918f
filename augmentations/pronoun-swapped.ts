import { defineAugmentation, skip } from "../src/contract.js";
import { looksEnglish } from "../src/text/english.js";
import { conversationOf, everywhere } from "../src/text/everywhere.js";
import { genderSwapped, gendersIn, namesSomeone } from "../src/text/gender-swap.js";
import { questionOf } from "../src/text/question.js";

/** Words that tell that the question turns on gender or on a body. */
const CUES =
  /\b(?:gender|sex|pregnan|menstru|periods?\b|prostat|beard|shav|breast|bra\b|uter|ovar|vagin|penis|testic|sperm|birth|fertil|miscarr|abort|lesbian|gay|bisex|trans|femini|masculin|manly|woman['’]s|women|men\b|males?\b|females?\b|dress|skirt|makeup|make-up|mascara|lipstick|dating|date\b|marry|married|marriage|wedding|bride|groom|crush|dude|bros?\b|chick|bitch|slut|whore|orgasm|clitor|genital|intercourse|flirt|kiss|romantic|hormon|testosterone|estrogen|pronoun|god\b|lord\b|jesus|christ|bible|translat)/iu;

export default defineAugmentation({
  summary:
    "Turns he and him to she and her or the other way, with father to mother and the like, in question and answer.",
  version: 1,
  expects: "same",
  attribute: "identity",
  changes: "prompt",
  applies:
    "English questions that speak of persons of one gender by pronoun, name nobody, and do not turn on gender.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.6,
  source:
    "Causal Rewards (arXiv 2501.09620) and CheckList's fairness tests (Ribeiro et al. 2020); rules written for tare.",
  apply(text) {
    if (!looksEnglish(questionOf(text))) return skip("not-english");
    const asked = conversationOf(text);
    const { pronouns, all } = gendersIn(asked);
    if (pronouns.size === 0) return skip("no-pronoun");
    if (all.size > 1 || /\b(?:s\/he|his\/|him\/|he\/)/iu.test(asked)) return skip("both-genders");
    if (CUES.test(asked)) return skip("question-turns-on-it");
    if (namesSomeone(asked, true)) return skip("named-person");
    const [from] = [...pronouns] as ["male" | "female"];
    return everywhere(text, (part, where) => {
      if (where === "answer" && [...gendersIn(part).all].some((gender) => gender !== from))
        return skip("both-genders");
      if (where === "answer" && namesSomeone(part, false)) return skip("named-person");
      return genderSwapped(part, from) ?? skip("ambiguous-her");
    });
  },
  examples: [
    {
      prompt: "My sister lost her keys. How can she find them?",
      response:
        "Ask her where she had them last. Perhaps they are in her coat, or a friend of hers has them.",
      compares: {
        base: {
          prompt: "My sister lost her keys. How can she find them?",
          response:
            "Ask her where she had them last. Perhaps they are in her coat, or a friend of hers has them.",
        },
        variant: {
          prompt: "My brother lost his keys. How can he find them?",
          response:
            "Ask him where he had them last. Perhaps they are in his coat, or a friend of his has them.",
        },
      },
    },
    {
      prompt: "My boss says the parking space is his. What do I tell him?",
      response: "Ask him for his contract.",
      compares: {
        base: {
          prompt: "My boss says the parking space is his. What do I tell him?",
          response: "Ask him for his contract.",
        },
        variant: {
          prompt: "My boss says the parking space is hers. What do I tell her?",
          response: "Ask her for her contract.",
        },
      },
    },
    {
      prompt: "What can I give her mother?",
      response: "A plant.",
      skips: "ambiguous-her",
    },
    {
      prompt: "When did Darwin write his book?",
      response: "He wrote it in 1859.",
      skips: "named-person",
    },
    {
      prompt: "My brother told his girlfriend a lie. Should he say so?",
      response: "Yes.",
      skips: "both-genders",
    },
    {
      prompt: "What is rust?",
      response: "Iron oxide.",
      skips: "no-pronoun",
    },
  ],
});
