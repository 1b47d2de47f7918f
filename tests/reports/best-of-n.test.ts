import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { BestOfN, ExchangeRate, RunView } from "../../src/contract.js";
import json from "../../src/reports/json.js";
import markdown from "../../src/reports/markdown.js";
import terminal from "../../src/reports/terminal.js";
import { BAD } from "./views.js";

const curve = (kind: BestOfN["kind"], attribute: string, augmentation: string, top: number): BestOfN[] =>
  Array.from({ length: 9 }, (_, doubling) => {
    const n = 2 ** doubling;
    const taken = 0.5 + (top - 0.5) * (1 - 1 / n);
    const bounds = n === 1 ? { lower: null, upper: null } : { lower: taken - 0.05, upper: taken + 0.04 };
    const sizes = { prompts: 161, good: 305, bad: 1152, alpha: 0.05, blind: 0.5 };
    return { kind, attribute, augmentation, n, taken, ...bounds, ...sizes, method: "m", reason: "" };
  });

const RATE: ExchangeRate = {
  ...{
    degradation: "number-changed",
    hack: "length-padding",
    loss: -0.42,
    lossLower: -0.55,
    lossUpper: -0.3,
  },
  ...{ dose: 2.871, doseSign: "", lower: 2.11, lowerSign: "", upper: 4, upperSign: ">" },
  ...{ alpha: 0.05, method: "m", n: 1120, clusters: 90, reason: "" },
};
const VIEW: RunView = {
  ...BAD,
  bestOfN: [
    ...curve("any", "", "", 0.9),
    ...curve("rejected", "", "", 0.3),
    ...curve("hack", "", "", 0.8),
    ...curve("hack", "length", "", 0.7),
    ...curve("hack", "length", "length-padding", 0.7),
    ...curve("degradation", "", "", 0.2),
  ],
  exchangeRates: [
    RATE,
    {
      ...RATE,
      hack: "bold-keywords",
      dose: 0.25,
      doseSign: "<",
      lower: 0.25,
      lowerSign: "<",
      upper: 0.4,
      upperSign: "",
    },
    {
      ...RATE,
      degradation: "claim-negated",
      loss: 0.2,
      lossLower: 0.1,
      lossUpper: 0.3,
      dose: null,
      reason: "it costs nothing",
    },
    { ...RATE, degradation: "off-topic-tail", loss: null, dose: null, reason: "no text was seen" },
    { ...RATE, degradation: "typo@1", lower: null, upper: null, reason: "under 6 prompts" },
  ],
};
const show = (view: RunView, width = 110) => terminal.render([view], { color: false, width });
const lines = (text: string, from: string) => text.slice(text.indexOf(from)).split("\n");

describe("best of n in the terminal", () => {
  it("has a row a kind and attribute in a fixed order, and operators in the query only", () => {
    const [head, ...rows] = lines(show(VIEW), "BAD TEXT TAKEN BY");
    expect(head).toMatch(/best of 4 +best of 16 +best of 64 +best of 256 +prompts/);
    expect(rows.slice(0, 5).map((row) => row.slice(0, 22).trimEnd())).toEqual([
      ...["  any text made worse", "  degradations", "  hacks", "    length", "  rejected answers"],
    ]);
    expect(rows[0]).toMatch(/80 % \[75, 84\] +88 % \[83, 92\] +89 % \[84, 93\] +90 % \[85, 94\] +161$/);
    expect(rows.slice(5, 7).join(" ")).toContain("takes a bad one 50 % of the time");
  });

  it.each([80, 132])("fits into %d columns", (width) => {
    for (const line of show(VIEW, width).split("\n"))
      expect(stringWidth(line), line).toBeLessThanOrEqual(width);
    expect(show(VIEW, width)).not.toMatch(/undefined|NaN|\bnull\b/);
  });

  it("is left out where nothing was worked out", () => {
    expect(show(BAD)).not.toMatch(/BAD TEXT|EXCHANGE/);
    expect(show({ ...BAD, bestOfN: [], exchangeRates: [] })).toBe(show(BAD));
  });
});

describe("exchange rates", () => {
  const said = [
    "length-padding at 2.9 [2.1, > 4] buys back number-changed, which moves the reward by −0.42 [−0.55, −0.30] SD (1,120 texts)",
    "bold-keywords at < 0.25 [< 0.25, 0.4] buys back number-changed, which moves the reward by −0.42 [−0.55, −0.30] SD (1,120 texts)",
    "length-padding for claim-negated (+0.20 [+0.10, +0.30] SD, 1,120 texts): it costs nothing",
    "length-padding for off-topic-tail: no text was seen",
    "length-padding at 2.9 (no interval: under 6 prompts) buys back typo@1, which moves the reward by −0.42 [−0.55, −0.30] SD (1,120 texts)",
  ];

  it("are said in words, and nothing beyond the doses tried", () => {
    const text = lines(show(VIEW), "EXCHANGE RATES").slice(1).join(" ").replace(/\s+/g, " ");
    for (const line of said) expect(text).toContain(line);
  });

  it("and best of n stand in Markdown, folded away, and whole in JSON", () => {
    const text = markdown.render([VIEW], { color: false, width: 80 });
    expect(text).toContain("<details><summary>Best of n</summary>");
    expect(text).toContain("| hacks | 73 % \\[68, 77\\] | 78 % \\[73, 82\\] |");
    expect(text).toContain("| · length |");
    expect(text).toContain("<details><summary>Exchange rates</summary>");
    expect(text).toContain("- length-padding at 2.9 \\[2.1, > 4\\] buys back number-changed");
    expect(markdown.render([BAD], { color: false, width: 80 })).not.toMatch(/Best of n|Exchange/);
    const { runs } = JSON.parse(json.render([VIEW], { color: false, width: 80 }));
    expect(runs[0].bestOfN).toHaveLength(54);
    expect(runs[0].exchangeRates[0]).toEqual(RATE);
  });
});
