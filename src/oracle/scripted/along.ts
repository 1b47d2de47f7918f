import { applyEdits } from "../../text/edits.js";
import { untouchable } from "../../text/protected-spans.js";
import { touchesAny } from "../../text/span.js";
import { attributeSlug } from "../operators.js";
import { countWords, freeWords } from "./free-words.js";

/**
 * An answer made worse along one attribute, and along no other: by its rule, else by a word that gives way to a remark
 * that names the attribute. No text stays as it was, and the length in words changes by a tenth or two words at most.
 */
export function worsened(answer: string, attribute: string): string {
  const changed = WORSE[attribute.toLowerCase()]?.(answer);
  return changed === undefined || changed === answer ? withoutIt(answer, attribute) : changed;
}

/** An answer made better along one attribute, and along no other: a sentence after it says so. */
export function improved(answer: string, attribute: string): string {
  const sentence = BETTER[attribute.toLowerCase()] ?? `More ${attributeSlug(attribute)}.`;
  const text = answer.trimEnd();
  const last = text.slice(text.lastIndexOf("\n") + 1);
  const closes = touchesAny({ start: text.length - 1, end: text.length }, untouchable(text));
  return `${text}${closes || /^\s*[#|`~]/.test(last) ? "\n\n" : " "}${sentence}`;
}

export function isImproved(answer: string, attribute: string): boolean {
  return answer.endsWith(BETTER[attribute.toLowerCase()] ?? `More ${attributeSlug(attribute)}.`);
}

const BETTER: Readonly<Record<string, string>> = {
  accuracy: "This was checked.",
  completeness: "Nothing is missing.",
  clarity: "That is plain.",
};

const WORSE: Readonly<Record<string, (answer: string) => string>> = {
  accuracy(answer) {
    const words = freeWords(answer).map((span) => ({ ...span, word: answer.slice(span.start, span.end) }));
    const number = words.find(({ word }) => /^\d+$/.test(word));
    if (number !== undefined)
      return applyEdits(answer, [{ ...number, text: String(BigInt(number.word) + 1n) }]);
    const verb = words.find(({ word }) => /^(is|are|was|were|can|will)$/i.test(word));
    return verb === undefined
      ? answer
      : applyEdits(answer, [{ start: verb.end, end: verb.end, text: " not" }]);
  },
  /** The words before its last one go: a tenth of all, at least two; only from a line that keeps some. */
  completeness(answer) {
    const words = freeWords(answer);
    const kept = words.at(-Math.max(2, Math.floor(countWords(answer) / 10)) - 2);
    const last = words.at(-1);
    if (kept === undefined || last === undefined) return answer;
    const gone = { start: kept.end, end: last.start };
    if (answer.slice(gone.start, gone.end).includes("\n") || touchesAny(gone, untouchable(answer)))
      return answer;
    return applyEdits(answer, [{ ...gone, text: " " }]);
  },
  /** The longest word, the first of them, is no longer said. */
  clarity(answer) {
    const [longest] = [...freeWords(answer)].sort((a, b) => b.end - b.start - (a.end - a.start));
    return longest === undefined ? answer : applyEdits(answer, [{ ...longest, text: "something" }]);
  },
};

function withoutIt(answer: string, attribute: string): string {
  const remark = `(no ${attributeSlug(attribute)})`;
  const last = freeWords(answer).at(-1);
  return last === undefined ? `${answer}\n\n${remark}` : applyEdits(answer, [{ ...last, text: remark }]);
}
