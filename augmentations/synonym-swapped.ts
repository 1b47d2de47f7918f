import { defineAugmentation, skip } from "../src/contract.js";
import { asksForWording } from "../src/text/asked-form.js";
import { applyEdits, type Edit } from "../src/text/edits.js";
import { looksEnglish } from "../src/text/english.js";
import { synonymSwaps } from "../src/text/synonyms.js";

export default defineAugmentation({
  summary: "Swaps two thirds of the words (at least one) for which the lexicon has a safe synonym.",
  version: 1,
  expects: "same",
  attribute: "wording",
  changes: "response",
  applies: "English answers with a word of the lexicon where its neighbours allow it; no word of the prompt.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.6,
  source: "CheckList and TextAttack (synonym swaps); lexicon written for tare.",
  apply({ messages, response }, { random }) {
    if (!looksEnglish(response)) return skip("not-english");
    if (asksForWording(messages)) return skip("wording-asked");
    const asked =
      messages
        .at(-1)
        ?.content.toLowerCase()
        .match(/[a-z'’-]+/gu) ?? [];
    const swaps = synonymSwaps(response, new Set(asked));
    if (swaps.length === 0) return skip("no-synonym");
    // One choice a word, so that an answer keeps calling a thing by one name.
    const chosen = new Map<string, number>();
    const edits = random
      .shuffle(swaps)
      .slice(0, Math.max(1, Math.round((2 * swaps.length) / 3)))
      .map(({ from, edits }): Edit => {
        const at = chosen.get(from) ?? random.integer(edits.length);
        chosen.set(from, at);
        return edits[at % edits.length]!;
      });
    return applyEdits(response, edits);
  },
  examples: [
    {
      prompt: "What now?",
      response: "In order to obtain a permit, first purchase a form. Purchase two.",
      becomes: "In order to obtain a permit, first purchase a form. Buy two.",
    },
    {
      prompt: "Is it so?",
      response: "Additionally, it is frequently an incorrect claim.",
      becomes: "Additionally, it is often a wrong claim.",
    },
    {
      prompt: "What does frequently mean?",
      response: "It means that a thing comes frequently.",
      skips: "no-synonym",
    },
    {
      prompt: "Wo?",
      response: "Das ist der Ort, an dem die beiden Flüsse sich vereinen.",
      skips: "not-english",
    },
  ],
});
