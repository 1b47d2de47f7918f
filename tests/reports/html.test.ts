import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { RunView } from "../../src/contract.js";
import type { Panel } from "../../src/reports/charts/panel.js";
import { renderRunPage } from "../../src/reports/html/run-page.js";
import html from "../../src/reports/html.js";
import { DETAILED, EXAMPLES } from "./details.js";
import { elementsOf } from "./page.js";
import { BAD, BETTER, EMPTY } from "./views.js";

const PANEL: Panel = {
  id: "forest",
  title: "Effects",
  summary: "One effect lies outside its band.",
  svg: '<svg viewBox="0 0 10 10"><circle fill="var(--series-1)" r="2"/></svg>',
  table: { columns: ["operator", "effect"], rows: [["number-changed", -0.04]] },
  query: { name: "effects", parameters: { run: BAD.run } },
};
const page = (...views: readonly RunView[]) => renderRunPage(views, [PANEL]);
const squeezed = (text: string) => text.replace(/\s+/g, " ").trim();
const ONE = elementsOf(page(DETAILED));
const TWO = elementsOf(page(DETAILED, { ...BETTER, details: DETAILED.details! }));
const of = (tag: string, elements = ONE) => elements.filter((one) => one.tag === tag);
const texts = (tag: string, elements = ONE) => of(tag, elements).map(({ text }) => squeezed(text));

describe("the page of a run", () => {
  it("says the verdict in one sentence at the top, with the claims that made it", () => {
    expect(texts("h1")).toEqual([
      "tare-mini-bt fails the rubric demo: 1 of 5 deciding claims is proved broken (factuality: right way).",
    ]);
    const rules = of("article").filter(({ attributes }) => attributes.class === "rule fail");
    expect(rules).toHaveLength(1);
    const said = squeezed(rules[0]!.text);
    const { estimate, n, clusters, because, claim } = BAD.verdicts[0]!;
    for (const part of [
      `${(100 * estimate!).toFixed(1)} %`,
      `pairs${n}`,
      `prompts${clusters}`,
      because,
      claim.why,
    ])
      expect(said.replaceAll(" ", "")).toContain(part.replaceAll(" ", ""));
  });

  it("has its sections in order, linked from the contents", () => {
    const titles = [
      ...["What decided it", "Charts", "Effects", "Coverage", "Noise and placement"],
      ...["Worst pairs", "Provenance"],
    ];
    expect(texts("h2")).toEqual(titles);
    expect(texts("h2", TWO)).toEqual([...titles.slice(0, -1), "Models compared", "Provenance"]);
    const ids = new Set(ONE.map(({ attributes }) => attributes.id));
    for (const { attributes } of of("a").filter(({ attributes }) => attributes.href?.startsWith("#")))
      expect(ids).toContain(attributes.href!.slice(1));
  });

  it("shows every claim, operator, skip reason and pair it has", () => {
    const all = squeezed(of("main")[0]!.text);
    for (const { because } of BAD.verdicts) expect(all).toContain(because);
    for (const { augmentation, skipped } of BAD.coverage)
      for (const part of [augmentation, ...Object.keys(skipped)]) expect(all).toContain(part);
    const pairs = of("article").filter(({ attributes }) => "data-pair" in attributes);
    expect(pairs).toHaveLength(EXAMPLES.flatMap(({ shown }) => shown).length);
    expect(all).toContain("5 pairs of 213 valid ones");
  });

  it("marks what was changed, as text that both sides can be read back from", () => {
    const [changed] = of("article").filter(({ text }) => text.includes("1842"));
    const marks = (tag: string) => of(tag, [changed!, ...changed!.children.flatMap((one) => one.children)]);
    expect(marks("del").map(({ text }) => text)).toEqual(["1824"]);
    expect(marks("ins").map(({ text }) => text)).toEqual(["1842"]);
    const [apart] = of("article").filter(({ text }) => text.includes("Quite something else"));
    expect(apart!.text).toContain("Base");
  });

  it("gives the query of its numbers: the command, and its SQL with the whole id of the run", () => {
    const copied = texts("pre");
    expect(copied).toContain(`tare query verdicts --param run=${BAD.run.slice(0, 12)} --db tare.db`);
    expect(copied).toContain(
      `.parameter set :run "'${BAD.run}'" -- What was decided? SELECT * FROM verdicts WHERE run = :run;`,
    );
    expect(copied).toContain(
      `.parameter set :augmentation "'number-changed'" .parameter set :run "'${BAD.run}'" .parameter set :limit 2 SELECT 1;`,
    );
  });

  it("compares models claim by claim, and takes the worst verdict", () => {
    expect(texts("h1", TWO)).toEqual(["FAIL: 1 of 2 models fails."]);
    const [compared] = of("section", TWO).filter(({ attributes }) => attributes.id === "compare");
    expect(squeezed(compared!.text)).toContain("tare-mini-crome");
    expect(compared!.text).toContain("✓ pass");
  });

  it("says on what each model was weighed where a budget left them other data", () => {
    const budget = { asked: "30m", items: 150, prompts: 150 };
    const cut = { ...BETTER, data: { ...BETTER.data, items: 40, prompts: 40, budget } };
    const [verdict] = of("div", elementsOf(page(BAD, cut)));
    expect(squeezed(verdict!.text)).toContain("150 items of 150 prompts · ");
    expect(squeezed(verdict!.text)).toContain("40 items of 40 prompts of 150, cut to a budget of 30m");
    const [same] = of("div", TWO);
    expect(same!.text.match(/150 items/g)).toHaveLength(1);
  });

  it("warns first where a run is stale, waived or trained on", () => {
    const all = page({ ...DETAILED, stale: true, state: "scoring" });
    expect(all.indexOf("An analysis is due")).toBeGreaterThan(0);
    expect(all.indexOf("An analysis is due")).toBeLessThan(all.indexOf("What decided it</h2>"));
    expect(all).toContain("the run is scoring");
  });
});

