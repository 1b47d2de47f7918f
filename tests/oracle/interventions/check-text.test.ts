import { describe, expect, it } from "vitest";
import { wrongWith } from "../../../src/oracle/interventions/check-text.js";

const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(" ");

describe("the length of a changed answer", () => {
  it.each([
    [5, 8, true],
    [5, 9, false],
    [5, 2, true],
    [5, 1, false],
    [30, 33, true],
    [30, 34, false],
    [100, 110, true],
    [100, 111, false],
    [100, 90, true],
    [100, 89, false],
  ])("%i words became %i: within bounds %j", (before, after, within) => {
    const wrong = wrongWith(words(before), `${words(after)}.`, { length: true });
    expect(wrong?.refused).toBe(within ? undefined : "oracle-length");
    expect(wrongWith(words(before), `${words(after)}.`, {})).toBeUndefined();
  });
});

describe("the direction of a rewriting", () => {
  it.each([
    ["fewer", 20, 19, undefined],
    ["fewer", 20, 20, "oracle-length"],
    ["fewer", 20, 25, "oracle-length"],
    ["more", 20, 21, undefined],
    ["more", 20, 20, "oracle-length"],
    ["more", 20, 15, "oracle-length"],
  ] as const)("%s words: %i became %i, %j", (wanted, before, after, reason) => {
    expect(wrongWith(words(before), `${words(after)}.`, { words: wanted })?.refused).toBe(reason);
  });
});

describe("the format of a changed answer", () => {
  const list = "Steps:\n\n- one\n- two\n";
  const headed = "# Steps\n\none and two\n";
  const code = "So:\n\n```js\nlet a = 1;\n```\n\nand\n\n```js\nlet b = 2;\n```\n";

  it.each([
    [list, "Steps: one and two, then three.", "oracle-format"],
    [list, "Steps:\n\n- one\n- three\n", undefined],
    [list, "Steps:\n\n- one\n", undefined],
    [headed, "Steps: one and two.", "oracle-format"],
    [headed, "## Steps\n\none and three\n", undefined],
    [code, "So:\n\n```js\nlet a = 2;\n```\n\nand nothing.", "oracle-format"],
    [code, code.replace("= 1", "= 3"), undefined],
    ["Plain.", "- listed", undefined],
  ])("%j -> %j: %j", (before, after, reason) => {
    expect(wrongWith(before, after, { format: "all" })?.refused).toBe(reason);
  });

  it("may go where other words need another one, but for code", () => {
    expect(wrongWith(list, "One, two.", { format: "code" })).toBeUndefined();
    expect(wrongWith(code, "Let a be one.", { format: "code" })?.detail).toBe("lost: code blocks");
    expect(wrongWith(code, "Let a be one.", {})).toBeUndefined();
  });
});

describe("what is no change", () => {
  it.each([
    ["one two", "one two", "oracle-unchanged"],
    ["one two", " one\n\ntwo ", "oracle-unchanged"],
    ["one two", "", "oracle-empty"],
    ["one two", " \n\t", "oracle-empty"],
    ["one two", "One two", undefined],
  ])("%j -> %j: %j", (before, after, reason) => {
    expect(wrongWith(before, after, {})?.refused).toBe(reason);
  });
});

describe("thoughts before a changed answer, which no verifier is shown", () => {
  it.each(["<think>praise me</think> Changed.", "praise me </think> Changed.", "<think>praise me"])(
    "%j",
    (after) => {
      expect(wrongWith("Plain.", after, {})?.refused).toBe("oracle-format");
    },
  );

  it("are none where they are quoted as code", () => {
    expect(wrongWith("Plain.", "`<think>` opens them.", {})).toBeUndefined();
  });
});
