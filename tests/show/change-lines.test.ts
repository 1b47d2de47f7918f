import { describe, expect, it } from "vitest";
import { changeLines } from "../../src/show/change-lines.js";
import { sheet } from "./shown.js";

const change = (before: string, after: string, more = {}) => changeLines(before, after, sheet(80, more));
const words = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `w${from + at}`).join(" ");

describe("what changed, word by word", () => {
  it("is marked, and counted", () => {
    expect(change("The mean is 80 now.", "The mean is 90 or more now.")).toEqual({
      lines: ["  The mean is [-80-]{+90 or more+} now."],
      words: { gone: 1, fresh: 3 },
    });
  });

  it("is coloured where there is colour, not by colour alone", () => {
    expect(change("a b c d e f", "a b x d e f", { color: true })?.lines).toEqual([
      "  a b \u001b[31m\u001b[9mc\u001b[29m\u001b[39m\u001b[32m\u001b[4mx\u001b[24m\u001b[39m d e f",
    ]);
  });

  it("is drawn where it is white space, and only what came or went of it", () => {
    expect(change("one two three", "one  two three")?.lines).toEqual(["  one {+·+}two three"]);
    expect(change("one  two three", "one two three")?.lines).toEqual(["  one [-·-]two three"]);
    expect(change("one two three", "one two three\n")?.lines).toEqual(["  one two three{+⏎", "  +}"]);
    expect(change("one two\nthree", "one two three")?.lines).toEqual(["  one two[-⏎-]{+·+}three"]);
    expect(change("one\ttwo three", "one two three", { ascii: true })?.lines).toEqual([
      "  one[->-]{+|+}two three",
    ]);
  });

  it("leaves out what is far from it, with a count; the whole with a full sheet", () => {
    const [before, after] = [`${words(1, 100)} old`, `${words(1, 100)} new`];
    expect(change(before, after)?.lines.join("\n")).toBe(
      `  … 80 words unchanged … ${words(81, 94)}\n  ${words(95, 100)} [-old-]{+new+}`,
    );
    expect(change(before, after, { full: true })?.lines.join(" ")).not.toContain("unchanged");
    const around = change(`old ${words(1, 100)} old`, `new ${words(1, 100)} new`)!.lines.join(" ");
    expect(around.replace(/\s+/g, " ").trim()).toBe(
      `[-old-]{+new+} ${words(1, 20)} … 60 words unchanged … ${words(81, 100)} [-old-]{+new+}`,
    );
  });

  it("is not told of two texts with nothing in common", () => {
    expect(change("one two three four", "alpha beta gamma delta epsilon")).toBeUndefined();
  });

  it("never steers the terminal", () => {
    const ESCAPE = "\u001b[2J\u009b1m\u0007\u202e";
    const { lines } = change(`a b c ${ESCAPE} d\r\ne`, `a b c ${ESCAPE}${ESCAPE} d\r\ne`)!;
    expect(lines.join("")).not.toMatch(/\p{Cc}|\u202e/u);
    expect(lines.join("")).toContain("\\x1b[2J\\x9b1m\\x07\\u202e");
  });
});
