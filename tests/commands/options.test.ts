import { expect, test } from "vitest";
import { oneFormat, onlyOnce } from "../../src/commands/options.js";

test("an option given twice is refused, and one that is denied beside as what it is", () => {
  expect(onlyOnce({ data: ["a", "b"], baseline: "x" })).toBe(true);
  expect(() => onlyOnce({ seed: [1, 2] })).toThrow("--seed is given more than once");
  expect(() => onlyOnce({ baseline: ["x", "y"] })).toThrow("--baseline is given more than once");
  for (const baseline of [
    ["x", false],
    [false, "x"],
  ])
    expect(() => onlyOnce({ baseline })).toThrow("--baseline and --no-baseline contradict each other");
});

test("--json beside another --format is refused", () => {
  for (const format of ["terminal", "table", "json", undefined])
    expect(oneFormat({ format, json: true })).toBe(true);
  expect(oneFormat({ format: "markdown", json: false })).toBe(true);
  expect(() => oneFormat({ format: "markdown", json: true })).toThrow(
    "--format markdown and --json contradict",
  );
});