describe("for everyone", () => {
  it.each([
    ["one model", ONE],
    ["two models", TWO],
  ])("%s: headings go down one by one", (_, elements) => {
    const levels = elements.flatMap(({ tag }) => (/^h[1-6]$/.test(tag) ? [Number(tag[1])] : []));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it("has landmarks, a way past the contents, and no id twice", () => {
    for (const tag of ["header", "main", "footer", "nav"]) expect(of(tag)).toHaveLength(1);
    expect(of("a")[0]!.attributes).toMatchObject({ class: "skip", href: "#content" });
    const ids = TWO.flatMap(({ attributes }) => (attributes.id === undefined ? [] : [attributes.id]));
    expect(new Set(ids).size).toBe(ids.length);
    for (const { attributes } of TWO)
      for (const name of ["aria-labelledby", "aria-describedby"])
        if (attributes[name] !== undefined) expect(ids).toContain(attributes[name]);
  });

  it("every table has a caption, heads with a scope, and rows of as many cells", () => {
    expect(of("table").length).toBeGreaterThan(8);
    for (const table of of("table", TWO)) {
      const [caption, head, body] = table.children;
      expect([caption!.tag, head!.tag, body!.tag]).toEqual(["caption", "thead", "tbody"]);
      expect(caption!.text).not.toBe("");
      const columns = head!.children[0]!.children;
      for (const { attributes } of columns) expect(attributes.scope).toBe("col");
      for (const { children } of body!.children) {
        expect(children).toHaveLength(columns.length);
        expect(children[0]!.attributes.scope).toBe("row");
      }
    }
  });

  it("a verdict is a word with a mark, never a colour alone; a chart has its sentence and its numbers", () => {
    for (const chip of of("span").filter(({ attributes }) => attributes.class?.startsWith("chip")))
      expect(squeezed(chip.text)).toMatch(/^(✓ pass|✗ FAIL|\? inconclusive)$/);
    const [chart] = of("div").filter(({ attributes }) => attributes.role === "img");
    expect(chart!.attributes["aria-label"]).toBe("Effects: One effect lies outside its band.");
    const [panel] = of("figure");
    expect(panel!.text).toContain("−0.04");
    expect(panel!.text).toContain("tare query effects");
  });

  it("labels every field of the filter, which offers what the pairs have", () => {
    const labels = of("label");
    expect(labels.map(({ children }) => children[0]!.tag).sort()).toEqual(
      [...Array.from({ length: 4 }, () => "select"), "input"].sort(),
    );
    const values = (name: string) =>
      of("select")
        .find(({ attributes }) => attributes.name === name)!
        .children.map((one) => one.attributes.value);
    expect(values("operator")).toEqual(["", "length-padding", "number-changed", "question-turned"]);
    expect(values("side")).toEqual(["", "chosen", "rejected"]);
  });
});

describe("alone on a disk", () => {
  it("may load nothing but its own style and script, by their digests", () => {
    const whole = page(DETAILED);
    const digest = (tag: string) => {
      const found = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(whole)![1]!;
      return `'sha256-${createHash("sha256").update(found).digest("base64")}'`;
    };
    const policy = of("meta").find(
      ({ attributes }) => attributes["http-equiv"] === "Content-Security-Policy",
    )!;
    expect(policy.attributes.content).toBe(
      `default-src 'none'; style-src ${digest("style")}; script-src ${digest("script")}; img-src data:; base-uri 'none'; form-action 'none'`,
    );
  });

  it("names no address outside itself, and no style or handler within an element", () => {
    for (const { tag, attributes } of TWO) {
      for (const [name, value] of Object.entries(attributes)) {
        expect(name).not.toMatch(/^(on|style$|src$|srcset$|action$|formaction$|data$|poster$)/);
        if (name === "href") expect(value).toMatch(tag === "link" ? /^data:image\/svg/ : /^#/);
      }
    }
    expect(page(DETAILED).replaceAll("http://www.w3.org/2000/svg", "")).not.toMatch(/@import|url\(|https?:/);
  });
});

describe("where there is nothing", () => {
  it("an empty run has a page that says so", () => {
    const details = { ...DETAILED.details!, examples: [], noise: [], placement: [] };
    const elements = elementsOf(renderRunPage([{ ...EMPTY, details }], []));
    expect(texts("h1", elements)).toEqual([
      "tare-mini-bt is not judged: the rubric demo makes no claim that decides.",
    ]);
    const all = squeezed(of("main", elements)[0]!.text);
    for (const part of ["No claim decides", "There is no valid pair", "noise floor was not measured"])
      expect(all).toContain(part);
  });

  it("a view without its details says that the pairs did not come", () => {
    const all = squeezed(of("main", elementsOf(renderRunPage([BAD], [])))[0]!.text);
    expect(all).toContain("The pairs did not come with this page.");
  });

  it("no run has one too", () => {
    expect(texts("h1", elementsOf(renderRunPage([], [])))).toEqual(["There is no run to show."]);
  });

  it("a command that failed says where and what to do", async () => {
    const failure = { code: "TARE_DATA_EMPTY", message: "no record", where: "a<b>.jsonl", fix: "Give one." };
    const elements = elementsOf(await html.renderFailure!(failure, { color: false, width: 80 }));
    expect(squeezed(of("main", elements)[0]!.text)).toBe(
      "No verdict: no record Where: a<b>.jsonl What to do: Give one. TARE_DATA_EMPTY",
    );
  });
});
