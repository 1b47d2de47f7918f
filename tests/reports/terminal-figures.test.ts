import { execFileSync } from "node:child_process";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { CheckpointMean, CurvePoint, RunView } from "../../src/contract.js";
import { commandLines } from "../../src/reports/layout/command-lines.js";
import { axisOf, intervalPlot } from "../../src/reports/layout/interval-plot.js";
import { shareBar, sparkline } from "../../src/reports/layout/sparkline.js";
import terminal from "../../src/reports/terminal.js";
import { BAD, BETTER } from "./views.js";

const show = (views: readonly RunView[], width = 80, ascii = false) =>
  terminal.render(views, { color: false, width, ascii });
/** The lines from the one that begins so to the next empty one. */
const part = (text: string, head: string) => {
  const lines = text.split("\n");
  const from = lines.findIndex((line) => line.startsWith(head));
  return from < 0 ? [] : lines.slice(from, lines.indexOf("", from));
};

const point = (augmentation: string, dose: number, z: number | null): CurvePoint => {
  const numbers = {
    lengthRatio: dose,
    z,
    lower: null,
    upper: null,
    fit: z,
    n: 252,
    items: 140,
    clusters: 140,
  };
  return { attribute: "length", augmentation, dose, ...numbers, reason: "" };
};
const CURVES: RunView = {
  ...BAD,
  curves: [
    // Out of order, as nobody promises otherwise.
    point("length-padding", 4, 2.66),
    point("length-padding", 1.5, 0.46),
    point("length-padding", 2, 0.85),
    point("bold", 0.25, -0.4),
    point("bold", 0.5, null),
    point("single", 1, 1),
  ],
};

describe("figures of blocks", () => {
  it("draw each value by its height: eighths of the range, the top one included", () => {
    expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7, 8], 0, 8)).toBe("▁▂▃▄▅▆▇██");
    expect(sparkline([-1, 0, 1], -1, 1)).toBe("▁▅█");
    expect(sparkline([5, null, Number.NaN, 9, -9], 0, 8)).toBe("▆  █▁");
    expect(sparkline([3, 3], 3, 3)).toBe("▁▁");
  });

  it("draw shares in eighths of a column", () => {
    expect([0, 1 / 64, 0.5, 0.55, 1].map((share) => shareBar(share, 8))).toEqual([
      ...["░░░░░░░░", "▏░░░░░░░", "████░░░░", "████▍░░░", "████████"],
    ]);
    expect([-1, 2].map((share) => shareBar(share, 4))).toEqual(["░░░░", "████"]);
  });

  it("draw an interval about zero", () => {
    const axis = axisOf([
      { estimate: -0.5, lower: -1, upper: 0.25 },
      { estimate: 0.5, lower: null, upper: 1 },
    ]);
    expect(axis).toEqual([-1, 1]);
    const plot = (estimate: number | null, lower: number | null, upper: number | null) =>
      intervalPlot({ estimate, lower, upper }, axis, 9);
    expect(plot(-0.5, -1, 0.25)).toBe("──●─┼─   ");
    expect(plot(0.5, 0.25, 1)).toBe("    │─●──");
    expect(plot(0, -0.25, 0.25)).toBe("   ─●─   ");
    expect(plot(0.5, null, null)).toBe("    │ ●  ");
    expect(plot(0.5, -Infinity, Infinity)).toBe("◂───┼─●─▸");
    expect(plot(null, null, null)).toBe("");
    expect(intervalPlot({ estimate: 0, lower: 0, upper: 0 }, [0, 0], 9)).toBe("");
  });
});

