import { describe, expect, it } from "vitest";
import { isSkip } from "../../src/contract.js";
import { countTokens } from "../../src/text/counting.js";
import { countMarks } from "../../src/text/marks.js";
import { contextFor, DONOR, named, textOf } from "./discovered.js";

const PROSE =
  "The Danube rises in the Black Forest. It flows through ten countries and is 2,850 km long. Many cities lie on its banks. It ends in the Black Sea.";

function made(name: string, response: string, key = "one"): string {
  const result = named(name).apply(textOf(response), contextFor(key, undefined));
  if (isSkip(result)) throw new Error(result.skip);
  return result;
}

describe("number-changed", () => {
  it("changes all mentions of a number alike", () => {
    const result = made("number-changed", "It has 340 beds. Of the 340 beds most are full.");
    const [first, second] = result.match(/\d+/gu) ?? [];
    expect(first).toBe(second);
    expect(first).not.toBe("340");
  });
  it("changes a third of many numbers", () => {
    const list = Array.from({ length: 9 }, (_, i) => `${(i + 3) * 20} cats`).join(", ");
    const result = made("number-changed", `There are ${list}.`);
    const before = list.match(/\d+/gu)!;
    const after = result.match(/\d+/gu)!;
    expect(after.filter((number, i) => number !== before[i])).toHaveLength(3);
  });
});

describe("sentence-dropped", () => {
  it("drops the sentence with the most content", () => {
    expect(made("sentence-dropped", PROSE)).toBe(
      "The Danube rises in the Black Forest. Many cities lie on its banks. It ends in the Black Sea.",
    );
  });
  it("drops no summary, whose words all stand elsewhere", () => {
    const answer =
      "Copper conducts heat. Copper resists corrosion. Old roofs turn green. In summary, copper conducts heat and resists corrosion, and roofs turn green.";
    expect(made("sentence-dropped", answer)).toBe(answer.replace("Old roofs turn green. ", ""));
  });
  it("takes the last sentence without a trace", () => {
    const answer = "It is so. It was so.\n\nThe largest northern harbour exports timber and grain.";
    expect(made("sentence-dropped", answer)).toBe("It is so. It was so.");
  });
});

describe("off-topic-swap", () => {
  it("keeps all sentences but one and takes that one from the donor", () => {
    const result = made("off-topic-swap", PROSE);
    const donated = DONOR.response.split(/(?<=\.)\s/u).filter((sentence) => result.includes(sentence));
    expect(donated).toHaveLength(1);
    const kept = PROSE.split(/(?<=\.)\s/u).filter((sentence) => result.includes(sentence));
    expect(kept).toHaveLength(3);
  });
});

describe("truncated-ending", () => {
  it("gives a proper beginning that ends in the middle of a sentence", () => {
    for (let seed = 0; seed < 50; seed++) {
      const result = made("truncated-ending", PROSE, `cut ${seed}`);
      expect(PROSE.startsWith(result)).toBe(true);
      expect(result).toMatch(/[\p{L}\d]$/u);
      expect(countTokens(result)).toBeGreaterThan(countTokens(PROSE) / 3);
      expect(PROSE.slice(result.length)).toMatch(/^ [\p{L}\d]+ .*\.$/u);
    }
  });
});

describe("formatting", () => {
  it("plain-to-markdown keeps every word and sets a heading, bullets and bold", () => {
    const result = made("plain-to-markdown", PROSE);
    expect(countMarks(result)).toMatchObject({ headings: 1, listItems: 4, bold: 4 });
    const words = (text: string) => text.replace(/[*#-]/gu, "").split(/\s+/u).filter(Boolean).join(" ");
    expect(words(result).endsWith(words(PROSE))).toBe(true);
  });
  it("markdown-to-plain undoes it but for the heading", () => {
    const plain = made("markdown-to-plain", made("plain-to-markdown", PROSE));
    expect(plain.split("\n").slice(2).join(" ")).toBe(PROSE);
    expect(Object.values(countMarks(plain)).every((count) => count === 0)).toBe(true);
  });
  it("whitespace-jitter changes nothing but white space", () => {
    for (let seed = 0; seed < 20; seed++)
      expect(
        made("whitespace-jitter", `${PROSE}\n\n${PROSE}`, `jitter ${seed}`).split(/\s+/u).filter(Boolean),
      ).toEqual(`${PROSE} ${PROSE}`.split(" "));
  });
});
