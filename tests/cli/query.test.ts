import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { openStore } from "../../src/store/open.js";
import { addRun } from "../store/scored-store.js";
import { expectRefusal } from "./afterwards.js";
import { run, start } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();
const file = join(place.path, "tare.db");
const tare = (...args: string[]) => run(["query", ...args], { cwd: place.path });
const ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT";

beforeAll(() => {
  const store = openStore(file);
  addRun(store, [{ subset: "a", responses: [{ role: "chosen", score: 2, changed: 1 }] }], "model");
  store.db.close();
});

describe("tare query --sql", () => {
  test("answers, with parameters, from stdin too", async () => {
    const sql = "SELECT subset, difference < :most AS less FROM pair_scores";
    const asked = await tare("--sql", sql, "--param", "most=0", "--format", "csv");
    expect(asked).toEqual({ code: 0, stdout: "subset,less\na,1\n", stderr: "" });
    const piped = await run(["query", "--sql", "-", "--json"], {
      cwd: place.path,
      input: "SELECT 1 AS a;\n",
    });
    expect(JSON.parse(piped.stdout)).toEqual([{ a: 1 }]);
  });

  test("a write and an endless query are refused, and the database stays as it is", async () => {
    const before = readFileSync(file);
    const refused = await tare("--sql", "DELETE FROM runs RETURNING id");
    expectRefusal(refused, "TARE_QUERY_NOT_READING", /SELECT, WITH, VALUES or EXPLAIN/);
    const late = await tare("--sql", `${ENDLESS} count(*) FROM n`, "--timeout", "0.5");
    expectRefusal(late, "TARE_QUERY_TIMEOUT", /did not end within 0\.5 s/);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(place.path)).toEqual(["tare.db"]);
  });

  test("a table shows some rows and tells how many more there are", async () => {
    const { code, stdout, stderr } = await tare("--sql", "VALUES (1), (2), (3)", "--limit", "2");
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: "the query: 2 rows shown of 3: --limit 0 writes all\n",
    });
    expect(stdout).toContain("│ 2       │");
  });
});

describe.skipIf(process.platform !== "linux")("a query that nobody waits for any more", () => {
  const childOf = async (pid: number, part: string): Promise<number> => {
    for (;;) {
      const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
      // Once it has written its first rows it is at the query.
      if (child !== undefined && existsSync(join(place.path, part))) return Number(child);
      await new Promise((done) => setTimeout(done, 50));
    }
  };
  const gone = async (pid: number): Promise<void> => {
    const running = () =>
      existsSync(`/proc/${pid}`) && !/^State:\sZ/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
    while (running()) await new Promise((done) => setTimeout(done, 50));
  };

  test.each(["SIGKILL", "SIGINT"] as const)(
    "ends when tare ends by %s",
    async (signal) => {
      const sql = `${ENDLESS} count(*) FROM n`;
      const asking = start(
        ["query", "--sql", sql, "--timeout", "0", "--format", "csv", "--output", `${signal}.csv`],
        {
          cwd: place.path,
        },
      );
      const child = await childOf(asking.pid!, `${signal}.csv.part`);
      process.kill(asking.pid!, signal);
      await gone(child);
      const left = readdirSync(place.path).filter((name) => name.startsWith(signal));
      expect(left).toEqual(signal === "SIGINT" ? [] : ["SIGKILL.csv.part"]);
    },
    20_000,
  );

  test("of a viewer ends when the viewer is killed, and so does the one that waits", async () => {
    const viewer = start(["view", "tare.db", "--json"], { cwd: place.path });
    const [line] = (await once(viewer.stdout!, "data")) as [Buffer];
    const { url } = JSON.parse(line.toString()) as { url: string };
    const cookie = (await fetch(url)).headers.get("set-cookie")!.split(";")[0]!;
    const asked = fetch(new URL(`/sql?sql=${encodeURIComponent(`${ENDLESS} count(*) FROM n`)}`, url), {
      headers: { cookie },
    }).catch(() => "cut off");
    const children = () =>
      readFileSync(`/proc/${viewer.pid}/task/${viewer.pid}/children`, "utf8").split(" ").filter(Boolean);
    // The one of the query, and the one that waits for the next.
    while (children().length < 2) await new Promise((done) => setTimeout(done, 50));
    await new Promise((done) => setTimeout(done, 500));
    const left = children().map(Number);
    viewer.kill("SIGKILL");
    expect(await asked).toBe("cut off");
    await Promise.all(left.map(gone));
  }, 20_000);
});
