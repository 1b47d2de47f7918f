import { expect, test } from "vitest";
import { showDiffs } from "../../src/commands/audit-diffs.js";
import { harmless, tamed } from "../../src/commands/harmless.js";
import { showBlind } from "../../src/commands/show-blind.js";
import { renderTable } from "../../src/commands/table.js";
import { blind } from "../../src/review/blind.js";

const CLEARS = "\u001b[2J\u009b1mgone\u0007";
const CONTROLS = /[^\P{Cc}\n\t]/u;

test("escape sequences are shown, not obeyed", () => {
  expect(harmless("gpj.\u202eexe\u2066\u2028")).toBe("gpj.\\u202eexe\\u2066\\u2028");
  expect(harmless(`a\tb\n${CLEARS}\r\u007f`)).toBe("a\tb\n\\x1b[2J\\x9b1mgone\\x07\\x0d\\x7f");
});

test("of a pair for a reader, roles included", () => {
  const messages = [CLEARS, "user"].map((role) => ({ role, content: CLEARS }));
  const texts = { base: { messages, response: CLEARS }, variant: { messages, response: `${CLEARS} 2` } };
  const shown = showBlind(blind({ key: "a", ...texts }, 1), "1 of 1", false);
  expect(shown).toContain("\\x1b[2J\\x9b1mgone\\x07: \\x1b[2J");
  expect(shown).not.toMatch(CONTROLS);
});

test("in tables and differences", () => {
  expect(renderTable(["text"], [[CLEARS]], "table")).not.toMatch(CONTROLS);
  expect(renderTable(["text"], [[CLEARS]], "csv")).toContain(CLEARS);
  const sampled = { item: "a", before: CLEARS, after: `${CLEARS} 2` };
  expect(showDiffs([sampled as never], false)).not.toMatch(CONTROLS);
});

test("what goes to a terminal keeps its colours and nothing else that would be obeyed", () => {
  const red = "\u001b[31mFAIL\u001b[39m";
  expect(tamed(`${red}\t${CLEARS}\n${red}`)).toBe(`${red}\t\\x1b[2J\\x9b1mgone\\x07\n${red}`);
  expect(tamed("\u001b]0;title\u0007\u001b[1;31m\u001b[1;31")).toBe(
    "\\x1b]0;title\\x07\u001b[1;31m\\x1b[1;31",
  );
});
