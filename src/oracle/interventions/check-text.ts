import { countWords } from "../../text/counting.js";
import { endOfOpening } from "../../text/left-alone.js";
import { countMarks } from "../../text/marks.js";
import { type Refusal, refuse } from "./intervention.js";

/** What a rewritten answer must keep of the one it was made from. */
export interface Keeps {
  /** Its length within 10 % in words. */
  readonly length?: true;
  /** It must have fewer, or more, words than before. */
  readonly words?: "fewer" | "more";
  /** `all`: code, lists and headings; `code`: code alone, since other words may need other lists. */
  readonly format?: "all" | "code";
}

const LENGTH = 0.1;
/** So that a short answer may change a word at all. */
const WORDS_OF_SLACK = 3;

/** What can be told of a rewritten answer before a verifier is paid to read it; undefined where nothing is wrong. */
export function wrongWith(before: string, after: string, keeps: Keeps): Refusal | undefined {
  if (after.trim() === "") return refuse("oracle-empty", "");
  if (spaced(before) === spaced(after)) return refuse("oracle-unchanged", "the answer was repeated");
  // What a model says to itself before an answer is shown to no verifier, but would be scored.
  if (endOfOpening(after) > 0) return refuse("oracle-format", "it begins with what a model says to itself");
  const [had, has] = [countWords(before), countWords(after)];
  if ((keeps.words === "fewer" && has >= had) || (keeps.words === "more" && has <= had))
    return refuse("oracle-length", `${has} words for ${had}: ${keeps.words} were asked for`);
  if (keeps.length === true) {
    if (Math.abs(has - had) > Math.max(WORDS_OF_SLACK, LENGTH * had))
      return refuse("oracle-length", `${has} words for ${had}`);
  }
  const lost = keeps.format === undefined ? [] : lostMarks(before, after, keeps.format);
  return lost.length === 0 ? undefined : refuse("oracle-format", `lost: ${lost.join(", ")}`);
}

function spaced(text: string): string {
  return text.trim().replace(/\s+/gu, " ");
}

function lostMarks(before: string, after: string, format: "all" | "code"): string[] {
  const [had, has] = [countMarks(before), countMarks(after)];
  const code = has.fences < had.fences ? ["code blocks"] : [];
  if (format === "code") return code;
  const gone = (["listItems", "headings"] as const).filter((mark) => had[mark] > 0 && has[mark] === 0);
  return [...code, ...gone.map((mark) => (mark === "headings" ? "headings" : "lists"))];
}
