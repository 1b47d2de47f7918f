import { describe, expect, it } from "vitest";
import markdown from "../../src/reports/markdown.js";
import { BAD, BETTER, EMPTY } from "./views.js";

const show = (...views: Parameters<typeof markdown.render>[0]) =>
  markdown.render(views, { color: true, width: 80 });

/** Cells of each table row; a pipe that is text is escaped. */
const rowsOf = (text: string) =>
  text
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) => line.split(/(?<!\\)\|/).slice(1, -1));

describe("the Markdown report", () => {
  const text = show(BAD, BETTER);

  it("has the verdict in its title and the tally under it", () => {
    expect(text).toMatch(/^## tare: FAIL · tare-mini-bt \(bert, q4, cpu\)\n/);
    expect(text).toContain("**1 claim failed, 3 inconclusive, 1 passed; 1 warning failed**");
  });

  it("has whole tables: every row as many cells as its head", () => {
    const tables = text.split("\n\n").filter((block) => block.startsWith("|"));
    // Claims, operators, skips and labels read of two models, and the comparison.
    expect(tables).toHaveLength(9);
    for (const table of tables) expect(new Set(rowsOf(table).map((row) => row.length)).size).toBe(1);
  });

  it("shows claims, operators, skips and the comparison", () => {
    expect(text).toContain("| factuality | right way | FAIL | 15 % \\[11, 19\\], proved below 75 %");
    expect(text).toContain("| length | length-padding\\@2 | not ↑ | 297 | 3 | +0.34 \\[+0.25, +0.43\\] |");
    expect(text).toContain("| formatting | markdown-to-plain | same | 0 | 300 | — | no pair |");
    expect(text).toContain("| number-changed | 179 | no-number 164, code-touched 15 |");
    expect(text).toContain("| claim | tare-mini-bt | tare-mini-crome |");
    expect(text).toContain("| verdict | FAIL | inconclusive |");
  });

  it("prints no hole, and no colour", () => {
    expect(show(BAD, EMPTY)).not.toMatch(/undefined|NaN|\bnull\b|\u001b/);
  });

  it("lets no name become markup, mention or a cell more", () => {
    const sly = { ...BAD, scorer: { ...BAD.scorer, name: "<img src=x> | @team\n# hi" } };
    const said = show(sly, BETTER);
    expect(said).not.toContain("<img");
    expect(said).toContain("&lt;img src=x> \\| \\@team \\# hi");
    expect(
      rowsOf(said)
        .filter((row) => row[0] === " claim ")
        .map((row) => row.length),
    ).toEqual([3]);
  });
});
