import type { AnswerOf } from "../../oracle/steps.js";
import { oneLine } from "../../reports/layout/words.js";
import { wrap } from "../../reports/layout/wrap.js";
import type { AskedCall } from "../../store/oracle/asked.js";
import type { Sheet } from "../sheet.js";
import { textLines } from "../text-lines.js";

/** What was read in an answer, by its step. */
export function readLines({ step, part, parsed }: AskedCall, sheet: Sheet): string[] {
  const each = (lines: readonly string[]) =>
    lines.flatMap((line) => wrap(`  ${oneLine(line)}`, sheet.width, 4));
  if (step === "attributes" || step === "merge") {
    const { attributes } = parsed as AnswerOf<"attributes">;
    return each(attributes.map(({ name, why }) => `${name}: ${why}`));
  }
  if (step === "grade") {
    const { grades } = parsed as AnswerOf<"grade">;
    return each(
      grades.map(
        ({ attribute, grade, quote }) => `${attribute}: ${grade}${quote === "" ? "" : `, "${quote}"`}`,
      ),
    );
  }
  if (step === "verify") {
    const { readings } = parsed as AnswerOf<"verify">;
    const names = { A: whatIs("A", part), B: whatIs("B", part), same: "" } as const;
    return each(
      readings.map(
        ({ attribute, better }) =>
          `${attribute}: ${better === "same" ? "the same" : `${better}${names[better]} is better`}`,
      ),
    );
  }
  const { rewritten, change = "" } = parsed as { readonly rewritten: string; readonly change?: string };
  return [...textLines(rewritten, sheet), ...each(change === "" ? [] : [`changed: ${change}`])];
}

/** The verifier saw letters alone. */
function whatIs(letter: "A" | "B", part: string): string {
  const first = /^verify (base|variant) first$/.exec(part)?.[1];
  if (first === undefined) return "";
  const second = first === "base" ? "variant" : "base";
  return ` (the ${letter === "A" ? first : second})`;
}
