import { defineAugmentation, type Random, skip } from "../src/contract.js";
import { countTokens } from "../src/text/counting.js";
import { applyEdits } from "../src/text/edits.js";
import { looksEnglish } from "../src/text/english.js";
import { realise } from "../src/text/grammar.js";
import { readLexicon } from "../src/text/lexicon.js";
import { isOpenEnded } from "../src/text/open-end.js";
import { plainSentences } from "../src/text/prose.js";

export default defineAugmentation({
  summary: "Pads the answer with sentences that say nothing, to `dose` times its tokens.",
  version: 2,
  expects: "not-higher",
  attribute: "length",
  changes: "response",
  applies: "English answers; filler goes after sentences of paragraphs, or below an answer that has none.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers"],
  targets: ["tokens", "sentences"],
  doses: [1.25, 1.5, 2, 4],
  source:
    "Length bias of reward models (Singhal et al. 2023, arXiv 2310.03716); filler grammar written for tare.",
  apply({ response }, { random, dose = 2 }) {
    if (!looksEnglish(response)) return skip("not-english");
    if (isOpenEnded(response)) return skip("open-ended");
    const slots = paddable(response);
    const tokens = countTokens(response);
    const fillers = fillersFor(Math.round(tokens * (dose - 1)), random);
    const placed = fillers.map((text) => ({ text, at: slots[Math.floor(text.position * slots.length)] }));
    const inside = placed.flatMap(({ text, at }) =>
      at === undefined ? [] : [{ start: at, end: at, text: ` ${text.words}` }],
    );
    const below = placed.flatMap(({ text, at }) => (at === undefined ? [text.words] : []));
    const padded = applyEdits(response, inside);
    return below.length === 0 ? padded : `${padded.trimEnd()}\n\n${below.join(" ")}`;
  },
  examples: [
    {
      prompt: "What is rust?",
      response:
        "Rust is iron oxide, and it forms where bare iron meets water and oxygen. Paint slows the reaction down, since it keeps the water away from the metal.",
      dose: 1.5,
      becomes:
        "Rust is iron oxide, and it forms where bare iron meets water and oxygen. Paint slows the reaction down, since it keeps the water away from the metal. When all is said and done, the journey matters as well as the destination.",
    },
    {
      prompt: "Which fruits are red?",
      response: "- Cherries are red and have a stone\n- Strawberries are red and have seeds",
      dose: 2,
      becomes:
        "- Cherries are red and have a stone\n- Strawberries are red and have seeds\n\nEvery occasion has its own character, so practical constraints should not be forgotten.",
    },
    {
      prompt: "Was ist Rost?",
      response: "Rost ist Eisenoxid und entsteht durch Wasser und Sauerstoff an der Luft.",
      dose: 2,
      skips: "not-english",
    },
  ],
});

interface Filler {
  readonly words: string;
  /** Where in the answer, 0 to 1: drawn with the filler, so that a higher dose keeps what a lower one placed. */
  readonly position: number;
}

/** Ends of the sentences of paragraphs. */
function paddable(text: string): number[] {
  return plainSentences(text)
    .filter(({ block, terminated, end }) => {
      return block.kind === "paragraph" && terminated && /^(?:\s|$)/u.test(text.slice(end, end + 1));
    })
    .map(({ end }) => end);
}

/** Distinct fillers that together come as near to `tokens` as a last one, chosen among many, can bring them. At least one. */
function fillersFor(tokens: number, random: Random): Filler[] {
  const lexicon = readLexicon("filler");
  const fillers: Filler[] = [];
  const used = new Set<string>();
  let missing = tokens;
  for (let draws = 0; draws < 4 * tokens + 8; draws++) {
    const filler = { words: realise(lexicon, "sentence", random), position: random.next() };
    const length = countTokens(filler.words);
    if (length > missing - 4) break;
    if (used.has(filler.words)) continue;
    used.add(filler.words);
    fillers.push(filler);
    missing -= length;
  }
  if (missing < 3 && fillers.length > 0) return fillers;
  const last = { words: nearest(missing, used, random), position: random.next() };
  return [...fillers, last];
}

function nearest(tokens: number, used: ReadonlySet<string>, random: Random): string {
  const lexicon = readLexicon("filler");
  const candidates = Array.from({ length: 60 }, (_, i) =>
    realise(lexicon, i % 2 ? "sentence" : "short", random),
  );
  const ranked = candidates.map((words) => ({
    words,
    distance: Math.abs(countTokens(words) - tokens) + (used.has(words) ? 1000 : 0),
  }));
  return ranked.reduce((best, one) => (one.distance < best.distance ? one : best)).words;
}
