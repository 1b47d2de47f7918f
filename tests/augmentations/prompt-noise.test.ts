import { describe, expect, it } from "vitest";
import { takenAt } from "../../src/text/dose-share.js";
import { readLexicon } from "../../src/text/lexicon.js";
import { rotate } from "../../src/text/rotated-question.js";
import { becomes, promptNamed } from "./prompt-operators.js";

const QUESTION =
  "Could anyone describe how honey bees travel between their hives and distant meadows during colder summers?";

function changedWords(name: string, dose: number): [string, string][] {
  const made = becomes(name, QUESTION, { dose });
  if (typeof made === "string") throw new Error(made);
  const after = made.question.split(" ");
  return QUESTION.split(" ").flatMap((word, at): [string, string][] =>
    word === after[at] ? [] : [[word, after[at]!]],
  );
}

const sorted = (word: string) => [...word].sort().join("");

describe.each([
  ["prompt-characters-swapped", (a: string, b: string) => sorted(a) === sorted(b) && a[0] === b[0]],
  ["prompt-characters-deleted", (a: string, b: string) => b.length === a.length - 1],
  ["prompt-characters-inserted", (a: string, b: string) => b.length === a.length + 1],
  ["prompt-characters-substituted", (a: string, b: string) => differing(a, b).length === 1],
  [
    "prompt-keyboard-typos",
    (a: string, b: string) => differing(a, b).every(([x, y]) => readLexicon("qwerty").data[x]!.includes(y)),
  ],
  [
    "prompt-homoglyphs",
    (a: string, b: string) =>
      differing(a, b).every(([x, y]) => readLexicon("homoglyphs").data[x]!.includes(y)),
  ],
] as const)("%s", (name, isSo) => {
  it("misspells the share of long words that the dose says, each in one place; doses nest", () => {
    // 14 words of four letters or more: 1.4 and 4.2 of them.
    expect(QUESTION.match(/\p{L}{4,}/gu)).toHaveLength(14);
    const [weak, strong] = [changedWords(name, 0.1), changedWords(name, 0.3)];
    expect(weak).toHaveLength(1);
    expect(strong).toHaveLength(4);
    expect(strong).toEqual(expect.arrayContaining(weak));
    for (const [before, after] of strong) expect(isSo(before, after), `${before} ${after}`).toBe(true);
  });

  it("skips where a stronger dose would do no more than a weaker one", () => {
    expect(becomes(name, "What does cholesterol do?", { dose: 0.3 })).toBe("too-few-words");
    expect(typeof becomes(name, "What does cholesterol do?", { dose: 0.1 })).toBe("object");
  });
});

function differing(a: string, b: string): [string, string][] {
  const [left, right] = [[...a], [...b]];
  expect(right).toHaveLength(left.length);
  return left.flatMap((letter, at): [string, string][] =>
    letter === right[at] ? [] : [[letter, right[at]!]],
  );
}

it("takenAt counts at least one, and nothing twice", () => {
  expect(takenAt(0.1, [0.1, 0.3], 0)).toBeUndefined();
  expect(takenAt(0.1, [0.1, 0.3], 3)).toBe(1);
  expect(takenAt(0.3, [0.1, 0.3], 3)).toBeUndefined();
  expect(takenAt(0.3, [0.1, 0.3], 10)).toBe(3);
});

describe("ciphers", () => {
  it.each([
    [13, "Hello, World 42!", "Uryyb, Jbeyq 42!"],
    [2, "xyz XYZ", "zab ZAB"],
  ])("ROT%i", (by, plain, cipher) => {
    expect(rotate(plain, by)).toBe(cipher);
    expect(rotate(cipher, 26 - by)).toBe(plain);
  });

  it.each([
    ["prompt-rot13", 13],
    ["prompt-rot2", 2],
  ])("%s holds the question and says its cipher", (name, by) => {
    const made = becomes(name, QUESTION);
    if (typeof made === "string") throw new Error(made);
    const [line = "", body = ""] = made.question.split("\n\n");
    expect(line).toContain(`ROT${by}`);
    expect(rotate(body, 26 - by)).toBe(QUESTION);
  });
});

describe.each([
  "prompt-tautology",
  "prompt-unbound-persona",
  "prompt-asker-introduced",
  "prompt-ignore-above",
  "prompt-rot13",
])("%s adds words that vary", (name) => {
  const added = Array.from({ length: 300 }, (_, index) => {
    const made = becomes(name, "Why do bees hum?", {
      key: `vary ${index}`,
      ...(promptNamed(name).doses ? { dose: 1 } : {}),
    });
    if (typeof made === "string") throw new Error(made);
    return made.question
      .split("\n\n")
      .filter((part) => !/Why do bees hum|Volcanoes|^Jul/u.test(part))
      .join(" ");
  });
  it("200 of 300 differ, and two share less than half of their words", () => {
    expect(new Set(added).size).toBeGreaterThanOrEqual(200);
    const bags = added.slice(0, 120).map((text) => new Set(text.toLowerCase().match(/[a-z']+/gu)));
    const shares = bags.flatMap((one, at) =>
      bags.slice(at + 1).map((other) => {
        const shared = [...one].filter((word) => other.has(word)).length;
        return shared / (one.size + other.size - shared);
      }),
    );
    expect(shares.sort((a, b) => a - b)[shares.length >> 1]).toBeLessThan(0.5);
    for (const text of added)
      expect(text).not.toMatch(/[{}#]|NATION|CIPHER|\b(?:a [aeio]|an (?!Uk)[^aeiou8AEIO])/u);
  });
});
