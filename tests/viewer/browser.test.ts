import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import Database from "better-sqlite3";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, askOne } from "../cli/database.js";
import { run, start } from "../cli/tare.js";
import { hasChromium, NO_CHROMIUM, openChromium, seriousIssues, type Watched } from "./chromium.js";
import { HOSTILE, hostileDatabase } from "./hostile.js";

/** Run in the page: whatever the data could have made of it. */
const INJECTED = `(() => {
  const all = [...document.querySelectorAll("*")];
  const foreign = all.filter((element) => /^(iframe|base|img|object|embed|math|frame|video|audio)$/i.test(element.tagName));
  const handlers = all.filter((element) => [...element.attributes].some(({ name }) => name.startsWith("on")));
  const scripts = [...document.scripts].filter((script) => script.closest("main") !== null);
  const links = [...document.querySelectorAll("a[href]")].filter((link) => link.origin !== location.origin);
  return [...foreign, ...handlers, ...scripts, ...links].map((element) => element.outerHTML.slice(0, 200));
})()`;

/** Run in the page: where the keyboard is, and whether that can be seen. */
const FOCUS = `(() => {
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  const seen = box.width > 0 && box.height > 0;
  return { what: element.getAttribute("href") ?? element.tagName, seen, outline: getComputedStyle(element).outlineStyle };
})()`;

describe.skipIf(hasChromium)("the viewer in a browser", () => {
  it.skip(NO_CHROMIUM, () => {});
});

