import { defineGuard, type Text } from "../../contract.js";
import { countWords } from "../../text/counting.js";

export default defineGuard({
  name: "too-long",
  summary: "A text has more words than the scorer's window has tokens, so it is certain to be cut.",
  refuses: ({ base, variant }, { window }) => {
    const longest = Math.max(wordsOf(base), wordsOf(variant));
    return longest > window ? `${longest} words, window ${window}` : undefined;
  },
});

function wordsOf({ messages, response }: Text): number {
  return messages.reduce((sum, { content }) => sum + countWords(content), countWords(response));
}
