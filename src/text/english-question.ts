import { isSkip, type Skip, skip, type Text } from "../contract.js";
import { turnsOnForm } from "./about-form.js";
import { applyEdits, type Edit } from "./edits.js";
import { looksEnglish } from "./english.js";
import { askedAs, questionOf } from "./question.js";

/** What is declared alike of the operators that put words of their own to an English question. */
export const WRAPPED_QUESTION = Object.freeze({
  attribute: "prompt wrapping",
  applies:
    "English questions; not those about spelling or texts to be edited, which would take the words in.",
  languages: ["en"],
} as const);

/** What is declared alike of the operators that edit the words of an English question. */
export const EDITED_QUESTION = Object.freeze({
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers"],
} as const);

/** An English question written anew by `wrap`, which reads it without the white space at its end. */
export function withWrappedQuestion(text: Text, wrap: (asked: string) => string): Text | Skip {
  const asked = questionOf(text).trimEnd();
  if (asked === "") return skip("no-question");
  return unfit(asked) ?? askedAs(text, wrap(asked));
}

/** An English question with `edit`'s edits made, or its skip. */
export function withEditedQuestion(text: Text, edit: (asked: string) => readonly Edit[] | Skip): Text | Skip {
  const asked = questionOf(text);
  const refused = unfit(asked);
  if (refused !== undefined) return refused;
  const edits = edit(asked);
  return isSkip(edits) ? edits : askedAs(text, applyEdits(asked, edits));
}

/** Its words may not be touched: they are in another language, or what is asked about. */
function unfit(asked: string): Skip | undefined {
  if (!looksEnglish(asked)) return skip("not-english");
  return turnsOnForm(asked) ? skip("about-form") : undefined;
}
