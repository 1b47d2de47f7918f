import { defineAugmentation, skip } from "../src/contract.js";
import { asksForForm } from "../src/text/asked-form.js";
import { applyEdits } from "../src/text/edits.js";
import { type Emphasised, emphasised } from "../src/text/emphasis-marks.js";
import { countMarks } from "../src/text/marks.js";

export default defineAugmentation({
  summary: "Sets bold text in italics and italic text in bold.",
  version: 1,
  expects: "same",
  attribute: "formatting",
  changes: "response",
  applies: "Answers with bold or italic text (not both at once), where the prompt asks for no form.",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.5,
  targets: ["tokens", "bold"],
  source: "LMSYS style control (bold text sways judges); rules written for tare.",
  apply({ messages, response }) {
    const all = emphasised(response).filter(({ nested }) => !nested);
    if (all.length === 0) return skip("no-emphasis");
    if (asksForForm(messages)) return skip("form-asked");
    const edits = all.flatMap((one) => {
      const mark = marksFor(response, one);
      return [
        { ...one.open, text: mark },
        { ...one.close, text: mark },
      ];
    });
    const made = applyEdits(response, edits);
    return isSwapped(response, made, all) ? made : skip("marks-run-together");
  },
  examples: [
    { prompt: "Answer in bold.", response: "**Paris**", skips: "form-asked" },
    {
      prompt: "What do I need?",
      response: "* __Flour__: much\n* **Eggs**: few",
      becomes: "* _Flour_: much\n* *Eggs*: few",
    },
    { prompt: "Capital of France?", response: "Paris is the capital.", skips: "no-emphasis" },
    { prompt: "What is rust?", response: "**Rust** is *iron* oxide.", becomes: "*Rust* is **iron** oxide." },
  ],
});

function marksFor(text: string, { kind, start }: Emphasised): string {
  return text.charAt(start).repeat(kind === "strong" ? 1 : 2);
}

function isSwapped(before: string, after: string, all: readonly Emphasised[]): boolean {
  const strong = all.filter(({ kind }) => kind === "strong").length;
  const change = all.length - 2 * strong;
  const [old, made] = [countMarks(before), countMarks(after)];
  return (
    made.bold === old.bold + change &&
    made.emphasis === old.emphasis - change &&
    made.listItems === old.listItems
  );
}
