import { describe, expect, it } from "vitest";
import type { Report, RunView } from "../../src/contract.js";
import { loadReports } from "../../src/registry.js";
import { renderRunPage } from "../../src/reports/html/run-page.js";
import { textWidth } from "../../src/reports/layout/text-width.js";
import { reportDocument } from "../../src/reports/schema/document.js";
import { ASKED, USE } from "./oracle-view.js";
import { elementsOf } from "./page.js";
import { CORPUS, poisoned } from "./poisoned.js";
import { BAD } from "./views.js";

const reports = (await loadReports()).map((report) => [report.name, report] as const);
const texts = reports.filter(([name]) => name !== "json");
/** The page without its charts, which take seconds to load and say nothing of oracles. */
const render = async (report: Report, view: RunView, width = 120) =>
  report.name === "html" ? renderRunPage([view], []) : report.render([view], { color: false, width });
const squeezed = (text: string) => text.replace(/\s+/g, " ");
const named = (name: string) => reports.find(([own]) => own === name)![1];

describe.each(texts)("the report %s", (name, report) => {
  it("names the oracle and its verifier, and says how much evidence came of it, and why not more", async () => {
    const html = await render(report, ASKED);
    // What a reader sees of a page.
    const text = squeezed(name === "html" ? elementsOf(html).find(({ tag }) => tag === "main")!.text : html);
    expect(text).toContain("scribe (replay, oracle-replay.jsonl), written by hand");
    expect(text).toContain("judge-7b (openai) at http://127.0.0.1:8080/v1");
    expect(text).toContain("45 of 58 pairs verified (agreement 0.96)");
    expect(text).toContain("verifier-order 6, oracle-unreadable 4, oracle-length 2");
    expect(text).toContain(
      "1,448 questions: 1,444 read (3 when asked again), 1 refused, 2 truncated, 1 unreadable",
    );
    expect(text).toContain("1,204,000 tokens sent, 90,500 written (counted for 1,400 of 1,451 calls)");
    expect(text).toMatch(/cost 3.2 \(counted .*12.2 min/);
  });

  it("says at a claim on oracle pairs how many of them were verified", async () => {
    expect(squeezed(await render(report, ASKED))).toContain("36 of 48 pairs verified (agreement 0.95)");
  });

  it("says it of a composed operator's too, of which an oracle made the first part", async () => {
    const claimed = { factuality: ["oracle:degrade+emoji-added"] };
    const text = squeezed(await render(report, { ...ASKED, oracle: { ...USE, claimed } }));
    expect(text).toContain("36 of 48 pairs verified (agreement 0.95)");
  });

  it("says nothing of an oracle where there is none", async () => {
    expect(await render(report, BAD)).not.toMatch(/oracle|verified by/iu);
  });
});

it.each([60, 80, 120])("the terminal keeps to %i columns", async (width) => {
  const lines = (await render(named("terminal"), ASKED, width)).split("\n");
  const from = lines.indexOf("ORACLE");
  expect(from).toBeGreaterThan(0);
  expect(lines.filter((line) => textWidth(line) > width)).toEqual([]);
  expect(lines.slice(from).join("\n")).toContain("tare explain cccccccccccc --operator oracle:degrade");
});

it("the page names both in the command that does the run again", async () => {
  const page = await render(named("html"), ASKED);
  expect(page).toMatch(
    /tare run .* --oracle replay:oracle-replay.jsonl --verifier http:\/\/127.0.0.1:8080\/v1 --verifier-model judge-7b --db/u,
  );
  expect(await render(named("html"), BAD)).not.toContain("--oracle");
});

it("the refusal to look at is one that was answered, where there is one", async () => {
  const [asked] = USE.examples;
  const first = { ...asked!, item: "e".repeat(32), reason: "oracle-not-recorded" };
  const told = (examples: typeof USE.examples) =>
    render(named("terminal"), { ...ASKED, oracle: { ...USE, examples } });
  expect(await told([first, asked!])).toContain("tare explain cccccccccccc");
  expect(await told([first])).toContain("tare explain eeeeeeeeeeee");
});

it("pairs under another prompt rest on the degradations that they are made of", async () => {
  const text = await render(named("terminal"), ASKED);
  const part = text.slice(text.indexOf("irrelevant query"));
  expect(part.slice(0, part.indexOf("PREFERENCES"))).toContain("oracle scribe: 36 of 48 pairs verified");
});

it("pairs that no claim rests on are said to be shown only, and are no proof of a claim", async () => {
  const beside = { ...ASKED, oracle: { ...USE, claimed: {} } };
  const terminal = await render(named("terminal"), beside);
  expect(terminal).toContain(
    "oracle scribe: 36 of 48 pairs verified (agreement 0.95); no claim rests on them",
  );
  expect(await render(named("terminal"), ASKED)).not.toContain("no claim rests on them");
  for (const name of ["markdown", "junit"])
    expect(await render(named(name), beside), name).not.toContain("36 of 48 pairs verified");
});

it("JSON has all of it, as its schema says", async () => {
  const document = JSON.parse(await render(named("json"), ASKED));
  expect(document.runs[0].oracle).toEqual(USE);
  expect(reportDocument.parse(document)).toEqual(document);
});

it("an oracle that verified its own pairs is said to", async () => {
  const own = { ...ASKED, oracle: { ...USE, verifier: null } };
  for (const [name, report] of texts)
    expect(squeezed(await render(report, own)), name).toMatch(/verified by (the same|.*<dd>the same)/iu);
});

it("an oracle that nobody counted the tokens of has no sums", async () => {
  const none = { counted: 0, promptTokens: null, completionTokens: null, priced: 0, cost: null };
  const text = await render(named("terminal"), { ...ASKED, oracle: { ...USE, ...none } });
  expect(text).toContain("tokens not counted");
  expect(text).not.toContain("cost");
});

it("GitHub is told at the claim", () => {
  expect(named("github").notices!([ASKED]).join("\n")).toMatch(
    /::error .*factuality.*oracle scribe: 36 of 48 pairs verified/u,
  );
});

describe("the page", () => {
  const page = elementsOf(renderRunPage([ASKED], []));
  const rows = page
    .filter(({ tag }) => tag === "tr")
    .map(({ children }) => children.map(({ text }) => text.trim()));

  it("has the steps, the operators and refusals in tables, and their questions", () => {
    expect(rows).toContainEqual(["degrade", "version 2, aaaaaaaaaaaa", "48", "44", "3", "1", "2", "1"]);
    expect(rows).toContainEqual(["oracle:paraphrase", "10", "9", "90 %", "1.00", "verifier-moved 1"]);
    expect(rows).toContainEqual([
      "oracle:paraphrase",
      "verifier-moved",
      "dddddddddddd",
      "clarity <b>moved</b>",
    ]);
    const commands = page.filter(({ tag }) => tag === "pre").map(({ text }) => text);
    for (const name of ["oracle-steps", "oracle-pairs", "oracle-refusals", "oracle-attributes"])
      expect(
        commands.some((command) => command.startsWith(`tare query ${name} `)),
        name,
      ).toBe(true);
  });

  it("whatever stands in a text of it stays text", () => {
    const text = CORPUS.join(" ");
    const foreign = elementsOf(renderRunPage([poisoned(ASKED, text)], [])).filter(({ tag }) =>
      ["img", "iframe", "textarea", "base", "b"].includes(tag),
    );
    expect(foreign).toEqual([]);
  });
});

it("no name, file or reason steers a terminal", async () => {
  const text = await render(named("terminal"), poisoned(ASKED, "\u001b[2J\u202e"));
  expect(text).not.toMatch(/[\u001b\u202e]/u);
});
