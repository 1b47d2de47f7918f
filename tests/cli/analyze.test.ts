import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { expectRefusal } from "./afterwards.js";
import { ask } from "./database.js";
import { lines, preferences } from "./preferences.js";
import { BREAKS, COMPLETENESS, KEEPS } from "./rubrics.js";
import { run } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();
const file = join(place.path, "tare.db");
const tare = (...args: string[]) => run(args, { cwd: place.path });

beforeAll(async () => {
  place.file("data.jsonl", lines(preferences(30)));
  place.file("rubric.json", COMPLETENESS);
  const data = ["data.jsonl", "--rubric", "./rubric.json", "--quiet"];
  const ended = await tare("run", ...data, "--model", KEEPS, "--model", BREAKS);
  expect(ended.code).toBe(3);
});

describe("tare analyze", () => {
  test("tells verdicts and counts, changes nothing, and has done its job whatever the verdict", async () => {
    const digest = (await tare("db", "digest")).stdout;
    const { code, stdout, stderr } = await tare("analyze", "--quiet");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const told = stdout.trim().split("\n");
    expect(told.filter((line) => /^(PASS|FAIL) +\S+ · .+ · run [0-9a-f]{12}$/.test(line))).toHaveLength(2);
    expect(
      told.filter((line) => /^ {2}\d+ effects on all the data, \d+ on parts of it/.test(line)),
    ).toHaveLength(2);
    expect((await tare("db", "digest")).stdout).toBe(digest);
    expect((await tare("analyze", "--quiet")).stdout).toBe(stdout);
  });

  test("as JSON, for one run; progress goes to stderr", async () => {
    const [{ id }] = ask<{ id: string }>(file, "SELECT id FROM runs WHERE verdict = 'pass'") as [
      { id: string },
    ];
    const { code, stdout, stderr } = await tare("analyze", "--run", id.slice(0, 10), "--json");
    expect(code).toBe(0);
    expect(stderr).toMatch(/statistics/);
    const [effects] = ask<{ n: number }>(
      file,
      "SELECT count(*) AS n FROM effects WHERE run = ? AND stratum_kind = ''",
      id,
    );
    expect(JSON.parse(stdout)).toEqual([
      expect.objectContaining({
        run: id,
        verdict: "pass",
        effects: effects!.n,
        curvePoints: 0,
        disagreeing: [],
      }),
    ]);
  });

  test("help has examples", async () => {
    const { code, stdout } = await tare("analyze", "--help");
    expect(code).toBe(0);
    expect(stdout).toMatch(/tare analyze --run/);
  });

  test("refuses a run that is not there, and a database without one", async () => {
    expectRefusal(await tare("analyze", "--run", "ffffffff", "--quiet"), "TARE_NO_RUN", /no run begins with/);
    expectRefusal(await tare("analyze", "--db", "none.db", "--quiet"), "TARE_DB_MISSING", /no such file/);
  });

  test("refuses a run without all its scores", async () => {
    const ended = await tare(
      ...["run", "data.jsonl", "--rubric", "./rubric.json", "--quiet", "--db", "broken.db"],
      ...["--model", "scripted:1e308*length"],
    );
    expect(ended.code).toBe(2);
    expectRefusal(
      await tare("analyze", "--db", "broken.db", "--quiet"),
      "TARE_NO_RUN",
      /stopped while (pairing|scoring)/,
    );
  });
});
