import { defineAugmentation, skip } from "../src/contract.js";
import { countWords } from "../src/text/counting.js";
import { looksEnglish } from "../src/text/english.js";
import { realise } from "../src/text/grammar.js";
import { readLexicon } from "../src/text/lexicon.js";
import { lastOfUser } from "../src/text/question.js";
import { above } from "../src/text/standing-beside.js";

const MOST_WORDS = 60;

export default defineAugmentation({
  summary: "Opens by repeating the question.",
  version: 1,
  expects: "not-higher",
  attribute: "keywords",
  changes: "response",
  applies: "English answers to a question of one line and at most 60 words.",
  languages: ["en"],
  preserves: [],
  source: "Overlap with the prompt as a shortcut; openers written for tare.",
  apply({ messages, response }, { random }) {
    const question = lastOfUser(messages).trim();
    if (question === "") return skip("no-question");
    if (question.includes("\n") || countWords(question) > MOST_WORDS) return skip("long-question");
    if (!looksEnglish(response) || !looksEnglish(question)) return skip("not-english");
    const opening = question.slice(0, 40).toLowerCase();
    if (response.slice(0, 300).toLowerCase().includes(opening)) return skip("has-question");
    return above(response, `${realise(readLexicon("echo"), "lead", random)} ${question}`);
  },
  examples: [
    {
      prompt: "Who invented the zip?",
      response: "It was Gideon Sundback who made it work.",
      becomes: "What is asked is: Who invented the zip?\n\nIt was Gideon Sundback who made it work.",
    },
    {
      prompt: "List the parts of a flower.",
      response: "- The petals\n- The stamens\n- The pistil",
      becomes: "You just asked: List the parts of a flower.\n\n- The petals\n- The stamens\n- The pistil",
    },
    {
      prompt: "How old is Rome?",
      response: "How old is Rome? It is older than the Roman empire.",
      skips: "has-question",
    },
    { response: "It was Gideon Sundback who made it work.", skips: "no-question" },
  ],
});
