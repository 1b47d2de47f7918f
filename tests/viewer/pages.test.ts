import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { setState } from "../../src/store/runs.js";
import { ask, askOne } from "../cli/database.js";
import { lines, preferences } from "../cli/preferences.js";
import { workplace } from "../cli/workplace.js";
import { weigh } from "../stages/weighing.js";
import { addRun } from "../store/scored-store.js";
import { type LookedAt, lookAt, lookAtFile, TOKEN } from "./looked-at.js";

const place = workplace();
let viewer: LookedAt;
let path: string;

beforeAll(async () => {
  place.file("data.jsonl", lines(preferences(40)));
  place.file("rubric.json", {
    name: "small",
    why: "For a test.",
    minimumPrompts: 6,
    causal: [
      {
        attribute: "factuality",
        why: "Wrong.",
        augmentations: ["number-changed"],
        require: { correctDirection: { atLeast: 0.6 } },
      },
    ],
    spurious: [
      {
        attribute: "length",
        why: "Filler.",
        augmentations: ["length-padding@2", "length-padding@4"],
        expect: "not-higher",
        allow: { effect: 0.5 },
      },
    ],
  });
  await weigh(place.path, { models: ["scripted:0.01*length+noise(0.3)", "scripted:-length"] });
  path = `${place.path}/tare.db`;
  viewer = lookAtFile(path);
});

const idsIn = (html: string, kind: string) =>
  [...html.matchAll(new RegExp(`href="/${kind}/([0-9a-f]{32})"`, "g"))].map(([, id]) => id!);

describe("the list of runs", () => {
  it("has every run, the newest first, with its verdict", async () => {
    const { html } = await viewer.page("/");
    const stored = ask<{ id: string; verdict: string }>(
      path,
      "SELECT id, verdict FROM runs ORDER BY created_at DESC, rowid",
    );
    expect(idsIn(html, "run")).toEqual(stored.map(({ id }) => id));
    for (const { verdict } of stored) expect(html).toContain(`chip ${verdict}`);
  });

  it.each([
    ["model", "-length", 1],
    ["rubric", "small", 2],
    ["rubric", "other", 0],
    ["state", "complete", 2],
    ["state", "scoring", 0],
    ["data", "0", 0],
  ])("keeps to %s = %s", async (name, value, count) => {
    const { html } = await viewer.page(`/?${name}=${encodeURIComponent(value)}`);
    expect(idsIn(html, "run")).toHaveLength(count);
  });

  it("keeps to the verdict", async () => {
    for (const verdict of ["pass", "fail", "inconclusive"]) {
      const { html } = await viewer.page(`/?verdict=${verdict}`);
      expect(idsIn(html, "run")).toHaveLength(
        askOne(path, "SELECT count(*) FROM runs WHERE verdict = ?", verdict),
      );
    }
  });
});

