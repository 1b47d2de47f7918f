import { expect, it } from "vitest";
import { alternation } from "../../src/text/alternation.js";
import { unfencedCode } from "../../src/text/code/unfenced.js";
import { memory } from "../../src/text/memory.js";
import { untouchable } from "../../src/text/protected-spans.js";
import { remember } from "../../src/text/remember.js";
import { urlSpans } from "../../src/text/urls.js";

it("makes a result once, also one that is undefined", () => {
  const asked: string[] = [];
  const found = remember((text) => {
    asked.push(text);
    return text === "b" ? undefined : text.length;
  });
  for (const text of ["a", "b", "a", "b", "b"]) found(text);
  expect(asked).toEqual(["a", "b"]);
});

it("lets go of the text that was asked for the longest ago", () => {
  const kept = memory<number>(2);
  kept.set("a", 1);
  kept.set("b", 2);
  expect(kept.get("a")).toBe(1);
  kept.set("c", 3);
  expect([kept.has("a"), kept.has("b"), kept.has("c")]).toEqual([true, false, true]);
});

it("keeps few long texts", () => {
  const kept = memory<number>();
  for (let index = 0; index < 40; index++) kept.set(`${index}${"x".repeat(100_000)}`, index);
  expect(kept.has(`30${"x".repeat(100_000)}`)).toBe(false);
  expect(kept.has(`39${"x".repeat(100_000)}`)).toBe(true);
});

it("finds the longest phrase, as an alternation of all of them sorted by length does", () => {
  const phrases = ["in", "in the", "in the end", "end", "a.b", "the end of", "i"];
  const plain = [...phrases].sort((a, b) => b.length - a.length);
  const source = plain.map((phrase) => phrase.replace(".", "\\.").replaceAll(" ", "\\s")).join("|");
  const text = "In the\nend of it, in theory: a.b axb, the end of in the endings i";
  for (const edge of ["", "\\b"]) {
    const all = (body: string) => text.match(new RegExp(`${edge}${body}${edge}`, "giu"));
    expect(all(alternation(phrases))).toEqual(all(`(?:${source})`));
  }
  const spaced = new RegExp(alternation(["the end", "in the"], " "), "giu");
  expect(text.match(spaced)).toEqual(["In the", "in the", "the end", "in the"]);
});

it("reads long runs of one character once", () => {
  const began = performance.now();
  for (const run of [" ", "a", "\n", " \n", "a-", "1.", "(", "@"])
    for (const text of [run.repeat(100_000), `x${run.repeat(100_000)}@`]) {
      urlSpans(text);
      unfencedCode(text);
    }
  untouchable("a".repeat(100_000));
  // Where one of them is looked through from every place this takes a minute.
  expect(performance.now() - began).toBeLessThan(10_000);
}, 60_000);
