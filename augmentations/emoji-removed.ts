import { defineAugmentation, skip } from "../src/contract.js";
import { applyEdits } from "../src/text/edits.js";
import { type ProseMatch, proseMatches } from "../src/text/prose-matches.js";

const ONE = String.raw`(?:\p{Regional_Indicator}{2}|(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)[\uFE0F\p{Emoji_Modifier}]*(?:\u200D\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*)*)`;
const EMOJI = new RegExp(String.raw`[ \u00A0]?${ONE}(?:[ \u00A0]?${ONE})*`, "gu");

export default defineAugmentation({
  summary: "Takes away emoji that decorate: at the start of a line, or at the end of a sentence.",
  version: 1,
  expects: "same",
  attribute: "emoji",
  changes: "response",
  applies: "Answers with such emoji, where the prompt neither uses nor mentions any.",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.5,
  source: "LMSYS style control (decoration); rules written for tare.",
  apply({ messages, response }) {
    if (messages.some(({ content }) => content.search(EMOJI) >= 0 || /\bemo(?:ji|ticon)/iu.test(content)))
      return skip("emoji-asked");
    const edits = proseMatches(response, EMOJI).flatMap((one) => removal(one));
    const made = applyEdits(response, edits);
    return edits.length === 0 || !/[\p{L}\p{N}]/u.test(made) ? skip("no-decoration") : made;
  },
  examples: [
    { prompt: "Is it good?", response: "I ❤️ it, 👍 as they say. 🙂", becomes: "I ❤️ it, 👍 as they say." },
    { prompt: "Which emoji is a cat?", response: "It is this. 🐱", skips: "emoji-asked" },
    {
      prompt: "How do I make tea?",
      response: "🍵 Boil water. 😀\n\n- ⏰ Wait 3 minutes! 🎉🎉",
      becomes: "Boil water.\n\n- Wait 3 minutes!",
    },
    { prompt: "Which one?", response: "The 🐱 one.", skips: "no-decoration" },
  ],
});

/** At a line's start the space after it goes, elsewhere the one before. */
function removal({ start, end, prose, at, match }: ProseMatch) {
  const before = prose.slice(0, at);
  const after = prose.slice(at + match[0].length);
  if (/(?:^|\n)[\s*_]*$/u.test(before)) {
    const gap = /^[ \u00A0]*/u.exec(after)![0].length;
    return after.length > gap && !after.startsWith("\n") ? [{ start, end: end + gap, text: "" }] : [];
  }
  const closes = /[.!?:…)"”*]\s*$/u.test(before) || /^\s*(?:\n|$)/u.test(after);
  return closes && !/^[\p{L}\p{N}]/u.test(after) ? [{ start, end, text: "" }] : [];
}