describe("the pairs of a run", () => {
  const everyPair = async (query: string): Promise<string[]> => {
    const seen: string[] = [];
    for (let next: string | undefined = `/pairs?${query}`; next !== undefined; ) {
      const { html } = await viewer.page(next);
      seen.push(...idsIn(html, "pair"));
      next = /rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&");
    }
    return seen;
  };
  const asked = (where: string) =>
    ask<{ pair: string }>(
      path,
      `SELECT pair FROM pair_scores WHERE run = (SELECT run FROM newest_runs JOIN runs ON id = run ORDER BY runs.rowid LIMIT 1) AND ${where}
        ORDER BY difference DESC, pair DESC, item DESC, position DESC`,
    ).map(({ pair }) => pair);

  it.each([
    ["", "1"],
    ["augmentation=length-padding", "augmentation = 'length-padding'"],
    ["augmentation=length-padding&dose=4", "augmentation = 'length-padding' AND dose = 4"],
    ["attribute=factuality", "attribute = 'factuality'"],
    ["expects=not-higher", "expects = 'not-higher'"],
    ["role=rejected", "role = 'rejected'"],
    ["truncated=1", "truncated = 1"],
  ])("page by page under %j: every one, once, in order", async (query, where) => {
    const expected = asked(where);
    expect(await everyPair(query)).toEqual(expected);
    if (query === "") expect(expected.length).toBeGreaterThan(100);
  });

  it("turn round, and go back by pages", async () => {
    expect(await everyPair("order=ascending")).toEqual(asked("1").reverse());
    const second = /rel="next" href="([^"]+)"/
      .exec((await viewer.page("/pairs")).html)![1]!
      .replaceAll("&amp;", "&");
    const back = /rel="prev" href="([^"]+)"/
      .exec((await viewer.page(second)).html)![1]!
      .replaceAll("&amp;", "&");
    expect(idsIn((await viewer.page(back)).html, "pair")).toEqual(asked("1").slice(0, 50));
  });

  it("hold the words searched for", async () => {
    const { html } = await viewer.page("/pairs?search=nowhere-to-be-found");
    expect(html).toContain("No pair of this run is under these filters.");
    const [{ response }] = ask<{ response: string }>(path, "SELECT response FROM texts LIMIT 1") as [
      { response: string },
    ];
    const word = /[a-z]{5,}/.exec(response)![0];
    expect(idsIn((await viewer.page(`/pairs?search=${word}`)).html, "pair").length).toBeGreaterThan(0);
  });
});

describe("a pair and an item", () => {
  it("show both texts, the scores of all models, drift and the operator", async () => {
    const [pair] = ask<{ pair: string; item: string }>(path, "SELECT pair, item FROM run_pairs LIMIT 1");
    const { html, status } = await viewer.page(`/pair/${pair!.pair}`);
    expect(status).toBe(200);
    const scores = ask<{ base_score: number; variant_score: number }>(
      path,
      "SELECT base_score, variant_score FROM pair_scores WHERE pair = ?",
      pair!.pair,
    );
    expect(scores).toHaveLength(2);
    for (const { base_score, variant_score } of scores)
      for (const value of [base_score, variant_score])
        expect(html).toContain(
          String(
            Math.abs(Number(value.toPrecision(4))).toLocaleString("en-US", { maximumSignificantDigits: 4 }),
          ),
        );
    const missing = [">-length <", "similarity", "Struck through", ">bias<"].filter(
      (words) => !html.includes(words),
    );
    expect(missing).toEqual([]);
    const item = await viewer.page(`/item/${pair!.item}`);
    expect(idsIn(item.html, "pair")).toContain(pair!.pair);
  });
});

describe("the report of runs", () => {
  it("is the HTML report, with the way to the other pages and a link at each pair", async () => {
    const [{ id }] = ask<{ id: string }>(path, "SELECT id FROM runs ORDER BY rowid LIMIT 1") as [
      { id: string },
    ];
    const answer = await viewer.page(`/run/${id.slice(0, 10)}`);
    expect(answer.status).toBe(200);
    expect(answer.html).toContain('<nav class="places"');
    expect(answer.html).toContain("Worst pairs");
    expect(idsIn(answer.html, "pair").length).toBeGreaterThan(0);
  });

  it("compares several", async () => {
    const runs = ask<{ id: string }>(path, "SELECT id FROM runs ORDER BY rowid").map(({ id }) => id);
    const { html, status } = await viewer.page(`/compare?run=${runs.join("&run=")}`);
    expect(status).toBe(200);
    expect(html).toContain("Models compared");
  });

  it("of a run that is being written tells how far it is", async () => {
    let run = "";
    const writing = await lookAt((store) => {
      run = addRun(store, [{ subset: "", responses: [{ role: "chosen", score: 1 }] }], "half-way");
      setState(store, run, "scoring");
      store.db.exec("DELETE FROM scores");
    });
    const { html, status } = await writing.page(`/run/${run}`);
    expect(status).toBe(200);
    expect(html).toContain("<progress");
    expect(html).toContain("0 of 1 texts known so far");
    expect((await writing.page("/")).html).toContain("none yet");
    expect((await writing.page(`/pairs?run=${run}`)).html).toContain("still being written (scoring)");
  });
});

