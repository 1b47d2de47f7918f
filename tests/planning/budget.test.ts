import { describe, expect, it } from "vitest";
import { nameBudget, parseBudget } from "../../src/planning/budget.js";
import { sayDuration } from "../../src/planning/duration.js";

describe("a budget", () => {
  it.each([
    ["30m", "1800 seconds"],
    ["30min", "1800 seconds"],
    ["2h", "7200 seconds"],
    ["0.5h", "1800 seconds"],
    ["1h30m", "5400 seconds"],
    ["1h 30m 5s", "5405 seconds"],
    ["90s", "90 seconds"],
    ["50000texts", "50000 texts"],
    ["50,000 texts", "50000 texts"],
    ["50k texts", "50000 texts"],
    ["1 text", "1 texts"],
  ])("%s is %s", (asked, name) => {
    expect(nameBudget(parseBudget(asked))).toBe(name);
  });

  it.each([
    "",
    " ",
    "30",
    "m",
    "30 parsecs",
    "-5m",
    "1.5texts",
    "0m",
    "0texts",
    "30m2h",
    "1e3texts",
    "NaNs",
    "h30",
  ])("%j is refused", (asked) => {
    expect(() => parseBudget(asked)).toThrowError(
      expect.objectContaining({ code: "TARE_BUDGET_SYNTAX", where: "--budget", exit: 2 }),
    );
  });
});

it("durations are told in about two figures", () => {
  expect([0.25, 40, 90, 720, 5400, 12_000, 36_000, 90_000].map(sayDuration)).toEqual([
    "0.25 s",
    "40 s",
    "2 min",
    "12 min",
    "1 h 30 min",
    "3 h 20 min",
    "10 h",
    "25 h",
  ]);
});
