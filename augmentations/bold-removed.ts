import { defineAugmentation, skip } from "../src/contract.js";
import { asksForForm } from "../src/text/asked-form.js";
import { applyEdits } from "../src/text/edits.js";
import { emphasised } from "../src/text/emphasis-marks.js";

export default defineAugmentation({
  summary: "Takes the marks of bold text away.",
  version: 1,
  expects: "same",
  attribute: "formatting",
  changes: "response",
  applies:
    "Answers with bold text, where the prompt asks for no form; bold numbering at a line's start stays.",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.5,
  targets: ["tokens", "bold"],
  source: "LMSYS style control, which counts bold text as style; rules written for tare.",
  apply({ messages, response }) {
    const edits = emphasised(response)
      .filter(({ kind, open }) => kind === "strong" && !startsAnew(response.slice(open.end, open.end + 12)))
      .flatMap(({ open, close }) => [
        { ...open, text: "" },
        { ...close, text: "" },
      ]);
    if (edits.length === 0) return skip("no-bold");
    return asksForForm(messages) ? skip("form-asked") : applyEdits(response, edits);
  },
  examples: [
    {
      prompt: "How do I pass options on?",
      response: "- **Keywords**: `**kwargs`\n- ***Rest***",
      becomes: "- Keywords: `**kwargs`\n- *Rest*",
    },
    {
      prompt: "Does tin rust?",
      response: "No: **tin** does not, *iron* does.",
      becomes: "No: tin does not, *iron* does.",
    },
    { prompt: "Write the city in bold.", response: "It is **Lyon**.", skips: "form-asked" },
    { prompt: "What first?", response: "**1. Flour**", skips: "no-bold" },
  ],
});

/** Without its marks this would begin a list, heading or quote. */
function startsAnew(inside: string): boolean {
  return /^(?:\d+[.)]|[-+*]\s|[#>])/u.test(inside);
}
