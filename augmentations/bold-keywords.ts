import { defineAugmentation, skip } from "../src/contract.js";
import { asksForForm, asksForGenre } from "../src/text/asked-form.js";
import { editedBesideCode } from "../src/text/code-kept.js";
import type { Edit } from "../src/text/edits.js";
import { keyPhrase } from "../src/text/key-phrase.js";
import { plainSentences } from "../src/text/prose.js";

export default defineAugmentation({
  summary: "Sets a key phrase in bold in `dose` of the sentences (at least one).",
  version: 1,
  expects: "same",
  attribute: "formatting",
  changes: "response",
  applies:
    "Answers with a sentence that has a key phrase and no emphasis; not where the prompt asks for a form or kind of text.",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.5,
  doses: [0.25, 0.5, 1],
  targets: ["tokens", "bold"],
  source: "LMSYS style control (bold text sways judges); rules written for tare.",
  apply({ messages, response }, { random, dose = 0.5 }) {
    const edits = plainSentences(response).flatMap(({ start, text }): Edit[][] => {
      const phrase = /[*_]/u.test(text) ? undefined : keyPhrase(text, []);
      if (phrase === undefined) return [];
      const [from, to] = [start + phrase.start, start + phrase.end];
      return [[{ start: from, end: to, text: `**${response.slice(from, to)}**` }]];
    });
    if (edits.length === 0) return skip("no-key-phrase");
    if (asksForForm(messages) || asksForGenre(messages)) return skip("form-asked");
    const count = Math.max(1, Math.round(dose * edits.length));
    return editedBesideCode(response, random.shuffle(edits).slice(0, count).flat());
  },
  examples: [
    { prompt: "Write a poem.", response: "Cold iron sleeps.", dose: 0.5, skips: "form-asked" },
    {
      prompt: "What is rust?",
      response: "Rust is iron oxide. It forms where bare iron meets water.",
      dose: 1,
      becomes: "Rust is **iron oxide**. It forms where bare **iron meets water**.",
    },
    { prompt: "Is it?", response: "It is.", dose: 0.5, skips: "no-key-phrase" },
    {
      prompt: "What is rust?",
      response: "**Rust** is iron oxide.\n\n- Paint slows the reaction down",
      dose: 0.5,
      becomes: "**Rust** is iron oxide.\n\n- **Paint slows** the reaction down",
    },
  ],
});
