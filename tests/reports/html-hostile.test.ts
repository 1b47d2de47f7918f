import { describe, expect, it } from "vitest";
import { renderRunPage } from "../../src/reports/html/run-page.js";
import { DETAILED } from "./details.js";
import { type Element, elementsOf } from "./page.js";
import { CORPUS, poisoned } from "./poisoned.js";

const shape = (elements: readonly Element[]) =>
  elements
    .filter(({ attributes }) => attributes.class !== "control" && attributes.class !== "cut")
    .map(({ tag, attributes }) => `${tag} ${Object.keys(attributes).sort().join(" ")}`);
const tags = (elements: readonly Element[]) => new Set(elements.map(({ tag }) => tag));
const BENIGN = elementsOf(renderRunPage([poisoned(DETAILED, "xx ")], []));

describe.each(CORPUS.map((text) => [JSON.stringify(text), text]))("%s", (_, text) => {
  const page = renderRunPage([poisoned(DETAILED, text)], []);
  const elements = elementsOf(page);

  it("stays text wherever it stands", () => {
    expect([...tags(elements)].filter((tag) => !tags(BENIGN).has(tag))).toEqual([]);
    const count = (tag: string) => elements.filter((one) => one.tag === tag).length;
    expect([count("script"), count("style")]).toEqual([1, 1]);
    for (const { attributes } of elements)
      expect(Object.keys(attributes).filter((name) => /^(on|style|src)/.test(name))).toEqual([]);
    const known = new Set(shape(BENIGN));
    expect(shape(elements).filter((one) => !known.has(one))).toEqual([]);
  });

  it("is shown whole, what cannot be seen by its number", () => {
    const said = text
      .replace(/\r\n?/g, "\n")
      .replace(/[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, (control) =>
        control === "\n"
          ? control
          : `U+${control.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`,
      );
    const prose = elements.filter(({ attributes }) => attributes.class === "prose");
    expect(prose.length).toBeGreaterThan(5);
    for (const { text: seen } of prose) expect(seen).toContain(said);
    expect(page).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/);
  });
});
