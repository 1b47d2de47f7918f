import { countTokens } from "./counting.js";
import { isSelfContained } from "./prose.js";
import type { Sentence } from "./sentences.js";

const LEANS =
  /^(?:It|This|That|These|Those|They|He|She|His|Her|Their|Its|Such|However|Therefore|Also|But|And|So|Then|Thus|Hence|Yes|No|Sure|Here|Finally|Additionally|Furthermore|Moreover|Overall|Another|Otherwise|Instead|Most|Both|Some|Others|Below|Above|Next|First|Second|Third)\b/u;

/** Understood without what stood around it: begins with no pronoun or connective, asks nothing, one line of 6 to 60 tokens. */
export function isMovable(sentence: Sentence): boolean {
  const { text } = sentence;
  const length = countTokens(text);
  return (
    isSelfContained(sentence) &&
    length >= 6 &&
    length <= 60 &&
    /^\p{Lu}/u.test(text) &&
    !/[\n?*_:]/u.test(text) &&
    !LEANS.test(text)
  );
}
