import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import Database from "better-sqlite3";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drawPanels } from "../../src/reports/charts/index.js";
import { renderRunPage } from "../../src/reports/html/run-page.js";
import { hasChromium, NO_CHROMIUM, openChromium, seriousIssues, type Watched } from "../viewer/chromium.js";
import { DETAILED } from "./details.js";
import { elementsOf } from "./page.js";
import { CORPUS, poisoned } from "./poisoned.js";
import { BETTER } from "./views.js";

const SECOND = { ...BETTER, details: DETAILED.details! };
const folder = mkdtempSync(join(tmpdir(), "tare-page-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function write(name: string, ...views: Parameters<typeof renderRunPage>[0]): Promise<string> {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, renderRunPage(views, await drawPanels(views)));
  return pathToFileURL(file).href;
}

/** Run in the page: whatever a text could have made of it. */
const FOUND = `(() => {
  const all = [...document.querySelectorAll("*")];
  return {
    scripts: document.scripts.length,
    foreign: document.querySelectorAll("iframe, img, object, embed, base, math, video, body b, svg a").length,
    handlers: all.filter((one) => [...one.attributes].some(({ name }) => name.startsWith("on"))).length,
    addresses: [...document.querySelectorAll("a")].filter((one) => !one.getAttribute("href").startsWith("#")).length,
  };
})()`;

describe.skipIf(hasChromium)("the page in a browser", () => {
  it.skip(NO_CHROMIUM, () => {});
});

describe.runIf(hasChromium)("the page in a browser", () => {
  let watched: Watched;
  let page: Page;
  beforeAll(async () => {
    watched = await openChromium();
    page = await watched.context.newPage();
    await page.goto(await write("two", DETAILED, SECOND));
    return () => watched.close();
  });
  const pairs = () => page.locator("[data-pair]:visible").count();
  const form = () => page.locator("[data-filter]");
  const field = (label: string) => form().getByLabel(label);
  const open = () =>
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true;");

  it("asks for nothing, complains of nothing, and never scrolls sideways, however narrow", async () => {
    for (const width of [1280, 700, 360]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(watched.complaints).toEqual([]);
    expect(watched.requests.filter((url) => !/^(file|data):/.test(url))).toEqual([]);
  });

  it("filters by words and by field, says how many are left, and is cleared", async () => {
    const said = page.locator("[data-filter-said]");
    await open();
    const all = await page.locator("[data-pair]").count();
    expect(await pairs()).toBe(all);
    await field("Words").fill("1842");
    await expect.poll(() => said.textContent()).toBe(`2 of ${all} pairs on this page shown`);
    expect(await pairs()).toBe(2);
    await field("Model").selectOption("tare-mini-crome");
    await expect.poll(pairs).toBe(1);
    await field("Words").fill("nowhere in it");
    await expect.poll(pairs).toBe(0);
    await form().getByRole("button").click();
    await expect.poll(() => said.textContent()).toBe(`${all} pairs on this page`);
    await field("Side").selectOption("rejected");
    await expect.poll(pairs).toBe(await page.locator('[data-pair][data-side="rejected"]').count());
    await form().getByRole("button").click();
  });

  it("is light or dark by the reader's setting or by its button, which is remembered", async () => {
    const paper = () => page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    const button = page.getByRole("button", { name: /^Theme/ });
    const light = await paper();
    await page.emulateMedia({ colorScheme: "dark" });
    const dark = await paper();
    expect(dark).not.toBe(light);
    await button.click();
    expect([await button.textContent(), await paper()]).toEqual(["Theme: light", light]);
    await page.reload();
    expect(await paper()).toBe(light);
    await page.emulateMedia({ colorScheme: "light" });
    await button.click();
    expect([await button.textContent(), await paper()]).toEqual(["Theme: dark", dark]);
    await page.emulateMedia({ media: "print" });
    expect(await paper()).toBe(light);
    await page.emulateMedia({ media: "screen" });
    await button.click();
  });

  it("copies a command, or at least selects it", async () => {
    const first = page.locator("details.query").first();
    await first.locator("summary").click();
    await first.getByRole("button", { name: "Copy" }).first().click();
    await expect.poll(() => first.getByRole("button").first().textContent()).toMatch(/^(Copied|Selected)$/);
  });

  it("is reached by keyboard: first the way past the contents", async () => {
    await page.reload();
    await page.keyboard.press("Tab");
    expect(await page.evaluate<string>("document.activeElement.getAttribute('href')")).toBe("#content");
    await page.keyboard.press("Enter");
    expect(await page.evaluate<string>("document.activeElement.id")).toBe("content");
  });

  it.each(["light", "dark"] as const)(
    "axe-core finds nothing serious with all unfolded, %s",
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      await open();
      expect(await seriousIssues(page)).toEqual([]);
    },
  );

  it("without a script everything is there but the filter and the buttons", async () => {
    const browser = watched.context.browser()!;
    const context = await browser.newContext({ javaScriptEnabled: false });
    const still = await context.newPage();
    await still.goto(await write("still", DETAILED));
    expect(await still.locator("button:visible, form:visible").count()).toBe(0);
    expect(await still.locator("h1").textContent()).toContain("fails the rubric demo");
    expect(await still.locator("svg:visible").count()).toBeGreaterThan(0);
    await context.close();
  });

  it.each(CORPUS.map((text, at) => [JSON.stringify(text), text, at] as const))(
    "hostile text stays text: %s",
    async (_, text, at) => {
      await page.goto(await write(`hostile-${at}`, poisoned(DETAILED, text)));
      const found = await page.evaluate(FOUND);
      expect(found).toEqual({ scripts: 1, foreign: 0, handlers: 0, addresses: 0 });
      expect(watched.complaints).toEqual([]);
    },
  );
});

const SHELL = ["/usr/bin/sqlite3", "/usr/local/bin/sqlite3"].find((path) => existsSync(path));

describe.runIf(SHELL !== undefined)("the SQL on the page", () => {
  it("runs as it stands in the sqlite3 shell, whatever its parameters hold", () => {
    const file = join(folder, "shell.db");
    new Database(file).close();
    const sql = "SELECT :run, :augmentation, typeof(:limit), :limit + 1, :other IS NULL;";
    const names = ["run", "augmentation", "limit", "other"];
    const parameters = names.map((name) => ({ name, standard: name === "limit" ? "10" : null }));
    const query = { name: "worst-pairs", title: "?", parameters, sql };
    const odd = 'it\'s "one"; 12e5 \\ two';
    const [first] = DETAILED.details!.examples;
    const details = { ...DETAILED.details!, queries: [query], examples: [{ ...first!, augmentation: odd }] };
    const run = "12e5";
    const page = elementsOf(renderRunPage([{ ...DETAILED, run, details }], []));
    const [block] = page.filter(({ attributes }) => attributes.id === "pairs-0-sql");
    const answer = execFileSync(SHELL!, [file], { input: block!.text, encoding: "utf8" });
    expect(answer).toBe(`${run}|${odd}|integer|3|1\n`);
  });
});
