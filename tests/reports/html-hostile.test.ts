import { describe, expect, it } from "vitest";
import type { RunView } from "../../src/contract.js";
import { renderRunPage } from "../../src/reports/html/run-page.js";
import { DETAILED } from "./details.js";
import { type Element, elementsOf } from "./page.js";

/** Each breaks out of some place of a page that does not escape. */
const CORPUS = [
  "<script>alert(1)</script>",
  "</script><script>alert(1)</script>",
  "</style><style>*{display:none}</style>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "javascript:alert(1)",
  "]]><svg/onload=alert(1)>",
  "<!-- <b>",
  "--><script>alert(1)</script>",
  "&lt;b&gt; &amp; &#60;i&#62;",
  "</textarea></title></pre><iframe srcdoc='<b>'>",
  "\u0000<scr\u0000ipt>\u0008\u001b[31m",
  "\u202etxt.exe\u2066\u200f",
  "\ud800 lone \udc00",
  "$" + "{alert(1)} {{1+1}} <%= 1 %>",
  "line\r\nbreak\u2028\u2029end",
];
/** Words that are ours and mean something to the page. */
const OURS = new Set(
  "verdict metric comparison severity kind scope side role changes expects part state used createdAt at name:query sql run".split(
    " ",
  ),
);

/** The same view with a text in place of every one that comes from data, files or names. */
function poisoned(view: RunView, text: string): RunView {
  const visit = (value: unknown, key: string, path: string): unknown => {
    if (typeof value === "string")
      return OURS.has(key) || path.includes("queries") || key === "plan" ? value : `${text}${value}`;
    if (Array.isArray(value)) return value.map((one) => visit(one, key, path));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [
        path.endsWith("skipped") || path.endsWith("files") ? `${text}${name}` : name,
        visit(one, name, `${path}.${name}`),
      ]),
    );
  };
  return visit(view, "", "") as RunView;
}

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