describe("named queries and SQL", () => {
  it("answer with the rows that SQLite gives, and as CSV with all of them", async () => {
    const sql = "SELECT pair, difference FROM pair_scores ORDER BY pair, run";
    const { html } = await viewer.page(`/sql?sql=${encodeURIComponent(sql)}`);
    const rows = ask(path, sql);
    expect(html).toContain(`${rows.length} rows`);
    const csv = await viewer.page(`/sql/csv?sql=${encodeURIComponent(sql)}`);
    expect(csv.html.trim().split("\n")).toHaveLength(rows.length + 1);
    expect(csv.html.startsWith("pair,difference\n")).toBe(true);
    const named = await viewer.page("/queries/worst-pairs?augmentation=length-padding&limit=3");
    expect(named.html).toContain("6 rows");
    expect(named.html).toContain(
      "tare query worst-pairs --param augmentation=length-padding --param limit=3 --db",
    );
    expect((await viewer.page("/queries/worst-pairs/csv?augmentation=length-padding&limit=3")).html).toMatch(
      /^model,expects/,
    );
    expect((await viewer.page("/queries/worst-pairs")).html).toContain("It wants augmentation.");
  });

  it("end their process once a CSV is not read on, or not at all", async () => {
    const own = () =>
      readdirSync(`/proc/${process.pid}/task`).flatMap((thread) =>
        readFileSync(`/proc/${process.pid}/task/${thread}/children`, "utf8").split(" ").filter(Boolean),
      );
    const before = new Set(own());
    const rows = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n";
    const csv = (init: RequestInit = {}) =>
      viewer.ask(`/sql/csv?sql=${encodeURIComponent(rows)}`, {
        ...init,
        headers: { cookie: `tare-view-4567=${TOKEN}` },
      });
    const head = await csv({ method: "HEAD" });
    expect([head.status, head.headers.get("content-type"), await head.text()]).toEqual([
      ...[200, "text/csv; charset=utf-8", ""],
    ]);
    await (await csv()).body!.cancel();
    const reader = (await csv()).body!.getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toMatch(/^i\n1\n2\n/);
    await reader.cancel();
    expect(own().filter((child) => !before.has(child))).toEqual([]);
  });

  it("are stopped at the limit, and say so", async () => {
    const endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";
    const { html, status } = await lookAtFile(path, 700).page(`/sql?sql=${encodeURIComponent(endless)}`);
    expect(status).toBe(400);
    expect(html).toContain("TARE_QUERY_TIMEOUT");
    expect(html).toContain("SELECT 1 UNION ALL");
  });

  it.each([
    ["DELETE FROM runs", "TARE_QUERY_NOT_READING"],
    ["WITH a AS (SELECT 1) DELETE FROM runs RETURNING id", "TARE_QUERY_NOT_READING"],
    ["PRAGMA user_version = 3", "TARE_QUERY_NOT_READING"],
    ["SELECT 1; SELECT 2", "TARE_QUERY_NOT_READING"],
    ["SELECT * FROM pair_score", "TARE_QUERY_SQL"],
    ["SELECT :x", "TARE_QUERY_PARAMETER"],
  ])("refuse %s", async (sql, code) => {
    const before = askOne(path, "SELECT count(*) FROM runs");
    for (const page of sql.startsWith("DELETE") ? ["/sql", "/sql/csv"] : ["/sql"]) {
      const { html, status } = await viewer.page(`${page}?sql=${encodeURIComponent(sql)}`);
      expect(status).toBe(400);
      expect(html).toContain(code);
    }
    expect(askOne(path, "SELECT count(*) FROM runs")).toBe(before);
  });
});
