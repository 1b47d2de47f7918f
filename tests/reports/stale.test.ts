import { expect, it } from "vitest";
import github from "../../src/reports/github.js";
import json from "../../src/reports/json.js";
import junit from "../../src/reports/junit.js";
import markdown from "../../src/reports/markdown.js";
import { reportDocument } from "../../src/reports/schema/document.js";
import terminal from "../../src/reports/terminal.js";
import { BAD } from "./views.js";

const OPTIONS = { color: false, width: 132 };
const STALE = { ...BAD, stale: true } as const;
const DUE = "tare analyze --run 7f3a91c2d4e5";
/** Without the line breaks of the terminal and the escapes of Markdown. */
const plain = (text: string) => text.replace(/\\/g, "").replace(/\s+/g, " ");

it.each(Object.entries({ terminal, markdown, github, junit }))(
  "%s says that an analysis is due, and nothing of it where none is",
  (_, report) => {
    expect(plain(report.render([STALE], OPTIONS))).toContain(DUE);
    expect(plain(report.render([BAD], OPTIONS))).not.toContain("tare analyze");
  },
);

it("names the database where it is another than the standard one", () => {
  expect(plain(terminal.render([{ ...STALE, database: "/a/b.db" }], OPTIONS))).toContain(
    `${DUE} --db /a/b.db`,
  );
});

it("is a field of the JSON report and a warning on the step", () => {
  const document = JSON.parse(json.render([STALE], OPTIONS));
  expect(document.runs[0].stale).toBe(true);
  expect(reportDocument.parse(document)).toEqual(document);
  expect(github.notices!([STALE]).filter((line) => line.includes(DUE))).toHaveLength(1);
});

it("the column of effects in Markdown has the names of the terminal's columns", () => {
  const head = "| attribute | operator | expects | n | skipped | effect / bias, SD | beside it |";
  expect(markdown.render([BAD], OPTIONS)).toContain(head);
  const shown = terminal.render([BAD], OPTIONS);
  expect([shown.includes("effect, SD"), shown.includes("bias, SD")]).toEqual([true, true]);
});
