import { beforeAll, describe, expect, it } from "vitest";
import { PAGE_SCRIPT } from "../../src/reports/html/script.js";
import { ask, askOne } from "../cli/database.js";
import { HOSTILE, hostileDatabase } from "./hostile.js";
import { type LookedAt, lookAtFile } from "./looked-at.js";

let viewer: LookedAt;

beforeAll(async () => {
  viewer = lookAtFile(await hostileDatabase());
});

/** Elements and attributes that pages of ours have. */
const OURS =
  /^(?:!doctype|html|head|meta|title|link|script|style|body|a|header|strong|nav|span|main|h[1-6]|p|b|i|u|form|label|select|option|input|textarea|button|div|table|caption|thead|tbody|tr|th|td|dl|dt|dd|details|summary|code|pre|ins|del|ul|ol|li|progress|footer|section|br|hr|svg|path|g|text|rect|line|circle|bdi|time|em|figure|figcaption|small|noscript|article|mark|kbd|abbr|defs|clippath|title|desc|use|h1)$/;

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

function tags(page: string): Tag[] {
  return [...page.matchAll(/<(?!\/)(!?[a-zA-Z][\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/g)].map(
    ([, name, rest]) => {
      const found = [...rest!.matchAll(/([^\s/="'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g)];
      const attributes = found.map(
        (one) => [one[1]!.toLowerCase(), one[2] ?? one[3] ?? one[4] ?? ""] as const,
      );
      return { name: name!.toLowerCase(), attributes: new Map(attributes) };
    },
  );
}

const LEADS = new Set(["href", "src", "action", "formaction", "content", "xlink:href"]);

/** What would run, load or lead elsewhere, had the data made it. */
function obeyed(page: string): string[] {
  return tags(page).flatMap(({ name, attributes }) => {
    const bad = [...attributes].filter(
      ([key, value]) =>
        key.startsWith("on") ||
        ["srcdoc", "style", "autofocus"].includes(key) ||
        (LEADS.has(key) && /^\s*(?:javascript:|https?:|\/\/|0;)/i.test(value)),
    );
    const inline = name === "script" && attributes.get("src") !== "/script.js";
    return bad.length > 0 || inline || !OURS.test(name) ? [`<${name} ${bad.join(" ")}>`] : [];
  });
}

/** A page without its tags: values of attributes are kept as they are, for the form to send back. */
const textOf = (page: string) => page.replace(/<(?:"[^"]*"|'[^']*'|[^>"'])*>/g, "");

async function everyPage(): Promise<string[]> {
  const pairs = ask<{ key: string }>(viewer.path, "SELECT key FROM pairs").map(({ key }) => `/pair/${key}`);
  const found = ask<{ id: string }>(viewer.path, "SELECT id FROM items").map(({ id }) => `/item/${id}`);
  const search = HOSTILE.map((text) => `/pairs?search=${encodeURIComponent(text.toWellFormed())}`);
  const subsets = HOSTILE.map((text) => `/pairs?subset=${encodeURIComponent(text.toWellFormed())}`);
  const sql = HOSTILE.map((text) => `/sql?sql=${encodeURIComponent(text.toWellFormed())}`);
  const model = HOSTILE.map((text) => `/?model=${encodeURIComponent(text.toWellFormed())}`);
  const named = HOSTILE.map(
    (text) => `/queries/worst-pairs?limit=${encodeURIComponent(text.toWellFormed())}`,
  );
  const missing = HOSTILE.map((text) => `/pair/${encodeURIComponent(text.toWellFormed())}`);
  const unknown = HOSTILE.map((text) => `/?${encodeURIComponent(text.toWellFormed())}=1`);
  const runs = ask<{ id: string }>(viewer.path, "SELECT id FROM runs").map(({ id }) => id);
  return [
    `/run/${runs[0]}`,
    "/",
    "/pairs",
    "/queries",
    "/sql",
    ...pairs,
    ...found,
    ...search,
    ...subsets,
    ...model,
    ...named,
    ...missing,
    ...unknown,
    ...sql.slice(0, 2),
  ];
}

describe("hostile strings", () => {
  it("the check itself finds what a page would obey", () => {
    const made = (text: string) => obeyed(`<p>${text}</p>`);
    const live = [0, 1, 2, 4, 5, 6, 7, 8, 11, 12, 13].map((index) => HOSTILE[index]!);
    expect(live.filter((text) => made(text).length === 0)).toEqual([]);
    expect(obeyed('<input value="x" onfocus="alert(1)">')).not.toEqual([]);
    expect(obeyed('<input value="&quot; onfocus=alert(1)">')).toEqual([]);
  });

  it("are in the database, as they were", () => {
    const stored = ask<{ response: string }>(viewer.path, "SELECT response FROM texts").map(
      ({ response }) => response,
    );
    for (const text of HOSTILE.map((one) => one.toWellFormed()))
      expect(stored.some((response) => response.includes(text))).toBe(true);
    expect(askOne(viewer.path, "SELECT count(*) FROM pairs")).toBeGreaterThan(HOSTILE.length);
  });

  it("stay text on every page", { timeout: 60_000 }, async () => {
    const pages = await everyPage();
    expect(pages.length).toBeGreaterThan(100);
    for (const path of pages) {
      const { html, status } = await viewer.page(path);
      // A report has its own script and style within it, once, and its policy lets nothing else run.
      const report = /^\/(run|compare)/.test(path);
      expect({ path, scripts: html.split("<script").length - 1 }).toEqual({ path, scripts: 1 });
      expect({ path, styles: html.split("<style").length - 1 }).toEqual({ path, styles: report ? 1 : 0 });
      expect({
        path,
        obeyed: obeyed(report ? html.replace(`<script>${PAGE_SCRIPT}</script>`, "") : html),
      }).toEqual({
        path,
        obeyed: [],
      });
      expect(status).toBeLessThan(500);
      // No control but line breaks and tabs, and none that turns a line: they are named instead.
      expect({
        path,
        hidden: textOf(html).match(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/u)?.[0],
      }).toEqual({
        path,
      });
    }
  });

  it("can be read there, whole", async () => {
    const [{ id }] = ask<{ id: string }>(
      viewer.path,
      "SELECT i.id FROM items i JOIN prompts p ON p.key = i.prompt WHERE p.text LIKE '%</script><script>alert(2)%'",
    ) as [{ id: string }];
    const { html } = await viewer.page(`/item/${id}`);
    expect(html).toContain("It reads &lt;/script&gt;&lt;script&gt;alert(2)&lt;/script&gt; and has 12 parts.");
    const [{ id: turned }] = ask<{ id: string }>(
      viewer.path,
      "SELECT i.id FROM items i JOIN prompts p ON p.key = i.prompt WHERE p.text LIKE '%esrever%'",
    ) as [{ id: string }];
    expect((await viewer.page(`/item/${turned}`)).html).toContain(
      '<span class="control">U+202E</span>esrever',
    );
  });
});