describe("response curves", () => {
  it("have a line an operator that was seen at several doses, on one scale that holds zero", () => {
    expect(part(show([CURVES], 100), "BY DOSE").slice(0, 3)).toEqual([
      "BY DOSE           curve  dose: z                          texts",
      "  length-padding  ▃▄█    1.5: +0.46   2: +0.85  4: +2.66    252",
      "  bold            ▁      0.25: −0.40  0.5: —                252",
    ]);
    expect(
      part(show([CURVES], 100), "BY DOSE")
        .slice(3)
        .join(" ")
        .replace(/\s+/g, " "),
    ).toContain("one scale for all: ▁ is −0.40 SD, █ +2.66 SD");
  });

  it("tell their ends where the line has no room for all doses", () => {
    const many = Array.from({ length: 8 }, (_, at) => point("length-padding", at + 1, at / 10));
    expect(part(show([{ ...BAD, curves: many }], 60), "BY DOSE")[1]).toBe(
      "  length-padding  ▁▂▃▄▅▆▇█  1: 0.00 → 8: +0.70    252",
    );
  });

  it("are left out where nothing was seen at several doses", () => {
    expect(show([{ ...BAD, curves: [point("single", 1, 1)] }])).not.toContain("BY DOSE");
  });
});

describe("means over training", () => {
  const mean = (place: number, value: number): CheckpointMean => ({
    ...{ place, checkpoint: "", step: place * 100, measure: "reward", mean: value, lower: null, upper: null },
    ...{ change: value - 1, changeLower: value - 1.5, changeUpper: value - 0.5, alpha: 0.05 },
    ...{ n: 50, prompts: 50, reason: "" },
  });
  const view = {
    ...BAD,
    checkpoints: { means: [1, 1.5, 3].map((value, at) => mean(at, value)), correlations: [] },
  };

  it("are drawn beside their figures; bounds go first where there is no room", () => {
    expect(part(show([view], 120), "IN TRAINING").slice(0, 2)).toEqual([
      "IN TRAINING  first  last  change           r at one  r across  path",
      "  reward     1      3     +2 [+1.5, +2.5]  —         —         ▁▃█",
    ]);
    const narrow = part(show([view], 60), "IN TRAINING");
    for (const line of narrow) expect(stringWidth(line)).toBeLessThanOrEqual(60);
    expect(narrow[1]).toMatch(/^ {2}reward +1 +3 +\+2/);
  });
});

describe("commands in a report", () => {
  const long = ["tare", "report", "--run", "7f3a", "--db", "/a folder/with words/it's.db"];

  it.each([40, 30, 20, 12])("in %d columns go to the shell as they were meant", (width) => {
    const lines = commandLines(long, width, 2);
    for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(Math.max(width, 20));
    const echoed = execFileSync("sh", [
      "-c",
      `printf '%s\\n' ${lines.join("\n").trim().slice("tare".length)}`,
    ]);
    expect(echoed.toString().trimEnd().split("\n")).toEqual(long.slice(1));
  });

  it("stay on one line where they fit, an option with its value where they do not", () => {
    expect(commandLines(["tare", "show", "7f3a"], 40)).toEqual(["tare show 7f3a"]);
    expect(commandLines(["tare", "query", "worst-pairs", "--param", "run=7f3a"], 32, 2)).toEqual([
      "  tare query worst-pairs \\",
      "    --param run=7f3a",
    ]);
  });
});

