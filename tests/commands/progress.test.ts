import { expect, test } from "vitest";
import { headOf } from "../../src/commands/progress.js";

test.each([
  [1, "parts", "statistics: 1 part"],
  [2, "parts", "statistics: 2 parts"],
  [1, "texts, four ways each", "statistics: 1 text, four ways each"],
  [1, "12 texts/s", "statistics: 1 12 texts/s"],
  [1, "", "statistics: 1"],
])("%i %s", (total, note, words) => expect(headOf("statistics", total, note)).toBe(words));
