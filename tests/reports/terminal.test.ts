import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { RunView } from "../../src/contract.js";
import terminal from "../../src/reports/terminal.js";
import { BAD, BETTER, EMPTY } from "./views.js";

const show = (views: readonly RunView[], width = 80, color = false) =>
  terminal.render(views, { color, width });
const lineWith = (text: string, part: string) => {
  const found = text.split("\n").filter((line) => line.includes(part));
  if (found.length === 0) throw new Error(`no line holds ${part}`);
  return found[0]!;
};

describe.each([60, 80, 100, 140, 200])("at %d columns", (width) => {
  it.each([
    ["one model", [BAD]],
    ["two models", [BAD, BETTER]],
    ["seven models", [BAD, BETTER, BAD, BETTER, BAD, BETTER, BAD]],
    ["nothing", [EMPTY]],
    ["long names", [longNames()]],
  ])("%s: no line is longer, none holds a hole", (_name, views) => {
    const text = show(views, width);
    for (const line of text.split("\n")) expect(stringWidth(line), line).toBeLessThanOrEqual(width);
    expect(text).not.toMatch(/undefined|NaN|\bnull\b|Infinity|\[object/);
  });

  it("keeps columns in line: brackets, and the digits of n", () => {
    const text = show([BAD], width);
    const rows = ["length-padding@2 ", "length-padding@4 ", "plain-to-markdown  same"].map((row) =>
      lineWith(text, row),
    );
    const at = (pattern: RegExp) => new Set(rows.map((row) => row.search(pattern)));
    expect(at(/\[/).size).toBe(1);
    const ends = rows
      .map((row) => /(?:not ↑|same) +\d+/.exec(row)!)
      .map((found) => found.index + found[0].length);
    expect(new Set(ends).size).toBe(1);
  });
});

/** Everything a user names, at a length no table holds. */
function longNames(): RunView {
  const long =
    "a-name-that-nobody-should-ever-give-but-somebody-will-since-it-is-allowed-to-be-as-long-as-this";
  return {
    ...BAD,
    database: `/somewhere/${long}/${long}.db`,
    scorer: { ...BAD.scorer, name: long },
    coverage: BAD.coverage.map((row) => ({
      ...row,
      augmentation: long,
      skipped: { [long]: 3, [`${long}-2`]: 1 },
    })),
    verdicts: BAD.verdicts.map((one) => ({ ...one, because: `${long} ${one.because}` })),
  };
}

describe("one model", () => {
  const text = show([BAD], 100);

  it("says what was weighed", () => {
    expect(text).toMatch(/^tare · tare-mini-bt \(bert, q4, cpu\)\n/);
    expect(text).toContain("rubric demo · demo/data/preferences.jsonl · 150 items on 150 prompts");
    expect(text).toContain("1,204 texts scored, 3 truncated");
  });

  it.each([
    ["factuality ─", /─ FAIL$/],
    ["relevance ─", /─ inconclusive$/],
    ["formatting ─", /─ FAIL \(warns only\)$/],
    ["ranking ─", /─ inconclusive$/],
  ])("shows the verdict of %s", (attribute, verdict) => {
    expect(lineWith(text, attribute)).toMatch(verdict);
  });

  it("shows for each operator what was expected, how often it applied, and what was seen", () => {
    expect(lineWith(text, "  number-changed")).toMatch(
      /^ {2}number-changed +lower +121 +179 +−0\.09 \[−0\.16, −0\.02\] +34 % \[27, 42\]$/,
    );
    expect(lineWith(text, "  length-padding@2 ")).toMatch(
      /^ {2}length-padding@2 +not ↑ +297 +3 +\+0\.34 \[\+0\.25, \+0\.43\] +0\.62 +\+11 % +— +36 %/,
    );
  });

  it("shows no number where there is none, and why", () => {
    const lines = text.split("\n");
    const plain = lines.findIndex((line) => line.startsWith("  markdown-to-plain"));
    expect(lines[plain]).toMatch(/same +0 +300 +—/);
    expect(lines[plain + 1]).toBe("    ↳ no pair");
    const relevance = lines.findIndex((line) => line.startsWith("  relevance"));
    expect(lines[relevance]).toMatch(/\+0\.12 +50 %$/);
    expect(lines[relevance + 1]).toBe("    ↳ under 6 prompts");
  });

  it("gives each claim its mark and the number that decided", () => {
    expect(text).toContain("  ✗ right way  15 % [11, 19], proved below 75 % (p < 0.001 after Holm over 5)\n");
    expect(text).toContain("  ✓ tail  40 % [35, 45], proved at most 50 %\n");
    expect(text).toContain("  ✗ bias  warns only: +3.08");
    expect(text).toContain("  ? accuracy  58 % [51, 65], not proved at least 60 %");
    expect(text).toContain("(n 300)");
  });

  it("counts what did not apply by reason, doses that were skipped alike together", () => {
    expect(text).toMatch(/^ {2}number-changed +179 {2}████▊░░░ {2}no-number 164, code-touched 15$/m);
    expect(text).toMatch(/^ {2}length-padding@2\/4 +3 {2}▏░░░░░░░ {2}too-long 3 at each dose$/m);
  });

  it("ends with the gate, its ground and where to go on", () => {
    expect(text).toMatch(/^verdict {2}FAIL {2}1 claim failed, 3 inconclusive, 1 passed; 1 warning failed$/m);
    expect(text).toContain("scale 0.91 (within-prompt SD) · noise floor 0.00042\n");
    expect(text).toContain(
      "look 7 at this rubric and data: adding prompts until it passes inflates false passes\n",
    );
    expect(text).toContain("run 7f3a91c2d4e5 of 2026-01-02 03:04 in tare.db\n");
    expect(text).toContain("tare report --run 7f3a91c2d4e5\n");
    expect(text).toContain(
      "tare query worst-pairs --param augmentation=claim-negated --param run=7f3a91c2d4e5\n",
    );
    expect(text).toContain("one-sided 95 % bounds");
  });

  it("names the database where it is not the usual one", () => {
    const elsewhere = show([{ ...BAD, database: "out/weighed.db" }], 100);
    expect(elsewhere).toContain("tare report --run 7f3a91c2d4e5 --db out/weighed.db");
  });

  it("shows an operator that no claim speaks of", () => {
    const unclaimed = show([{ ...BAD, verdicts: [], verdict: "inconclusive" }]);
    expect(lineWith(unclaimed, "factuality ─")).toMatch(/─ not judged$/);
    expect(unclaimed).toContain("verdict  inconclusive  nothing was claimed");
  });

  it("shows what the rule expects where that is not what the operator declares", () => {
    const laxer = BAD.verdicts.map((one) =>
      one.claim.attribute === "formatting"
        ? { ...one, claim: { ...one.claim, comparison: "at-most" as const } }
        : one,
    );
    expect(lineWith(show([{ ...BAD, verdicts: laxer }]), "  plain-to-markdown  ")).toMatch(/not ↑ +188/);
    expect(lineWith(show([BAD]), "  plain-to-markdown  ")).toMatch(/same +188/);
  });

  it("gives more figures where there is room", () => {
    expect(lineWith(show([BAD], 80), "MUST NOT MOVE")).not.toContain("flips");
    expect(lineWith(show([BAD], 132), "MUST NOT MOVE")).toMatch(/spread +attack +flips +tail +flips, gross$/);
  });
});

describe("a run that has nothing", () => {
  it("says so instead of inventing", () => {
    const text = show([EMPTY]);
    expect(text).toContain("no scale: there is no overall SD of the scores");
    expect(text).toContain("noise floor not measured");
    expect(text).toContain("verdict  inconclusive  nothing was claimed");
  });
});

describe("several models", () => {
  const text = show([BAD, BETTER], 100);
  const summary = text.slice(text.indexOf("SIDE BY SIDE"));

  it("sets claims against models", () => {
    expect(summary).toMatch(/^SIDE BY SIDE +tare-mini-bt +tare-mini-crome$/m);
    expect(summary).toMatch(/^ {2}length: bias +\+0\.17 inconclusive +−0\.68 pass$/m);
    expect(summary).toMatch(/^ {2}formatting: bias +\+3\.08 FAIL \(warn\) +\+0\.01 pass \(warn\)$/m);
    expect(summary).toMatch(/^ {2}verdict +FAIL +inconclusive$/m);
  });

  it("is left out for one model", () => {
    expect(show([BAD])).not.toContain("SIDE BY SIDE");
  });

  it("tells models of one name apart", () => {
    const int8 = { ...BAD, run: "ffff0000aaaa", scorer: { ...BAD.scorer, dtype: "int8" } };
    expect(show([BAD, int8], 100)).toMatch(/SIDE BY SIDE +tare-mini-bt q4 +tare-mini-bt int8/);
    expect(show([BAD, { ...BAD, run: "ffff0000aaaa" }], 100)).toMatch(
      /7f3a91c2 tare-mini-bt q4 +ffff0000 tare-mini-bt q4/,
    );
  });

  it("marks a claim that one of them does not make", () => {
    const fewer = { ...BETTER, verdicts: BETTER.verdicts.slice(1) };
    const lines = show([BAD, fewer], 100);
    expect(lines).toMatch(/^ {2}factuality: right way +15 % FAIL +not claimed$/m);
  });
});

describe("colour", () => {
  const strip = (text: string) => text.replace(/\u001b\[\d+m/g, "");

  it("is all that it adds", () => {
    const coloured = show([BAD, BETTER], 100, true);
    expect(coloured).toContain("\u001b[31mFAIL\u001b[39m");
    expect(strip(coloured)).toBe(show([BAD, BETTER], 100));
  });

  it("is never let in by a name", () => {
    const sly = { ...BAD, scorer: { ...BAD.scorer, name: "x\u001b[31m\nverdict  pass" } };
    expect(show([sly])).not.toContain("\u001b");
    expect(show([sly])).not.toMatch(/^verdict {2}pass/m);
  });
});
