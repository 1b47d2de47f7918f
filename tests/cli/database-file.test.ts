import { chmodSync, copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectNothingComplete, expectRefusal } from "./afterwards.js";
import { ask, complaints } from "./database.js";
import { fileLimit, readOnlyFolder, smallDisk, withoutPrivilege } from "./limits.js";
import { standingOf } from "./points.js";
import { lines, preferences } from "./preferences.js";
import { COMPLETENESS, EVERYTHING, KEEPS } from "./rubrics.js";
import { run, SCRIPTED } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();
const at = (name: string) => join(place.path, name);
const tare = (...args: string[]) => run(args, { cwd: place.path });
const GATE = ["run", "data.jsonl", "--model", KEEPS, "--rubric", "./rubric.json", "--quiet", "--db"];
const COMMANDS = [["gate"], ["db", "digest"]];

beforeAll(async () => {
  chmodSync(place.path, 0o755);
  place.file("data.jsonl", lines(preferences(12)));
  place.file("rubric.json", COMPLETENESS);
  place.file("large.jsonl", lines(preferences(200)));
  place.file("everything.json", EVERYTHING);
  expect(await tare(...GATE, "good.db")).toMatchObject({ code: 0, stderr: "" });
});

describe("a database that is not tare's", () => {
  const foreign = (name: string, make: (db: Database.Database) => void): Buffer => {
    const db = new Database(at(name));
    make(db);
    db.close();
    return readFileSync(at(name));
  };

  test("an SQLite database of another program is left as it is", async () => {
    const before = foreign("notes.db", (db) =>
      db.exec("CREATE TABLE notes (text); INSERT INTO notes VALUES ('mine')"),
    );
    for (const args of [
      [...GATE, "notes.db"],
      ["gate", "--db", "notes.db"],
      ["demo", "--fresh", "--db", "notes.db"],
    ])
      expectRefusal(
        await tare(...args),
        "TARE_DB_FOREIGN",
        /notes\.db: an SQLite database of another program/,
      );
    expect(readFileSync(at("notes.db")).equals(before)).toBe(true);
  });

  test("a file of another kind is left as it is", async () => {
    place.file("letter.db", "Dear Sir or Madam,\n");
    for (const args of [
      [...GATE, "letter.db"],
      ["gate", "--db", "letter.db"],
      ["demo", "--fresh", "--db", "letter.db"],
    ])
      expectRefusal(
        await tare(...args),
        "TARE_DB_FOREIGN",
        /letter\.db: this file is not an SQLite database/,
      );
    expect(readFileSync(at("letter.db"), "utf8")).toBe("Dear Sir or Madam,\n");
    expectRefusal(await tare(...GATE, "."), "TARE_DB_FOREIGN", /this is not a file/);
  });

  test("one that a newer tare has written", async () => {
    copyFileSync(at("good.db"), at("newer.db"));
    const db = new Database(at("newer.db"));
    db.pragma("user_version = 9999");
    db.close();
    const before = readFileSync(at("newer.db"));
    for (const args of [
      [...GATE, "newer.db"],
      ["report", "--db", "newer.db"],
    ])
      expectRefusal(
        await tare(...args),
        "TARE_DB_NEWER",
        /newer\.db: its schema is version 9999, this tare knows \d+/,
      );
    expect(readFileSync(at("newer.db")).equals(before)).toBe(true);
  });

  test("a damaged one", async () => {
    const bytes = Buffer.from(readFileSync(at("good.db")));
    bytes.fill(0xa5, 4096, bytes.length - 4096);
    writeFileSync(at("damaged.db"), bytes);
    for (const args of [["gate"], ["db", "digest"]])
      expectRefusal(
        await tare(...args, "--db", "damaged.db"),
        "TARE_DB_DAMAGED",
        /damaged\.db: SQLite finds/,
      );
  });

  test("an empty file becomes a database, an empty name does not", async () => {
    place.file("empty.db", "");
    expect((await tare(...GATE, "empty.db")).code).toBe(0);
    expectRefusal(await tare(...GATE, ""), "TARE_DB_FOREIGN", /this is not a file/);
  });
});

