import { removeMarkup } from "../../text/markup-removal.js";
import { sentences } from "../../text/sentences.js";
import { led, reworded, type Swap, swapWords, unled } from "./word-swaps.js";

/** What is said at more length adds this and nothing else. */
const ONCE_MORE =
  "All of this holds as it stands, and saying so once more changes nothing of what was said above.";

interface Axis {
  /** Plain, casual or English side -> the other one. */
  readonly swaps: readonly Swap[];
  /** Stands before a text of the second side. */
  readonly lead: string;
}

const STYLE: Axis = {
  swaps: [
    ["use", "utilise"],
    ["show", "exhibit"],
    ["start", "commence"],
    ["end", "conclusion"],
    ["help", "assistance"],
    ["good", "splendid"],
    ["small", "diminutive"],
  ],
  lead: "As one might gracefully put it:",
};
const REGISTER: Axis = {
  swaps: [
    ["don't", "do not"],
    ["doesn't", "does not"],
    ["it's", "it is"],
    ["can't", "cannot"],
    ["isn't", "is not"],
    ["you're", "you are"],
    ["that's", "that is"],
    ["won't", "will not"],
  ],
  lead: "Please note the following:",
};
const LANGUAGE: Axis = {
  swaps: [
    ["the", "das"],
    ["and", "und"],
    ["is", "ist"],
    ["of", "von"],
    ["with", "mit"],
    ["not", "nicht"],
    ["or", "oder"],
    ["for", "für"],
  ],
  lead: "Auf Deutsch:",
};

const TO: Readonly<Record<string, (answer: string) => string>> = {
  longer: (answer) => `${answer.trimEnd()}${answer.includes("\n") ? "\n\n" : " "}${ONCE_MORE}`,
  shorter(answer) {
    if (answer.endsWith(ONCE_MORE)) return answer.slice(0, -ONCE_MORE.length).trimEnd();
    const all = sentences(answer);
    const last = all.at(-1);
    // What a short answer says last may be all that it says.
    if (all.length < 3 || last === undefined || answer.slice(last.end).trim() !== "") return answer;
    return answer.slice(0, last.start).trimEnd();
  },
  ornate: (answer) => forth(STYLE, answer),
  plain: (answer) => back(STYLE, answer),
  formal: (answer) => forth(REGISTER, answer),
  casual: (answer) => back(REGISTER, answer),
  translated: (answer) => forth(LANGUAGE, answer),
  "prompt-language": (answer) => back(LANGUAGE, answer),
  markdown: (answer) => `## Answer\n\n${answer.replace(/^(\p{L}+)/u, "**$1**")}`,
  "no-markdown": (answer) => removeMarkup(answer) ?? answer,
};

function forth({ swaps, lead }: Axis, answer: string): string {
  return led(lead, swapWords(answer, swaps));
}

function back({ swaps, lead }: Axis, answer: string): string {
  const bare = unled(lead, answer);
  return swapWords(
    bare,
    swaps.map(([from, to]) => [to, from]),
  );
}

/** Rewritten, with the rewriter's own hand in it: nothing that goes there and back comes back as it went. */
export function rewrittenTo(answer: string, to: string): string {
  return reworded(TO[to]?.(answer) ?? answer);
}