describe.runIf(hasChromium)("the viewer in a browser", () => {
  let database: string;
  let child: ChildProcess;
  let url: string;
  let origin: string;
  let watched: Watched;
  let page: Page;
  let pages: readonly string[];

  beforeAll(async () => {
    database = await hostileDatabase();
    child = start(["view", database, "--json"], { cwd: dirname(database) });
    const [line] = (await once(child.stdout!, "data")) as [Buffer];
    ({ url } = JSON.parse(line.toString()) as { url: string });
    ({ origin } = new URL(url));
    watched = await openChromium();
    page = await watched.context.newPage();
    const runs = ask<{ id: string }>(database, "SELECT id FROM runs ORDER BY rowid").map(({ id }) => id);
    const pair = askOne<string>(database, "SELECT pair FROM run_pairs LIMIT 1");
    const item = askOne<string>(database, "SELECT id FROM items LIMIT 1");
    pages = [
      ...[
        "/",
        `/run/${runs[0]}`,
        `/compare?run=${runs.join("&run=")}`,
        "/pairs",
        "/pairs?broken=1",
        `/pair/${pair}`,
      ],
      ...[`/item/${item}`, "/queries", "/queries/worst-pairs?augmentation=length-padding", "/sql"],
      "/sql?sql=SELECT+*+FROM+pair_scores",
    ];
    await page.goto(url);
    await page.waitForURL(`${origin}/`);
  }, 120_000);

  afterAll(async () => {
    await watched?.close();
    child?.kill("SIGKILL");
  });

  /** Opens a page and waits until it is the one meant, which a report is only once it is drawn. */
  async function open(path: string, on: Page = page): Promise<void> {
    await on.goto(origin + path);
    await on.locator('meta[http-equiv="refresh"]').waitFor({ state: "detached", timeout: 60_000 });
    await on.waitForLoadState("load");
  }

  it("the token is gone from the address, and kept where no script reads it", async () => {
    expect(page.url()).toBe(`${origin}/`);
    const [cookie] = await watched.context.cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Strict", path: "/", domain: "127.0.0.1" });
    expect(await page.evaluate("document.cookie")).toBe("");
    expect(await page.evaluate("history.length")).toBeLessThanOrEqual(2);
    await page.goBack();
    expect(page.url()).not.toContain("token");
    await open("/");
  });

  it("every page loads without a complaint, and asks nobody else for anything", async () => {
    for (const path of pages) {
      await open(path);
      expect(await page.locator("h1").count()).toBe(1);
    }
    expect(watched.complaints).toEqual([]);
    expect(
      watched.requests.filter((one) => !one.startsWith(`${origin}/`) && !one.startsWith("data:")),
    ).toEqual([]);
    expect(watched.requests.length).toBeGreaterThan(pages.length);
  });

  it("no page scrolls sideways on a telephone", async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    for (const path of pages) {
      await open(path);
      const width = await page.evaluate<number>("document.documentElement.scrollWidth");
      expect(`${path} ${width}`).toBe(`${path} 360`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it("hostile strings stay text", async () => {
    const paths = [
      ...pages,
      ...ask<{ key: string }>(database, "SELECT key FROM pairs ORDER BY key LIMIT 25").map(
        ({ key }) => `/pair/${key}`,
      ),
      ...ask<{ id: string }>(database, "SELECT id FROM items").map(({ id }) => `/item/${id}`),
      ...HOSTILE.map((text) => `/pairs?search=${encodeURIComponent(text.toWellFormed())}`),
    ];
    for (const path of paths) {
      await open(path);
      const injected = await page.evaluate(INJECTED);
      expect({ path, injected }).toEqual({ path, injected: [] });
      expect(page.url().startsWith(origin)).toBe(true);
    }
    // Some are no words to search for: their page is a 400 that says so, which a browser puts on its console.
    expect(watched.complaints.splice(0).filter((one) => !one.includes("status of 400"))).toEqual([]);
  }, 180_000);

  it("filters, searches, pages on and back", async () => {
    await open("/");
    await page.getByLabel("State").selectOption("complete");
    await page.getByRole("button", { name: "Show" }).click();
    expect(new URL(page.url()).searchParams.get("state")).toBe("complete");
    expect(await page.locator("tbody tr").count()).toBe(2);
    await page.getByRole("link", { name: "Pairs" }).click();
    const first = await page.locator("tbody tr th").first().innerText();
    await page.getByRole("link", { name: "Next" }).click();
    expect(await page.locator("tbody tr th").first().innerText()).not.toBe(first);
    await page.getByRole("link", { name: "Previous" }).click();
    expect(await page.locator("tbody tr th").first().innerText()).toBe(first);
    await page.getByLabel("Operator").selectOption("number-changed");
    await page.getByLabel("Words in either text").fill("Nobody forgot it");
    await page.getByRole("button", { name: "Show" }).click();
    const operators = await page.locator("tbody tr td:nth-child(2)").allInnerTexts();
    expect(operators.length).toBeGreaterThan(3);
    expect(new Set(operators)).toEqual(new Set(["number-changed"]));
    await page.locator("tbody tr th a").first().click();
    expect(await page.locator("h1").innerText()).toContain("number-changed");
    expect(await page.locator("main ins").count()).toBeGreaterThan(1);
    expect(watched.complaints).toEqual([]);
  });

  it("compares the runs that are ticked", async () => {
    await open("/");
    for (const box of await page.getByRole("checkbox").all()) await box.check();
    await page.getByRole("button", { name: "Compare the runs ticked" }).click();
    await page.getByRole("heading", { name: "Models compared" }).waitFor({ timeout: 60_000 });
  });

  it("runs SQL by a key, and stops what does not end", async () => {
    await open("/sql");
    await page.locator("#sql").fill("SELECT 6 * 7 AS answer");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("cell", { name: "42" }).waitFor();
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "CSV" }).click();
    expect((await downloading).suggestedFilename()).toBe("tare.csv");
    expect(watched.complaints).toEqual([]);
    await page
      .locator("#sql")
      .fill("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n");
    const begun = performance.now();
    await page.getByRole("button", { name: "Run" }).click();
    await page.getByText("TARE_QUERY_TIMEOUT").waitFor({ timeout: 40_000 });
    expect(performance.now() - begun).toBeGreaterThan(9_000);
    // What a browser says of every page with a status of 400.
    expect(watched.complaints.splice(0)).toEqual([expect.stringContaining("status of 400")]);
    await open("/sql?sql=SELECT+1");
    expect(await page.getByRole("cell", { name: "1" }).count()).toBe(1);
  }, 90_000);

  it("can be used by keyboard alone", async () => {
    await open("/");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement?.textContent")).toBe("To the content");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement?.id")).toBe("content");
    const seen: string[] = [];
    for (let presses = 0; presses < 30 && !seen.at(-1)?.includes("/run/"); presses++) {
      await page.keyboard.press("Tab");
      const focus = await page.evaluate<{ what: string; seen: boolean; outline: string }>(FOCUS);
      expect(focus).toMatchObject({ seen: true, outline: "solid" });
      seen.push(focus.what);
    }
    expect(seen.at(-1)).toContain("/run/");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/run\//);
  });

  it.each([false, true])(
    "has nothing that axe-core finds serious; dark: %s",
    async (dark) => {
      const own = await openChromium({ dark });
      try {
        const on = await own.context.newPage();
        await on.goto(url);
        await on.waitForURL(`${origin}/`);
        for (const path of [...pages, "/nowhere", "/queries/worst-pairs", "/sql?sql=SELECT"]) {
          await open(path, on);
          expect({ path, issues: await seriousIssues(on) }).toEqual({ path, issues: [] });
        }
      } finally {
        await own.close();
      }
    },
    240_000,
  );

  it.each([false, true])(
    "the report as a file from disk has nothing either, and loads nothing; dark: %s",
    async (dark) => {
      const folder = dirname(database);
      const made = await run(["report", "--db", database, "--format", "html", "--output", "report.html"], {
        cwd: folder,
      });
      expect(made).toMatchObject({ code: 0 });
      const own = await openChromium({ dark });
      try {
        const on = await own.context.newPage();
        const file = pathToFileURL(join(folder, "report.html")).href;
        await on.goto(file);
        expect(await on.locator("h1").count()).toBe(1);
        expect(await seriousIssues(on)).toEqual([]);
        expect(own.complaints).toEqual([]);
        expect(own.requests.filter((one) => one !== file && !one.startsWith("data:"))).toEqual([]);
        expect(await on.evaluate('document.querySelectorAll("iframe, base, img, object").length')).toBe(0);
      } finally {
        await own.close();
      }
    },
    120_000,
  );

  it("gives nothing to a page of another origin", async () => {
    const stranger = createServer((_, answer) => {
      answer.setHeader("Content-Type", "text/html");
      answer.end("<!doctype html><title>stranger</title>");
    });
    stranger.listen(0, "127.0.0.1");
    await once(stranger, "listening");
    const own = await watched.context.newPage();
    try {
      await own.goto(`http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`);
      for (const mode of ["cors", "no-cors"])
        expect(
          await own.evaluate(
            `fetch("${origin}/", { credentials: "include", mode: "${mode}" }).then((answer) => answer.text(), () => "refused")`,
          ),
        ).toBe("refused");
      // A link of its own: the cookie knows no ports and goes along, and is not enough.
      const followed = own.waitForResponse(`${origin}/pairs`);
      await own.evaluate(`location.href = "${origin}/pairs"`);
      expect((await followed).status()).toBe(403);
      await own.getByText("TARE_VIEW_ORIGIN").waitFor();
    } finally {
      await own.close();
      stranger.close();
      watched.complaints.splice(0);
    }
  });

  it("ends with Ctrl-C, at once and with exit code 0", async () => {
    const closed = once(child, "close");
    child.kill("SIGINT");
    expect(await closed).toEqual([0, null]);
  });

  it("does not begin on a database that another process holds", async () => {
    const folder = dirname(database);
    const held = join(folder, "held.db");
    const made = new Database(held);
    made.pragma("locking_mode = EXCLUSIVE");
    made.exec("BEGIN EXCLUSIVE; CREATE TABLE t (a)");
    try {
      const ended = await run(["view", "held.db"], { cwd: folder });
      expect(ended.code).toBe(2);
      expect(ended.stderr).toContain("TARE_DB_BUSY");
      expect(ended.stdout).toBe("");
    } finally {
      made.close();
    }
  }, 60_000);
});
