import { beforeAll, describe, expect, it, vi } from "vitest";
import type { RunView } from "../../../src/contract.js";
import { listQueries } from "../../../src/registry.js";
import { drawPanels, type Panel } from "../../../src/reports/charts/index.js";
import { textWidth } from "../../../src/reports/charts/plot/text-width.js";
import { COLOURS } from "../../../src/reports/html/style/colours.js";
import { elementsOf } from "../page.js";
import { EMPTY } from "../views.js";
import { readPlots } from "./reading.js";
import { HALF, RICH } from "./sample.js";

const HOSTILE = `</text></svg><script>alert(1)</script>"'&<a href="javascript:alert(1)">\u202e\u0000 ${"{{datum}}"}`;

/** Every name that comes from data, files or folders, made hostile in its own way. */
function poisoned(view: RunView): RunView {
  const names =
    /^(?:attribute|augmentation|degradation|hack|subset|name|checkpoint|chosenStyle|rejectedStyle|reason|value|adjustedFor)$/;
  return JSON.parse(
    JSON.stringify(view, (key, value: unknown) =>
      typeof value === "string" && names.test(key) && value !== "" ? `${HOSTILE}${value}` : value,
    ),
  );
}

let panels: readonly Panel[];
const made: unknown[] = [];

beforeAll(async () => {
  // The page's policy and the viewer's forbid code from text.
  const { Function: own } = globalThis;
  const watched = new Proxy(own, {
    construct: (target, words) => {
      made.push(words);
      return Reflect.construct(target, words);
    },
    apply: (target, self, words) => {
      made.push(words);
      return Reflect.apply(target, self, words);
    },
  });
  vi.stubGlobal("Function", watched);
  panels = await drawPanels([RICH, HALF]);
  vi.unstubAllGlobals();
});