const drop = withoutPrivilege();
describe.skipIf(drop === undefined)(
  `without the right to write${drop ? "" : " (skipped: root, and no setpriv)"}`,
  () => {
    const asNobody = (...args: string[]) => run(args, { cwd: place.path, through: drop! });

    test("a folder: no database is made", async () => {
      readOnlyFolder(at("closed"));
      expectRefusal(
        await asNobody(...GATE, "closed/new.db"),
        "TARE_DB_READONLY",
        /closed\/new\.db: the database cannot be/,
      );
      expectRefusal(
        await asNobody(...GATE, "no/folder.db"),
        "TARE_DB_READONLY",
        /folder\.db: .*does not exist/,
      );
      expect(existsSync(at("closed/new.db"))).toBe(false);
    });

    test("a database: every command says so, and it stays as it is", async () => {
      readOnlyFolder(at("sealed"));
      chmodSync(at("sealed"), 0o755);
      copyFileSync(at("good.db"), at("sealed/good.db"));
      chmodSync(at("sealed/good.db"), 0o444);
      chmodSync(at("sealed"), 0o555);
      const before = readFileSync(at("sealed/good.db"));
      for (const args of [
        [...GATE, "sealed/good.db"],
        ...COMMANDS.map((command) => [...command, "--db", "sealed/good.db"]),
      ])
        expectRefusal(await asNobody(...args), "TARE_DB_READONLY", /good\.db: .* cannot be/);
      expect(readFileSync(at("sealed/good.db")).equals(before)).toBe(true);
      chmodSync(at("sealed"), 0o755);
      chmodSync(at("closed"), 0o755);
    });
  },
);

const LARGE = ["run", "large.jsonl", "--model", SCRIPTED, "--rubric", "./everything.json", "--quiet", "--db"];

const disk = smallDisk(at("disk"), 300);
afterAll(() => disk?.release());

test.skipIf(disk === undefined)(
  `a full disk${disk ? "" : " (skipped: no file system can be mounted)"}: told at every size, whole, and resumed to the same content`,
  async () => {
    const stages = new Set<string>();
    for (const kilobytes of [300, 1_200, 2_400]) {
      disk!.grow(kilobytes);
      expectRefusal(
        await tare(...LARGE, "disk/full.db"),
        "TARE_DB_FULL",
        /disk\/full\.db: there is no space left to write/,
      );
      stages.add(standingOf(at("disk/full.db")).state);
      expectNothingComplete(at("disk/full.db"));
    }
    expect(stages).toEqual(new Set(["", "pairing"])); // while reading, before the run is there, and after
    disk!.grow(64_000);
    expect((await tare(...LARGE, "disk/full.db")).code).toBe(3);
    expect((await tare(...LARGE, "roomy.db")).code).toBe(3);
    const digests = await Promise.all(
      ["disk/full.db", "roomy.db"].map(async (db) => (await tare("db", "digest", "--db", db)).stdout),
    );
    expect(digests[0]).toBe(digests[1]);
    expect(complaints(at("disk/full.db"))).toEqual([]);
  },
  180_000,
);

const limit = fileLimit(500);
test.skipIf(limit === undefined)("a write that the system refuses is told like a full disk", async () => {
  const ended = await run([...LARGE, "limited.db"], { cwd: place.path, through: limit! });
  expectRefusal(ended, "TARE_DB_FULL", /limited\.db: /);
  expectNothingComplete(at("limited.db"));
});

test("several commands at once share one new database", async () => {
  const models = ["scripted:length", "scripted:2*length", "scripted:bullets", "scripted:digits"];
  const ended = await Promise.all(
    models.map((model) =>
      tare(
        "run",
        "data.jsonl",
        "--rubric",
        "./rubric.json",
        "--quiet",
        "--db",
        "shared.db",
        "--model",
        model,
      ),
    ),
  );
  for (const { stderr } of ended) expect(stderr).toBe("");
  expect(ask(at("shared.db"), "SELECT state, count(*) AS n FROM runs GROUP BY state")).toEqual([
    { state: "complete", n: models.length },
  ]);
  expect(complaints(at("shared.db"))).toEqual([]);
});
