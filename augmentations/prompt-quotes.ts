import { defineAugmentation, skip } from "../src/contract.js";
import { turnsOnForm } from "../src/text/about-form.js";
import { untouchable } from "../src/text/protected-spans.js";
import { askedAs, holdsCodeLines, questionOf } from "../src/text/question.js";
import { touchesAny } from "../src/text/span.js";

export default defineAugmentation({
  summary: "Puts the question in `dose` pairs of quotation marks.",
  version: 1,
  expects: "same",
  attribute: "prompt wrapping",
  changes: "prompt",
  applies:
    "Questions that do not speak of quotes or of a text to be edited, and that have no quotation mark at an end.",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers", "names"],
  targets: ["tokens"],
  doses: [1, 3, 10],
  source: "reWordBench (Wu et al. 2025, arXiv 2503.11751): quotation marks added.",
  apply(text, { dose = 1 }) {
    const asked = questionOf(text);
    if (!/\p{L}/u.test(asked)) return skip("no-question");
    if (turnsOnForm(asked)) return skip("about-form");
    if (holdsCodeLines(asked) || endsInProtected(asked.trim())) return skip("has-code");
    // At the start of a line a block of code, a table or a heading would be one no more.
    if (/^\s*["“'#|`~>]|["”'|`~]\s*$/u.test(asked) || /^(?: {4}|\t)/u.test(asked)) return skip("has-quotes");
    const marks = '"'.repeat(dose);
    return askedAs(text, `${marks}${asked.trim()}${marks}`);
  },
  examples: [
    { prompt: '"Panta rhei": who said so?', response: "Heraclitus.", dose: 1, skips: "has-quotes" },
    {
      prompt: "Name a spice.",
      response: "Cumin.",
      dose: 10,
      compares: {
        base: { prompt: "Name a spice.", response: "Cumin." },
        variant: { prompt: '""""""""""Name a spice.""""""""""', response: "Cumin." },
      },
    },
    {
      prompt: "When was the printing press invented?",
      response: "Around 1440.",
      dose: 1,
      compares: {
        base: { prompt: "When was the printing press invented?", response: "Around 1440." },
        variant: { prompt: '"When was the printing press invented?"', response: "Around 1440." },
      },
    },
  ],
});

function endsInProtected(asked: string): boolean {
  const last = asked.length - 1;
  return [0, last].some((start) => touchesAny({ start, end: start + 1 }, untouchable(asked)));
}
