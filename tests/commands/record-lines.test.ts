import { describe, expect, it } from "vitest";
import { recordLines } from "../../src/commands/answer/record-lines.js";
import { textWidth } from "../../src/reports/layout/text-width.js";

describe("rows that a terminal has no room for beside each other", () => {
  it("stand below each other, long cells cut to three lines", () => {
    const rows = [
      ["short", 0.123456789, null],
      ["one two three four five six seven eight nine ten eleven", 2, "x\u001b[2J"],
    ];
    expect(recordLines(["text", "z", "pair"], rows, 24).split("\n")).toEqual([
      "── 1 of 2 ──────────────",
      "text  short",
      "z     0.123457",
      "pair  —",
      "── 2 of 2 ──────────────",
      "text  one two three four",
      "      five six seven",
      "      eight nine ten …",
      "z     2",
      "pair  x\\x1b[2J",
    ]);
  });

  it.each([60, 100])("fit into %d columns, whatever they hold", (width) => {
    const text = recordLines(["a", "列".repeat(60)], [["日本".repeat(300), "x".repeat(900)]], width);
    for (const line of text.split("\n")) expect(textWidth(line), line).toBeLessThanOrEqual(width);
  });
});
