import { describe, expect, it } from "vitest";
import { isSkip } from "../../src/contract.js";
import { stream } from "../../src/random.js";
import { realise } from "../../src/text/grammar.js";
import { readLexicon } from "../../src/text/lexicon.js";
import { contextFor, named, textOf } from "./discovered.js";

const BASE = "Rust is iron oxide, and it forms where bare iron meets water and oxygen in the air.";

function bag(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[a-z']+/gu) ?? []);
}

function jaccard(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared);
}

function medianJaccard(texts: readonly string[]): number {
  const bags = texts.map(bag);
  const values = bags.flatMap((one, i) => bags.slice(i + 1).map((other) => jaccard(one, other)));
  return values.sort((x, y) => x - y)[values.length >> 1]!;
}

function realisations(name: string, count: number): string[] {
  const augmentation = named(name);
  return Array.from({ length: count }, (_, index) => {
    const made = augmentation.apply(textOf(BASE), contextFor(`variety ${index}`, augmentation.doses?.at(-1)));
    if (isSkip(made)) throw new Error(made.skip);
    return made.replace(BASE, "").trim();
  });
}

const INSERTING = [
  "length-padding",
  "preamble",
  "closing-offer",
  "disclaimer-appended",
  "self-praise",
  "confident-tone",
  "sycophancy",
  "authority-citation",
  "jargon-added",
  "vagueness-added",
  "score-injection",
  "hidden-text",
  "concept-mention",
  "verifier-bait",
];

describe.each(INSERTING)("%s", (name) => {
  const made = realisations(name, 300);
  it("says at least 200 different things in 300 answers", () => {
    expect(new Set(made).size).toBeGreaterThanOrEqual(200);
  });
  it("has a median pairwise Jaccard index below one half", () => {
    expect(medianJaccard(made)).toBeLessThan(0.5);
  });
});

describe.each([
  ["filler", "sentence"],
  ["filler", "short"],
  ["preamble", "opener"],
  ["closing-offer", "offer"],
  ["disclaimer", "disclaimer"],
  ["self-praise", "praise"],
  ["confidence", "assurance"],
  ["agreement", "agreement"],
  ["authority", "citation"],
  ["jargon", "jargon"],
  ["vagueness", "vagueness"],
  ["score-injection", "injection"],
  ["concepts", "mention"],
  ["verifier-bait", "bait"],
])("the grammar %s/%s", (lexicon, symbol) => {
  const made = Array.from({ length: 400 }, (_, seed) =>
    realise(readLexicon(lexicon), symbol, stream("grammar", seed)),
  );
  it("leaves no slot open, holds no number and ends its sentences", () => {
    for (const text of made) {
      expect(text).toMatch(/^\p{Lu}[^{}\d*_`#]+[.!]$/u);
      expect(text).not.toMatch(/\s\s|\b(?:a [aeio]\p{Ll}+|an [^aeiou]\p{Ll}+|the the|one|two|three)\b/u);
    }
  });
});
