import { once } from "node:events";
import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectRefusal } from "./afterwards.js";
import { ask, complaints } from "./database.js";
import { readOnlyFolder, smallDisk, withoutPrivilege } from "./limits.js";
import { lines, preferences } from "./preferences.js";
import { EVERYTHING } from "./rubrics.js";
import { run, SCRIPTED, start } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();
const at = (name: string) => join(place.path, name);
const tare = (...args: string[]) => run(args, { cwd: place.path });
const weigh = (data: string, db: string, model = SCRIPTED) =>
  tare("run", data, "--model", model, "--rubric", "./rubric.json", "--quiet", "--db", db);
const digestOf = async (db: string): Promise<string> =>
  JSON.parse((await tare("db", "digest", "--db", db, "--json")).stdout).digest;

/** Every action, on a database of this name. */
const actionsOn = (db: string): string[][] => [
  ["db", "check", "--quiet", "--db", db],
  ["db", "digest", "--db", db],
  ["db", "vacuum", "--db", db],
  ["db", "export", "--quiet", "--output", "never.db", "--db", db],
  ["db", "export", "--quiet", "--format", "csv", "--output", "never", "--db", db],
  ["db", "merge", "--quiet", "taker.db", db],
  ["db", "merge", "--quiet", db, "giver.db"],
];

const everyAction = (db: string, actions = actionsOn(db)) =>
  Promise.all(actions.map((args) => tare(...args)));

beforeAll(async () => {
  chmodSync(place.path, 0o755);
  place.file("rubric.json", EVERYTHING);
  place.file("here.jsonl", lines(preferences(10)));
  place.file("there.jsonl", lines(preferences(10, 5)));
  place.file("large.jsonl", lines(preferences(300)));
  await weigh("here.jsonl", "good.db");
  await weigh("there.jsonl", "giver.db", "scripted:0.05*digits+noise(0.4)");
  copyFileSync(at("giver.db"), at("taker.db"));
}, 60_000);

describe("a file that is no sound database of ours is told by every action, and left as it is", () => {
  const cases: readonly [name: string, make: () => Buffer, code: string][] = [
    ["foreign", () => sqliteWith("CREATE TABLE notes (x)"), "TARE_DB_FOREIGN"],
    ["letter", () => Buffer.from("Dear Sir or Madam,\n".repeat(300)), "TARE_DB_FOREIGN"],
    ["header", () => Buffer.from(readFileSync(at("good.db"))).fill(0xa5, 0, 100), "TARE_DB_FOREIGN"],
    [
      "newer",
      () => sqliteWith("PRAGMA application_id = 0x74617265; PRAGMA user_version = 9999"),
      "TARE_DB_NEWER",
    ],
    ["short", () => readFileSync(at("good.db")).subarray(0, 20_000), "TARE_DB_DAMAGED"],
  ];

  function sqliteWith(sql: string): Buffer {
    const db = new Database(at("made.db"));
    db.exec(sql);
    db.close();
    const bytes = readFileSync(at("made.db"));
    writeFileSync(at("made.db"), "");
    return bytes;
  }

  test.each(cases)("%s", async (name, make, code) => {
    const bytes = make();
    const taker = await digestOf("taker.db");
    writeFileSync(at(`${name}.db`), bytes);
    for (const ended of await everyAction(`${name}.db`))
      expectRefusal(ended, code, new RegExp(`${name}\\.db: `));
    expect(readFileSync(at(`${name}.db`)).equals(bytes)).toBe(true);
    expect(await digestOf("taker.db")).toBe(taker);
    expect(existsSync(at("never.db")) || existsSync(at("never"))).toBe(false);
  });

  test("no file: nothing is made of it", async () => {
    const ended = await everyAction("none.db", actionsOn("none.db").slice(0, -1));
    for (const one of ended) expectRefusal(one, "TARE_DB_MISSING", /none\.db: no such file/);
    expect(existsSync(at("none.db"))).toBe(false);
  });
});

test("held by another process: told, and left as it is", async () => {
  copyFileSync(at("good.db"), at("held.db"));
  const other = new Database(at("held.db"));
  other.pragma("locking_mode = EXCLUSIVE");
  other.prepare("SELECT count(*) FROM texts").get();
  // The file is not read here meanwhile: closing it would let go of the lock of this process.
  const ended = await everyAction("held.db");
  other.close();
  for (const one of ended) expectRefusal(one, "TARE_DB_BUSY", /held\.db: another process/);
  expect(readFileSync(at("held.db")).equals(readFileSync(at("good.db")))).toBe(true);
}, 60_000);

