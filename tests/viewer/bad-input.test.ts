import { copyFileSync, openSync, renameSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/open.js";
import { openReading } from "../../src/store/open-reading.js";
import { serveViewer } from "../../src/viewer/serve.js";
import { askOne } from "../cli/database.js";
import { workplace } from "../cli/workplace.js";
import { addRun } from "../store/scored-store.js";
import { type LookedAt, lookAt, lookAtFile } from "./looked-at.js";

const place = workplace();
const made = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    subset: "",
    responses: [{ role: "chosen", score: index, changed: index + 1 } as const],
  }));
let viewer: LookedAt;

beforeAll(async () => {
  viewer = await lookAt((store) => void addRun(store, made(5), "model-a"));
});

describe("a parameter that cannot be", () => {
  it.each([
    ["/?verdikt=pass", 400, "did you mean verdict"],
    ["/?verdict=passed", 400, "pass, inconclusive, fail"],
    ["/?verdict=pass&verdict=fail", 400, "given twice"],
    [`/?model=${"x".repeat(3000)}`, 400, "longer than"],
    ["/?model=%00", 400, "NUL"],
    ["/pairs?dose=much", 400, "not a number"],
    ["/pairs?broken=yes", 400, "it is 1 or left out"],
    ["/pairs?after=xyz", 400, "cursor"],
    ["/pairs?after=W10&before=W10", 400, "contradict"],
    ["/pairs?search=%22", 400, "TARE_SEARCH_WORDS"],
    ["/pairs?search=!%3F", 400, 'name="search"'],
    ["/pairs?run=zz", 400, "digits"],
    ["/pairs?run=ffff", 404, "TARE_NO_RUN"],
    ["/run/zz", 400, "digits"],
    ["/run/ffff", 404, "TARE_NO_RUN"],
    ["/compare", 400, "2 to 8 runs"],
    ["/compare?a=1", 400, "takes run"],
    ["/pair/ffff", 404, "TARE_VIEW_PAGE"],
    ["/item/..%2f..%2fetc%2fpasswd", 404, "TARE_VIEW_PAGE"],
    ["/queries/worst-pear", 404, "did you mean worst-pairs"],
    ["/queries/runs?limit=3", 400, "TARE_VIEW_PARAMETER"],
    ["/queries/worst-pairs?augmentation=nope", 404, "TARE_UNKNOWN_NAME"],
    ["/queries/worst-pairs?augmentation=changed&limit=-1", 400, "whole number"],
    ["/sql/csv", 400, "sql is missing"],
    ["/sql?sql=SELECT%201%00", 400, "NUL"],
    [`/sql?sql=${"x".repeat(10_001)}`, 400, "longer than 10000"],
    ["/nowhere", 404, "there is no page"],
  ])("%s", async (path, status, says) => {
    const answer = await viewer.page(path);
    expect({ status: answer.status, says: answer.html.includes(says) }).toEqual({ status, says: true });
    expect(answer.html).toContain("TARE_");
    expect(answer.html).toContain('<nav class="places"');
  });

  it("empty fields of a form are none", async () => {
    expect((await viewer.page("/?model=&rubric=&verdict=&state=&data=")).status).toBe(200);
  });
});

