import { expect, test } from "vitest";
import { unknownOption } from "../../src/commands/unknown-option.js";

const KNOWN = ["model", "trained-on", "cache", "help", "h"];

test.each([
  [["x", "--modle", "./a"], "Unknown argument: modle (did you mean model?)"],
  [["--model", "a", "--frobnicate=1"], "Unknown argument: frobnicate"],
  [["--model=a", "--no-cache", "--trained-on", "f", "--trainedOn", "f", "-h", "-"], undefined],
  [["--", "--modle"], undefined],
])("the first option that is not known is named: %j", (args, says) => {
  expect(unknownOption(args, KNOWN)).toBe(says);
});