describe("every chart", () => {
  it("is drawn where there is data, and only there", async () => {
    const names = [...new Set(panels.map(({ id }) => id.replace(/^chart-|-\d+$/g, "")))];
    expect(names).toEqual(
      "forest map curves best-of-n exchange drift ranking ranking-styles scores margins shifts checkpoints coverage comparison".split(
        " ",
      ),
    );
    expect(await drawPanels([EMPTY])).toEqual([]);
    expect(await drawPanels([])).toEqual([]);
  });

  it("makes no code of text", () => {
    expect(made).toEqual([]);
  });

  it("takes its colours from the page: none of its own, none that the page does not have", () => {
    for (const { svg } of panels) {
      const colours = [...svg.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map(([, colour]) => colour!);
      expect(colours.length).toBeGreaterThan(3);
      for (const colour of new Set(colours)) {
        expect(colour).toMatch(/^(?:none|transparent|var\(--[a-z0-9-]+\))$/);
        if (colour.startsWith("var")) expect(COLOURS).toContain(`${colour.slice(4, -1)}:`);
      }
      expect(svg).not.toMatch(
        / style="| font-family="| href|<(?:script|style|image|foreignObject|a)\b| on[a-z]+="/,
      );
    }
  });

  it("is an image with a name and a description, under ids that no other has", () => {
    const ids = panels.flatMap(({ svg, id, title, summary }) => {
      const [root, ...inner] = elementsOf(svg);
      expect(root!.attributes).toMatchObject({ role: "img", "aria-labelledby": `${id}-title ${id}-desc` });
      const own = inner.filter(({ attributes }) => attributes.id !== undefined);
      expect(own.map(({ text }) => text)).toEqual([title, summary]);
      return own.map(({ attributes }) => attributes.id!);
    });
    expect(ids).toEqual([...new Set(ids)]);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  });

  it("has its numbers beside it, and the question that they answer", () => {
    for (const { table, query, summary } of panels) {
      expect(table.rows.length).toBeGreaterThan(0);
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
      expect(query?.parameters.run).toMatch(/^[0-9a-f]+$/);
      expect(summary).toMatch(/^[A-Z].*\.$/su);
      expect(summary).not.toMatch(/undefined|null|NaN/);
    }
  });

  it("names a question of db/queries, with parameters that it takes", async () => {
    const queries = await listQueries();
    for (const { query } of panels) {
      const found = queries.find(({ name }) => name === query!.name);
      expect(found, query!.name).toBeDefined();
      const taken = found!.parameters.map(({ name }) => name);
      expect(taken).toEqual(expect.arrayContaining(Object.keys(query!.parameters)));
    }
  });

  it("stays small, and says what it leaves out", async () => {
    const many = <Row>(rows: readonly Row[], rename: (row: Row, at: number) => Row) =>
      Array.from({ length: 90 }, (_, at) => rows.map((row) => rename(row, at))).flat();
    const renamed = <Row extends { readonly augmentation: string }>(row: Row, at: number) => ({
      ...row,
      augmentation: `${row.augmentation}-${at}`,
    });
    const crowd: RunView = {
      ...RICH,
      coverage: many(RICH.coverage.slice(0, 2), renamed),
      effects: many(
        RICH.effects.filter(({ metric }) => metric === "bias" || metric === "correct-direction"),
        renamed,
      ),
      curves: many(RICH.curves, renamed),
      strata: many(RICH.strata, (row, at) => ({ ...row, stratum: { kind: "subset", value: `part-${at}` } })),
    };
    const drawn = await drawPanels([crowd]);
    for (const { svg } of drawn) expect(svg.length).toBeLessThan(150_000);
    const said = drawn.map(({ summary }) => summary).join("\n");
    for (const left of ["66 more operators", "120 more operators", "more parts"])
      expect(said).toContain(left);
  });

  it("is the same to the byte when it is drawn again", async () => {
    expect(await drawPanels([RICH, HALF])).toEqual(panels);
  });

  it("clips no word", () => {
    expect(outside(panels)).toEqual([]);
  });
});

describe("names from data", () => {
  it("stay text, fit, and have no sway over the reader's eye", async () => {
    const bad = await drawPanels([poisoned(RICH)]);
    expect(bad).toHaveLength(panels.filter(({ id }) => id.endsWith("-1")).length);
    const elements = bad.flatMap(({ svg }) => elementsOf(svg));
    expect([...new Set(elements.map(({ tag }) => tag))].sort()).toEqual([
      "desc",
      "g",
      "line",
      "path",
      "svg",
      "text",
      "title",
    ]);
    const texts = elements.map(({ text }) => text).join(" ");
    expect(texts).toContain("</text></svg><script>");
    expect(texts).not.toMatch(/[\u0000-\u001f\u202e]/);
    expect(outside(bad)).toEqual([]);
  });

  it("may be those of an object's own parts", async () => {
    const odd = JSON.parse(
      JSON.stringify(RICH).replaceAll("length-padding", "__proto__").replaceAll("towns", "constructor"),
    );
    const charts = await drawPanels([odd]);
    const map = charts.find(({ id }) => id === "chart-map")!;
    expect(map.svg).toContain(">__proto__@2<");
    expect(charts.find(({ id }) => id === "chart-ranking")!.svg).toContain(">subset constructor<");
  });
});

/** Words that reach past the edge, by the widest of common fonts. */
function outside(charts: readonly Panel[]): string[] {
  return charts.flatMap(({ id, svg }) => {
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!.map(Number);
    const words = readPlots(svg).flatMap(({ drawn }) => drawn.filter(({ tag }) => tag === "text"));
    expect(words.length).toBeGreaterThan(0);
    const over = words.filter(({ x, y, text, attributes }) => {
      const wide = textWidth(text, Number.parseFloat(attributes["font-size"]!));
      const part = { start: 0, middle: 0.5, end: 1 }[attributes["text-anchor"] ?? "start"]!;
      return x - wide * part < -1 || x + wide * (1 - part) > width! + 1 || y < 8 || y > height!;
    });
    return over.map(({ text }) => `${id}: ${text}`);
  });
}
