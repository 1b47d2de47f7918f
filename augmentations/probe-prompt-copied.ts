import { defineAugmentation, skip } from "../src/contract.js";
import { inPlaceOf, PROBE } from "../src/text/contentless.js";
import { lastOfUser } from "../src/text/question.js";

export default defineAugmentation({
  ...PROBE,
  summary: "Puts the question itself in the place of the answer.",
  version: 1,
  changes: "response",
  applies: "Answers of ten words or more to a question with words.",
  apply({ messages, response }) {
    const question = lastOfUser(messages).trim();
    if (question === "") return skip("no-question");
    return inPlaceOf(response, () => question);
  },
  examples: [
    {
      prompt: "Describe a fjord.",
      response: "A long arm of the sea between steep walls that ice has carved.",
      becomes: "Describe a fjord.",
    },
    {
      prompt: "Where do eels spawn?",
      response: "They swim all the way to the Sargasso Sea to do so.",
      becomes: "Where do eels spawn?",
    },
    { prompt: "Do eels bite?", response: "Some do.", skips: "short-answer" },
    { response: "They swim all the way to the Sargasso Sea to do so.", skips: "no-question" },
  ],
});
