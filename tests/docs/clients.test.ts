import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { packagePath } from "../../src/paths.js";
import { lines, preferences } from "../cli/preferences.js";
import { EVERYTHING } from "../cli/rubrics.js";
import { workplace } from "../cli/workplace.js";
import { weigh } from "../stages/weighing.js";

const place = workplace();

beforeAll(async () => {
  place.file("data.jsonl", lines(preferences(12)));
  place.file("rubric.json", EVERYTHING);
  await weigh(place.path, { models: ["scripted:0.01*length+0.5*bullets+noise(0.3)", "scripted:length"] });
});

/** Python's own sqlite3 is there wherever Python is; the others where PYTHON names an interpreter that has them. */
test("other clients answer what tare answers, by its views", () => {
  const script = packagePath("scripts", "clients", "compare.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, join(place.path, "tare.db")], {
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const told = stdout.trim().split("\n");
  expect(told).toHaveLength(5);
  for (const line of told) expect(line).toMatch(/^(same {5}.*: (\d+) of \2 answers|skipped {2}.*)$/);
}, 300_000);