const drop = withoutPrivilege();
test.skipIf(drop === undefined)(
  `in a folder that may not be written${drop ? "" : " (skipped: root, and no setpriv)"}: merged from, and else told`,
  async () => {
    readOnlyFolder(at("sealed"));
    chmodSync(at("sealed"), 0o755);
    copyFileSync(at("good.db"), at("sealed/good.db"));
    chmodSync(at("sealed/good.db"), 0o444);
    chmodSync(at("sealed"), 0o555);
    chmodSync(place.path, 0o777);
    const before = readFileSync(at("sealed/good.db"));
    const asNobody = (...args: string[]) => run(args, { cwd: place.path, through: drop! });
    const [check, digest, vacuum, exported, tables, from, into] = actionsOn("sealed/good.db");
    for (const args of [check!, digest!, vacuum!, exported!, tables!, into!])
      expectRefusal(await asNobody(...args), "TARE_DB_READONLY", /good\.db: .* cannot be/);
    const merged = await asNobody(...from!.map((word) => (word === "taker.db" ? "of-nobody.db" : word)));
    expect(merged.stderr).toBe("");
    expect(merged.code).toBe(0);
    expect(await digestOf("of-nobody.db")).toBe(await digestOf("good.db"));
    expect(readFileSync(at("sealed/good.db")).equals(before)).toBe(true);
    chmodSync(at("sealed"), 0o755);
  },
);

const disk = smallDisk(at("disk"), 3_000);
afterAll(() => disk?.release());
test.skipIf(disk === undefined)(
  `a full disk${disk ? "" : " (skipped: no file system can be mounted)"}: nothing is half done`,
  async () => {
    await weigh("large.jsonl", "large.db");
    copyFileSync(at("good.db"), at("disk/small.db"));
    const before = await digestOf("disk/small.db");
    disk!.grow(3_000);
    expectRefusal(
      await tare("db", "merge", "--quiet", "disk/small.db", "large.db"),
      "TARE_DB_FULL",
      /small\.db: /,
    );
    expectRefusal(
      await tare("db", "export", "--quiet", "--db", "large.db", "--output", "disk/run.db"),
      "TARE_DB_FULL",
      /run\.db/,
    );
    expectRefusal(
      await tare(
        "db",
        "export",
        "--quiet",
        "--db",
        "large.db",
        "--format",
        "jsonl",
        "--output",
        "disk/lines",
      ),
      "TARE_OUTPUT",
      /the disk is full/,
    );
    expect(readdirSync(at("disk")).filter((name) => name.includes("part"))).toEqual([]);
    expect(existsSync(at("disk/run.db"))).toBe(false);
    expect(await digestOf("disk/small.db")).toBe(before);
    expect(complaints(at("disk/small.db"))).toEqual([]);
    disk!.grow(20_000);
    copyFileSync(at("large.db"), at("disk/large.db"));
    disk!.grow(1_000 + Math.ceil(readFileSync(at("disk/large.db")).length / 1024) + 400);
    expectRefusal(
      await tare("db", "vacuum", "--db", "disk/large.db"),
      "TARE_DB_FULL",
      /MB are needed in .*, .* MB are free/,
    );
    expect(readFileSync(at("disk/large.db")).equals(readFileSync(at("large.db")))).toBe(true);
  },
  120_000,
);

test("killed on the way, a merge has taken nothing, and the same command takes all", async () => {
  if (!existsSync(at("large.db"))) await weigh("large.jsonl", "large.db");
  await tare("db", "merge", "--quiet", "whole.db", "good.db", "large.db");
  const whole = await digestOf("whole.db");
  const before = await digestOf("good.db");
  const seen = new Set<string>();
  for (const wait of [400, 900, 1_600]) {
    copyFileSync(at("good.db"), at("killed.db"));
    const child = start(["db", "merge", "--quiet", "killed.db", "large.db"], { cwd: place.path }, "ignore");
    const closed = once(child, "close");
    setTimeout(() => child.kill("SIGKILL"), wait);
    await closed;
    const left = await digestOf("killed.db");
    expect([before, whole]).toContain(left);
    seen.add(left);
    expect((await tare("db", "merge", "--quiet", "killed.db", "large.db")).code).toBe(0);
    expect(await digestOf("killed.db")).toBe(whole);
    expect(complaints(at("killed.db"))).toEqual([]);
  }
  expect(seen).toContain(before);
}, 120_000);

