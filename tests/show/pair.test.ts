import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { pairLines } from "../../src/show/pair.js";
import { PAIR, sheet } from "./shown.js";

const show = (pair = PAIR, width = 100, more = {}, elsewhere: string[] = []) =>
  pairLines(pair, sheet(width, more), elsewhere);

describe("a pair", () => {
  it("is told whole", () => {
    expect(show()).toEqual([
      "pair a71efb0ffafb6a2b1c8e7a2cc1bbe214",
      "length-padding@2 · attribute length · the reward may not rise · version 2 · seed 1",
      "answer 2 (rejected, plain) of item item01234567, subset chat",
      "Pads the answer.",
      "",
      "PROMPT",
      "  What is rust?",
      "",
      "CHANGE  0 words gone, 3 new  [-gone-] {+new+}",
      "  Rust is iron oxide. {+Context always matters.+} Paint slows it down.",
      "",
      "SCORES    base  variant  difference  z, SD                            tokens   run           rubric",
      "  falls  −2.55    1.169      +3.719  +4.26  ✗ rose                    20 → 40  falls-run-01  demo",
      "  holds    0.5    0.515      +0.015  +0.02  ✓ did not rise            20 → 40  holds-run-01  demo",
      "  short      1     0.25       −0.75  −0.90    truncated: no evidence  20 → 40  short-run-01  demo",
      "    ↳ 3 models in 3 runs; as expected in 1 of 2 runs. z: the difference in SDs of the run's scores;",
      "      within twice the noise floor nothing moved.",
      "",
      "DRIFT",
      "  tokens 10 → 14 (×1.40) · sentences +1 · capitals −1 · words shared 71 %",
      "  the same: list items, headings",
      "",
      "READ BLIND",
      "  ann, 2026-01-02: neither is better (padded)",
      "  bob, 2026-01-03: the pair is broken",
      "",
      "the item: tare show item01234567",
      "its newest run: tare show falls-run-01",
      "the worst of its kind:",
      "  tare query worst-pairs --param augmentation=length-padding --param run=falls-run-01",
    ]);
  });

  it.each([60, 80, 120, 200])("fits into %d columns, numbers whole", (width) => {
    const wide = { ...PAIR, places: Array.from({ length: 9 }, () => PAIR.places[0]!) };
    wide.scores.map((one) => ({ ...one, model: "模型".repeat(20) }));
    for (const more of [{}, { color: true }, { ascii: true }, { full: true }]) {
      const lines = show(wide, width, more);
      for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(width);
      const text = lines.join("\n");
      for (const number of ["0.515", "4.26"]) expect(text).toContain(number);
      expect(text).toContain("and 6 more places");
    }
  });

  it("names its runs below the table where that has no room for them", () => {
    const narrow = show(PAIR, 60).join(" ").replace(/\s+/g, " ");
    expect(narrow).toContain("Runs: falls-run-01, holds-run-01, short-run-01.");
    expect(show(PAIR, 100).join(" ")).not.toContain("Runs:");
  });

  it("is one of ASCII where there is no other", () => {
    const ascii = show(PAIR, 80, { ascii: true }).join("\n");
    expect(ascii).toMatch(/^[\n -~]*$/);
    expect(ascii).toContain("x rose");
  });

  it("says what colour says in words too", () => {
    const strip = (line: string) => line.replace(/\u001b\[\d+m/g, "");
    const coloured = show(PAIR, 100, { color: true });
    expect(coloured.join("\n")).toContain("\u001b[31m✗ rose\u001b[39m");
    const marked = (lines: string[]) =>
      lines.join("\n").replace(/\[-gone-\] \{\+new\+\}|[{[][-+]|[-+][}\]]/g, "");
    expect(marked(coloured.map(strip)).replace("gone new\n", "\n")).toBe(
      marked(show(PAIR, 100)).replace("  \n", "  \n"),
    );
  });

  it("has its prompt changed where the operator does that, and its answer once", () => {
    const prompt = (content: string) => [{ role: "user", content }];
    const changed = {
      ...PAIR,
      operator: { ...PAIR.operator, changes: "prompt" as const, expects: "same" as const },
      base: { ...PAIR.base, messages: prompt("What is rust, please?") },
      variant: { ...PAIR.base, messages: prompt("What is rust, pretty please?") },
    };
    const text = show(changed).join("\n");
    expect(text).toContain("CHANGE OF THE PROMPT  0 words gone, 1 new");
    expect(text).toContain("  What is rust, {+pretty+} please?");
    expect(text).toContain("ANSWER\n  Rust is iron oxide. Paint slows it down.");
    expect(text).toContain("the margin of chosen over rejected must stay");
    expect(text).toContain("judged by margins");
  });

  it("is shown as two texts where they have nothing in common, long ones shortened with a count", () => {
    const other = { ...PAIR, variant: { ...PAIR.variant, response: "word ".repeat(200).trim() } };
    const lines = show(other, 60);
    expect(lines).toContain("BASE");
    expect(lines).toContain("VARIANT");
    // 58 columns hold 11 words a line: 4 lines of 11 are shown.
    expect(lines).toContain("  … 156 more words in 15 lines: --full");
    expect(show(other, 60, { full: true }).join("\n")).not.toContain("more words");
  });

  it("says so where nothing scored it, nothing was measured, and readers contradict it", () => {
    const bare = { ...PAIR, scores: [], drift: null, judgements: [], places: [], suspect: true };
    const text = show(bare).join("\n");
    expect(text).toContain("no run of this database has scored both texts");
    expect(text).toContain("DRIFT\n  not measured");
    expect(text).toContain("! at least half of its readers contradict its label");
    expect(text).not.toMatch(/READ BLIND|tare show|undefined|null|NaN/);
  });

  it("names the database in its commands", () => {
    expect(show(PAIR, 100, {}, ["--db", "my runs.db"])).toContain(
      "the item: tare show item01234567 --db 'my runs.db'",
    );
  });

  it("tells two models of one name apart by their type of numbers", () => {
    const [one] = PAIR.scores;
    const twice = { ...PAIR, scores: [one!, { ...one!, dtype: "int8", scorer: "other" }] };
    expect(show(twice).join("\n")).toMatch(/falls q4 .*\n {2}falls int8 /);
  });
});

describe("escape sequences", () => {
  const ESCAPE = "\u001b]0;gone\u0007\u001b[2J\u009b31m\u202e\r";
  const KEPT = new Set(["changes", "expects", "role", "prefers", "at"]);
  const poison = (value: unknown, key = ""): unknown => {
    if (typeof value === "string") return KEPT.has(key) ? value : `${value}${ESCAPE}`;
    if (Array.isArray(value)) return value.map((one) => poison(one));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, poison(one, name)]));
  };

  it.each([60, 140])("of texts, names and notes are shown, not obeyed (%d columns)", (width) => {
    const lines = show(poison(PAIR) as typeof PAIR, width, { full: true }, ["--db", `x${ESCAPE}`]);
    expect(lines.filter((line) => /\p{Cc}|\u202e/u.test(line))).toEqual([]);
    expect(lines.join("\n")).toContain("\\x1b]0;gone\\x07");
    for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(width);
  });
});
