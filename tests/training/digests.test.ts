import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { answerDigest, digestsOfPair, pairDigest, promptDigest } from "../../src/training/digests.js";
import { normalText } from "../../src/training/normal.js";

const asked = (...said: string[]) => said.map((content) => ({ role: "user", content }));
const LONG =
  "The bridge was opened in 1790 by two brothers, and it is still used every day by many visitors.";

describe("the normal form", () => {
  it.each([
    ["white space", "a \n\t b ", "a b"],
    ["case", "Straße ÅNGSTRÖM", "straße ångström"],
    ["compatibility forms", "ﬁve ｆｕｌｌ ① ２", "five full 1 2"],
    ["composed accents", "cafe\u0301", "caf\u00e9"],
    ["no-break spaces", "a\u00a0\u3000b", "a b"],
  ])("levels %s", (_, text, normal) => expect(normalText(text)).toBe(normal));
});

describe("digests", () => {
  it("are what anybody can compute: SHA-256 of a JSON list, its first 128 bits in hex", () => {
    const sha = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 32);
    expect(promptDigest(asked("Who  are YOU?"))).toBe(sha('["prompt","who are you?"]'));
    expect(answerDigest(LONG)).toBe(sha(JSON.stringify(["answer", LONG.toLowerCase()])));
  });

  it("of a prompt know the turns, not the roles' names or the system prompt", () => {
    const plain = promptDigest(asked("Hello.", "Who are you?"));
    const dressed = [
      { role: "system", content: "Be kind." },
      { role: "human", content: "hello." },
      { role: "assistant", content: "WHO are you?" },
    ];
    expect(promptDigest(dressed)).toBe(plain);
    expect(promptDigest(asked("Who are you?", "Hello."))).not.toBe(plain);
    expect(promptDigest(asked("Hello. Who are you?"))).not.toBe(plain);
    const alone = promptDigest([{ role: "system", content: "Be kind." }]);
    expect(alone).not.toBe(promptDigest([{ role: "system", content: "Be rude." }]));
  });

  it("of a short answer do not exist", () => {
    const words = Array.from({ length: 15 }, (_, index) => `word${index}`).join(" ");
    expect(answerDigest(words)).toBeUndefined();
    expect(answerDigest(`${words} more`)).toMatch(/^[0-9a-f]{32}$/u);
  });

  it("of a pair do not hang on its order, and tell an answer under one prompt from it under another", () => {
    const [a, b] = [LONG, `${LONG} Well.`].map((response) => ({ messages: asked("When?"), response }));
    expect(pairDigest(a!, b!)).toBe(pairDigest(b!, a!));
    expect(pairDigest(a!, a!)).not.toBe(pairDigest(a!, b!));
    expect(pairDigest(a!, { ...a!, messages: asked("Where?") })).not.toBe(pairDigest(a!, a!));
    expect(digestsOfPair(a!, b!).map(([kind]) => kind)).toEqual(["prompt", "answer", "answer", "pair"]);
    expect(digestsOfPair(a!, a!).map(([kind]) => kind)).toEqual(["prompt", "answer", "pair"]);
  });
});