describe("what the actions print", () => {
  test("check: nothing found is exit 0; else 2, each finding with what to do, also as JSON", async () => {
    expect(await tare("db", "check", "--quiet", "--db", "good.db")).toMatchObject({
      ...{
        code: 0,
        stderr: "",
        stdout: expect.stringMatching(/^good\.db: schema \d+, \d+ checks, 0 findings\n$/),
      },
    });
    copyFileSync(at("good.db"), at("edited.db"));
    const db = new Database(at("edited.db"));
    db.exec("UPDATE texts SET response = response || '!' WHERE key = (SELECT min(key) FROM texts)");
    db.close();
    const ended = await tare("db", "check", "--quiet", "--db", "edited.db", "--json");
    const { ok, findings } = JSON.parse(ended.stdout);
    expect([ended.code, ok]).toEqual([2, false]);
    expect(ended.stderr).toMatch(/^TARE_DB_CONTENT {2}edited\.db: \d+ findings? \(keys of texts/);
    expect(findings[0]).toMatchObject({
      check: "keys of texts",
      table: "texts",
      fix: expect.stringMatching(/^Restore/),
    });
    const table = await tare("db", "check", "--quiet", "--db", "edited.db");
    expect(table.stdout).toContain(findings[0].row);
  });

  test("export and merge: what was taken, on stdout; disagreements also on stderr", async () => {
    const [id] = ask<{ id: string }>(at("good.db"), "SELECT id FROM runs");
    const exported = await tare(
      "db",
      "export",
      "--db",
      "good.db",
      "--run",
      id!.id.slice(0, 8),
      "--output",
      "run.db",
      "--json",
      "--quiet",
    );
    expect(exported).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(exported.stdout)).toMatchObject({ output: "run.db", runs: [id!.id] });
    expectRefusal(
      await tare("db", "export", "--db", "good.db", "--output", "run.db"),
      "TARE_OUTPUT",
      /run\.db: something lies there/,
    );
    expectRefusal(
      await tare("db", "export", "--db", "good.db", "--output", "good.db", "--force"),
      "TARE_OUTPUT",
      /would write over --db/,
    );
    expectRefusal(
      await tare("db", "export", "--db", "good.db", "--run", "zz", "--output", "x.db"),
      "TARE_NO_RUN",
      /no run begins with zz/,
    );
    expectRefusal(
      await tare("db", "merge", "good.db", "./good.db"),
      "TARE_USAGE",
      /cannot be merged into itself/,
    );
    expectRefusal(await tare("db", "merge", "new.db", "run.db", "run.db"), "TARE_USAGE", /given twice/);
    const db = new Database(at("run.db"));
    db.exec("UPDATE scores SET logit = logit + 1 WHERE text = (SELECT min(text) FROM scores)");
    db.close();
    const merged = await tare("db", "merge", "--quiet", "--json", "good.db", "run.db");
    expect(merged.stderr).toBe("run.db: 1 score farther apart than the noise floor; those here are kept\n");
    expect(JSON.parse(merged.stdout).merged[0].scores).toMatchObject({
      beyond: 1,
      largest: [{ difference: expect.closeTo(1, 9) }],
    });
  });

  test("vacuum: bytes before and after; no action at all is told what there is", async () => {
    copyFileSync(at("good.db"), at("wide.db"));
    const { before, after } = JSON.parse((await tare("db", "vacuum", "--db", "wide.db", "--json")).stdout);
    expect(after).toBeLessThanOrEqual(before * 1.1);
    expect(await digestOf("wide.db")).toBe(await digestOf("good.db"));
    expectRefusal(await tare("db"), "TARE_USAGE", /Name an action: check, digest, vacuum, export, merge\./);
  });

  test("the database may be the first word; named twice, or also the output, it is refused", async () => {
    const named = await tare("db", "digest", "good.db", "--json");
    expect(JSON.parse(named.stdout).digest).toBe(await digestOf("good.db"));
    expectRefusal(await tare("db", "check", "good.db", "--db", "x.db"), "TARE_USAGE", /named twice/);
    const over = ["--output", "good.db", "--force"];
    expectRefusal(await tare("db", "export", "good.db", ...over), "TARE_OUTPUT", /would write over --db/);
    expectRefusal(
      await tare("db", "export", "--output", "tare.db", "--force"),
      "TARE_OUTPUT",
      /would write over --db/,
    );
  });

  test("merge into a new file: none is left where nothing was taken; what was is told before the error", async () => {
    place.file("letter.txt", "Dear Sir or Madam,\n".repeat(300));
    const refused = await tare("db", "merge", "--quiet", "fresh.db", "letter.txt");
    expectRefusal(refused, "TARE_DB_FOREIGN", /letter\.txt: this file is not an SQLite database/);
    expect(readdirSync(place.path).filter((name) => name.startsWith("fresh.db"))).toEqual([]);
    const half = await tare("db", "merge", "--quiet", "fresh.db", "good.db", "letter.txt");
    expect(half.code).toBe(2);
    expect(half.stderr).toMatch(/^good\.db: added [\s\S]*\nTARE_DB_FOREIGN {2}letter\.txt/);
    expect(await digestOf("fresh.db")).toBe(await digestOf("good.db"));
  });
});
