import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { packagePath } from "../../src/paths.js";
import { AUGMENTATIONS } from "./discovered.js";

const [, section = ""] = readFileSync(packagePath("augmentations", "README.md"), "utf8").split(
  "## reWordBench\n",
);
const rows = section
  .split("\n## ")[0]!
  .split("\n")
  .flatMap((line) => {
    const [, , operator = "", changes = ""] = line.split("|").map((cell) => cell.trim());
    return operator.startsWith("`") ? [{ operator: operator.replaceAll("`", ""), changes }] : [];
  });

it("the table of reWordBench names operators that exist, with what they change", () => {
  expect(rows.length).toBeGreaterThanOrEqual(19);
  const real = rows.map(({ operator }) => AUGMENTATIONS.find(({ name }) => name === operator));
  expect(real.map((one) => ({ operator: one?.name, changes: one?.changes }))).toEqual(rows);
});

it("and leaves none out that says it comes from there and changes the prompt", () => {
  const claimed = AUGMENTATIONS.filter(
    ({ changes, source }) => changes === "prompt" && source.includes("reWordBench"),
  );
  expect(claimed.map(({ name }) => name).sort()).toEqual(
    rows
      .filter(({ changes }) => changes === "prompt")
      .map(({ operator }) => operator)
      .sort(),
  );
});
