import { expect, it } from "vitest";
import type { RunView } from "../../src/contract.js";
import markdown from "../../src/reports/markdown.js";
import terminal from "../../src/reports/terminal.js";
import { BAD } from "./views.js";

const OPTIONS = { color: false, width: 120 };
const ASKED: RunView = {
  ...BAD,
  coverage: BAD.coverage.map((row) => (row.attribute === "formatting" ? { ...row, changes: "prompt" } : row)),
};

it.each([
  ["terminal", terminal],
  ["markdown", markdown],
])("%s says that a change of the prompt must leave the margin, and what its figures are of", (_, report) => {
  const [plain, asked] = [report.render([BAD], OPTIONS), report.render([ASKED], OPTIONS)];
  expect(plain).not.toContain("same margin");
  expect(plain).toMatch(/plain-to-markdown[ |]+same\b/u);
  expect(asked).toMatch(/plain-to-markdown[ |]+same margin\b/u);
  expect(asked.replace(/\s+/gu, " ")).toContain(
    "same margin: the prompt is changed for all of its answers, and bias, spread and tail are moves of the margin",
  );
});