describe("where there is only ASCII", () => {
  it.each([60, 120, 200])("no other sign is drawn, and no line is longer than %d", (width) => {
    const text = show([CURVES, BETTER], width, true);
    expect(text).toMatch(/^[\n -~]*$/);
    for (const line of text.split("\n")) expect(line.length, line).toBeLessThanOrEqual(width);
    expect(part(text, "BY DOSE").slice(1, 3)).toEqual([
      expect.stringMatching(/^ {2}length-padding {2}:-# /),
      expect.stringMatching(/^ {2}bold {12}_ /),
    ]);
  });

  it("names stay as they are", () => {
    const named = { ...BAD, scorer: { ...BAD.scorer, name: "modèle-日本" } };
    expect(show([named], 80, true)).toMatch(/^tare \| modèle-日本 /);
  });
});

describe("models side by side", () => {
  it("change words for marks where that keeps them in one table", () => {
    const text = show(
      [BAD, BETTER, { ...BETTER, run: "cc", scorer: { ...BETTER.scorer, name: "third" } }],
      80,
    );
    const lines = part(text, "SIDE BY SIDE");
    expect(lines[0]).toBe("SIDE BY SIDE             tare-mini-bt  tare-mini-crome     third");
    expect(lines).toContain("  length: bias           +0.17 ?       −0.68 ✓             −0.68 ✓");
    expect(lines).toContain("  formatting: bias       +3.08 (✗)     +0.01 (✓)           +0.01 (✓)");
    expect(lines.at(-1)).toBe("    ↳ ✓ pass   ✗ FAIL   ? inconclusive   ( ) warns only   · not claimed");
  });
});

/** Wide letters, a family of one column pair, and letters that combine. */
const WIDE = "日本語の報酬モデル";
const NAMES = [WIDE, "👩‍👩‍👧‍👦-family", "e\u0301\u0301te\u0301"];

describe.each([60, 80, 120, 200])("names of other letters at %d columns", (width) => {
  it.each(NAMES)("%s: no line is longer, columns stay in line", (name) => {
    const named = (text: string) => `${name}-${text}`;
    const view = {
      ...CURVES,
      scorer: { ...BAD.scorer, name },
      coverage: BAD.coverage.map((row) => ({ ...row, augmentation: named(row.augmentation) })),
      effects: BAD.effects.map((one) => ({ ...one, augmentation: named(one.augmentation) })),
      curves: CURVES.curves.map((one) => ({ ...one, augmentation: named(one.augmentation) })),
    };
    const text = show([view, BETTER], width);
    for (const line of text.split("\n")) expect(stringWidth(line), line).toBeLessThanOrEqual(width);
    const rows = text
      .split("\n")
      .filter((line) => /@[24] .*\[/.test(line) && line.startsWith(`  ${name.slice(0, 2)}`));
    expect(rows.length).toBe(2);
    expect(new Set(rows.map((row) => stringWidth(row.slice(0, row.indexOf("["))))).size).toBeLessThanOrEqual(
      1,
    );
  });
});

describe("escape sequences", () => {
  const ESCAPE = "\u001b]0;gone\u0007\u001b[2J\u009b31m\u202e\r\u2028";
  /** What a rubric, a file, a model or data may name, poisoned; words of tare's own are left alone. */
  const OWN = new Set(["kind", "metric", "comparison", "severity", "verdict", "expects", "changes", "scope"]);
  const KEPT = new Set([
    ...OWN,
    "used",
    "how",
    "origin",
    "state",
    "createdAt",
    "doseSign",
    "lowerSign",
    "upperSign",
    "by",
    "level",
  ]);
  const poison = (value: unknown, key = ""): unknown => {
    if (typeof value === "string") return KEPT.has(key) ? value : `${value}${ESCAPE}`;
    if (Array.isArray(value)) return value.map((one) => poison(one, key));
    if (value === null || typeof value !== "object") return value;
    const skips = key === "skipped";
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [skips ? `${name}${ESCAPE}` : name, poison(one, name)]),
    );
  };

  it.each([60, 200])("from whatever a run names are never obeyed (%d columns)", (width) => {
    const standing = {
      claim: "length/bias",
      until: "2026-12-31",
      why: "w",
      owner: "o",
      scorer: "",
      state: "holds",
    };
    const whole = {
      ...CURVES,
      stale: true,
      waivers: [standing],
      baseline: { how: "paired", digest: "d", run: "r", model: "m", scorer: "s" },
      checkpoints: { means: [], correlations: [] },
      training: {
        ...{
          exports: [
            { file: "f", at: "2026-01-01", origin: "trained-on", items: 1, prompts: 1, pairs: 1, leftOut: 1 },
          ],
        },
        ...{ prompts: 1, inFamily: ["x"], heldOut: ["y"] },
      },
    };
    const sly = poison(whole) as RunView;
    const text = terminal.render([sly, BETTER], { color: false, width });
    expect(text.split("\n").filter((line) => /\p{Cc}|[\u2028\u202e]/u.test(line))).toEqual([]);
    expect(text).toContain("gone");
    for (const line of text.split("\n")) expect(stringWidth(line), line).toBeLessThanOrEqual(width);
  });
});