describe("a database", () => {
  it("that is empty says so on every page", async () => {
    const empty = await lookAt(() => {});
    for (const [path, says] of [
      ["/", "holds no run yet"],
      ["/pairs", "holds no run yet"],
      ["/queries", "named queries"],
      ["/queries/runs", "0 rows"],
      ["/sql", "One statement"],
    ] as const) {
      const { html, status } = await empty.page(path);
      expect({ path, status, says: html.includes(says) }).toEqual({ path, status: 200, says: true });
    }
    expect((await empty.page("/queries/verdicts")).status).toBe(200);
  });

  it("that is missing, foreign, newer or no database is refused before anything is served", () => {
    expect(() => openReading(join(place.path, "none.db"), 100)).toThrow(
      expect.objectContaining({ code: "TARE_DB_MISSING" }),
    );
    const foreign = join(place.path, "foreign.db");
    const other = new Database(foreign);
    other.exec("CREATE TABLE t (a)");
    other.close();
    expect(() => openReading(foreign, 100)).toThrow(expect.objectContaining({ code: "TARE_DB_FOREIGN" }));
    writeFileSync(
      join(place.path, "text.db"),
      "not a database, but long enough to be looked at as one\n".repeat(20),
    );
    expect(() => openReading(join(place.path, "text.db"), 100)).toThrow(
      expect.objectContaining({ code: "TARE_DB_FOREIGN" }),
    );
    const newer = join(place.path, "newer.db");
    const ours = openStore(newer);
    ours.db.pragma("user_version = 9999");
    ours.db.close();
    expect(() => openReading(newer, 100)).toThrow(expect.objectContaining({ code: "TARE_DB_NEWER" }));
  });

  it("that is damaged gives a page that says so", async () => {
    const path = join(place.path, "damaged.db");
    copyFileSync(viewer.path, path);
    const pages = new Database(path, { readonly: true });
    const size = pages.pragma("page_size", { simple: true }) as number;
    const root = pages
      .prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'drift'")
      .pluck()
      .get() as number;
    pages.close();
    const file = openSync(path, "r+");
    writeSync(file, Buffer.alloc(size, 0xa5), 0, size, (root - 1) * size);
    const damaged = lookAtFile(path);
    const pair = askOne<string>(viewer.path, "SELECT key FROM pairs LIMIT 1");
    const { html, status } = await damaged.page(`/pair/${pair}`);
    expect(status).toBe(500);
    expect(html).toContain("TARE_DB_DAMAGED");
    expect(html).toContain("Restore it from a copy");
  });

  it("that is removed or replaced while it is shown gives a page that says so, not what is gone", async () => {
    const path = join(place.path, "moved.db");
    copyFileSync(viewer.path, path);
    const shown = lookAtFile(path);
    expect((await shown.page("/")).status).toBe(200);
    renameSync(path, `${path}.away`);
    for (const at of ["/", "/pairs", "/sql?sql=SELECT%201", "/sql/csv?sql=SELECT%201"]) {
      const { html, status } = await shown.page(at);
      expect({ at, status }).toEqual({ at, status: 500 });
      expect(html).toContain("TARE_DB_MISSING");
      expect(html).toContain("was removed, or moved elsewhere");
    }
    expect((await shown.page("/style.css")).status).toBe(200);
    copyFileSync(viewer.path, path);
    expect((await shown.page("/")).html).toContain("another file has taken the place");
    renameSync(`${path}.away`, path);
    expect((await shown.page("/")).status).toBe(200);
  });

  it("cannot be written through it", () => {
    const { store, close } = openReading(viewer.path, 100);
    for (const sql of ["DELETE FROM runs", "CREATE TABLE t (a)", "PRAGMA user_version = 3"])
      expect(() => store.db.exec(sql)).toThrow(/readonly/);
    close();
  });
});

describe("the server", () => {
  it("listens on 127.0.0.1 alone, at a port of its own, and ends when it is told to", async () => {
    const { store, close } = openReading(viewer.path, 100);
    const served = await serveViewer({ store, today: () => "2026-01-01", queryMs: 1_000 }, 0);
    expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{32}$/);
    const bare = await fetch(`http://127.0.0.1:${served.port}/`);
    expect(bare.status).toBe(403);
    const entered = await fetch(served.url);
    const cookie = entered.headers.get("set-cookie")!.split(";")[0]!;
    const page = await fetch(`http://127.0.0.1:${served.port}/`, { headers: { cookie } });
    expect(await page.text()).toContain("model-a");
    await expect(
      serveViewer({ store, today: () => "2026-01-01", queryMs: 1_000 }, served.port),
    ).rejects.toMatchObject({
      code: "TARE_VIEW_PORT",
    });
    await served.close();
    await expect(fetch(`http://127.0.0.1:${served.port}/`)).rejects.toThrow();
    close();
  });
});
