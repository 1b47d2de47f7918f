import { contentWords } from "./content-words.js";
import { countTokens } from "./counting.js";
import { finalAnswer } from "./final-answer.js";
import { parseMarkdown, spanOf } from "./markdown.js";
import { isSelfContained, plainSentences } from "./prose.js";
import { untouchable } from "./protected-spans.js";
import { type Span, touchesAny } from "./span.js";

const CUE =
  /^[*_\s]*(?:in (?:conclusion|summary|short|essence|total|the end|a nutshell)|to (?:conclude|summari[sz]e|sum up)|overall|therefore|thus|hence|consequently|ultimately|as a result|so|finally|all in all|the (?:answer|result|solution|bottom line)|this means)\b/iu;
const TITLE =
  /^[#*_\s]*(?:conclusions?|summary|final (?:answer|thoughts|result)|the bottom line|takeaways?)[*_:.\s]*$/iu;
/** A last paragraph that offers, wishes or asks says nothing that could be missed. */
const OFFER =
  /\b(?:let me know|feel free|if you (?:have|need|want|would like)|hope this|good luck|enjoy)\b|\?\s*$/iu;
/** A summary of what stands above it is no loss: so many content words must be its own. */
const OWN_WORDS = 4;

/**
 * Where an answer concludes: all below a last heading that says so, or its last paragraph or sentence after an opening
 * such as "in conclusion" or "therefore" or with the stated result, if it says what stands nowhere above. Undefined where
 * there is none, where it is the whole answer, where it only offers or asks, or where it holds code or math.
 */
export function conclusionOf(text: string): Span | undefined {
  const stated = finalAnswer(text);
  return candidates(text).find((span) => {
    const words = text.slice(span.start, span.end);
    const above = text.slice(0, span.start);
    if (above.trim() === "" || countTokens(words) < 7 || OFFER.test(words)) return false;
    if (touchesAny(span, untouchable(text))) return false;
    if (stated !== undefined && stated.start >= span.start) return true;
    const known = contentWords(above);
    return [...contentWords(words)].filter((word) => !known.has(word)).length >= OWN_WORDS;
  });
}

function candidates(text: string): Span[] {
  const nodes = parseMarkdown(text).children;
  const last = nodes.at(-1);
  if (last?.type !== "paragraph") return [];
  const { start, end } = spanOf(last);
  const title = nodes.findLastIndex((node) => TITLE.test(text.slice(spanOf(node).start, spanOf(node).end)));
  if (title > 0 && nodes.slice(title + 1).every(({ type }) => type === "paragraph"))
    return [{ start: spanOf(nodes[title]!).start, end }];
  const inLast = plainSentences(text).filter((one) => one.start >= start);
  const sentence = inLast.length > 1 ? inLast.at(-1) : undefined;
  const stated = finalAnswer(text);
  return [
    { start, end },
    ...(sentence !== undefined && sentence.end === end && isSelfContained(sentence) ? [sentence] : []),
  ].filter(
    (span) =>
      CUE.test(text.slice(span.start, span.end)) || (stated !== undefined && stated.start >= span.start),
  );
}
