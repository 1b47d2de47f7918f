import { describe, expect, it } from "vitest";
import type { Report, RunView } from "../../src/contract.js";
import { loadReports } from "../../src/registry.js";
import { BAD } from "./views.js";

const EXPORT = {
  ...{ file: "train.jsonl", at: "2026-01-01T10:00:00.000Z", origin: "augment" as const },
  ...{ items: 15, prompts: 12, pairs: 30, leftOut: 0 },
} as const;
const FOUND = { items: 15, prompts: 12, inFamily: ["number-changed"], heldOut: ["length-padding"] };
const VIEW: RunView = {
  ...BAD,
  training: {
    ...FOUND,
    exports: [EXPORT, { ...EXPORT, file: "mine.jsonl", items: 0, prompts: 0, pairs: 0 }],
  },
  leftAlone: [{ kind: "reasoning", items: 40, kept: 1203, replaced: 60, refused: 3 }],
  lookOfAll: 11,
};
const reports = (await loadReports()).map((report) => [report.name, report] as const);
const render = async (report: Report, view: RunView) => report.render([view], { color: false, width: 132 });

describe.each(reports)("the report %s", (name, report) => {
  it("tells what was exported for training, and what was left alone", async () => {
    const text = await render(report, VIEW);
    if (name === "json") {
      expect(JSON.parse(text).runs[0]).toMatchObject({ training: VIEW.training, leftAlone: VIEW.leftAlone });
      return;
    }
    expect(text).toContain(
      "12 of 150 prompts were exported for training on 2026-01-01 (train.jsonl): 15 items",
    );
    expect(text).toContain("number-changed");
    expect(text).toContain("held out of training: length-padding");
    expect(text).toMatch(/40 items with a reasoning block: left as it was in 1,203\s+pairs/u);
    if (name !== "junit")
      expect(text).toContain("look 7 at this rubric and data (11 with those of other models)");
    expect(text).not.toContain("none of");
  });

  it("tells that nothing was found, and what was left out; of what is not known, nothing", async () => {
    const clean = { ...FOUND, items: 0, prompts: 0, inFamily: [], heldOut: [] };
    const none = { ...EXPORT, items: 0, prompts: 0, pairs: 0, leftOut: 15 };
    const text = await render(report, { ...BAD, training: { ...clean, exports: [none] } });
    if (name !== "json") {
      expect(text).toContain("none of 150 prompts was exported for training: held against 1 export");
      expect(text).toContain("15 items left out: exported for training on 2026-01-01 (train.jsonl)");
    }
    expect(await render(report, BAD)).not.toMatch(/exported for training|leftAlone|"training"/u);
  });
});

it("GitHub is warned", () => {
  const [, github] = reports.find(([name]) => name === "github")!;
  expect(github.notices!([VIEW]).join("\n")).toMatch(
    /::warning .*trained on.*::12 of 150 prompts were exported/u,
  );
  expect(github.notices!([BAD]).join("\n")).not.toMatch(/trained on/u);
});

it("many exports are counted past the first", async () => {
  const exports = Array.from({ length: 9 }, (_, index) => ({ ...EXPORT, file: `train-${index}.jsonl` }));
  const [, markdown] = reports.find(([name]) => name === "markdown")!;
  const text = await render(markdown, { ...BAD, training: { ...FOUND, exports } });
  expect(text).toContain("12 of 150 prompts were exported for training, over all exports");
  expect(text).toContain("train-4.jsonl");
  expect(text).not.toContain("train-5.jsonl");
  expect(text).toContain("and 4 more exports: tare query training-exports");
});
