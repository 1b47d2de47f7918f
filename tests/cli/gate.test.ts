import { rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { packagePath } from "../../src/paths.js";
import { copyModel } from "../scorers/fixture-models.js";
import { expectRefusal } from "./afterwards.js";
import { ask } from "./database.js";
import { lines, preferences } from "./preferences.js";
import { BREAKS, COMPLETENESS, KEEPS, NEITHER } from "./rubrics.js";
import { run } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();
const file = join(place.path, "tare.db");
const tare = (...args: string[]) => run(args, { cwd: place.path });
const weigh = (...models: string[]) =>
  tare("run", "data.jsonl", "--rubric", "./rubric.json", ...models.flatMap((model) => ["--model", model]));

interface RunRow {
  readonly id: string;
  readonly name: string;
  readonly verdict: string;
}
const runs = () =>
  ask<RunRow>(
    file,
    "SELECT r.id, s.name, r.verdict FROM runs r JOIN scorers s ON s.key = r.scorer ORDER BY r.id",
  );

beforeAll(async () => {
  place.file("data.jsonl", lines(preferences(30)));
  place.file("rubric.json", COMPLETENESS);
  await weigh(KEEPS);
  await weigh(NEITHER);
  await weigh(KEEPS, BREAKS);
});

const touchy = (version: number, body: string) => `export default {
  summary: "Adds a full stop.", version: ${version}, expects: "same", attribute: "nerves", changes: "response",
  applies: "Everything.", languages: "any", preserves: [], source: "A test.", examples: [],
  apply({ response }) { ${body} return response + "."; },
};`;

describe("tare gate", () => {
  test("judges the runs of the newest command, and the worst decides", async () => {
    const { code, stdout, stderr } = await tare("gate");
    expect(stderr).toBe("");
    expect(
      stdout
        .trim()
        .split("\n")
        .filter((line) => !line.startsWith(" "))
        .map((line) => line.split(/\s+/)[0])
        .sort(),
    ).toEqual(["FAIL", "PASS"]);
    expect(code).toBe(3);
  });

  test("gives every stored verdict again, by the shortest beginning of its id", async () => {
    const stored = runs();
    expect(stored.map(({ verdict }) => verdict).sort()).toEqual(["fail", "inconclusive", "pass"]);
    for (const { id, verdict } of stored) {
      const others = stored.filter((other) => other.id !== id);
      const length = [...id].findIndex(
        (_, at) => !others.some((other) => other.id.startsWith(id.slice(0, at + 1))),
      );
      const { code, stdout } = await tare("gate", "--run", id.slice(0, length + 1), "--json");
      const [gate] = JSON.parse(stdout);
      expect(gate).toMatchObject({ run: id, verdict });
      expect(code).toBe({ pass: 0, fail: 3, inconclusive: 4 }[verdict]);
      expect(gate.claims).toHaveLength(1);
      expect(gate.claims[0]).toMatchObject({
        claim: { id: "completeness/correct-direction", bound: 0.6 },
        verdict,
      });
    }
  });

  test("an ambiguous beginning is told with the runs it may mean", async () => {
    const ended = await tare("gate", "--run", "");
    expectRefusal(ended, "TARE_NO_RUN", /names several runs: /);
    for (const { id } of runs()) expect(ended.stderr).toContain(id.slice(0, 12));
  });

  test("an operator that threw is told again, and stays exit code 1", async () => {
    place.file("touchy.mjs", touchy(1, 'if (response.length % 2) throw new Error("odd length");'));
    const command = [
      ...["run", "data.jsonl", "--rubric", "./rubric.json", "--model", KEEPS, "--db", "touchy.db"],
      ...["--augmentation", "./touchy.mjs", "--quiet"],
    ];
    const ended = await tare(...command);
    const [{ threw, applied }] = ask<{ threw: number; applied: number }>(
      join(place.path, "touchy.db"),
      `SELECT (SELECT count(*) FROM skips WHERE stage = 'error' AND reason = 'threw' AND detail = 'odd length') AS threw,
              (SELECT count(*) FROM pairs WHERE augmentation = 'touchy') AS applied`,
    ) as [{ threw: number; applied: number }];
    expect(threw).toBeGreaterThan(0);
    expect(applied).toBeGreaterThan(0);
    expect(ended.stderr).toMatch(new RegExp(`^TARE_AUGMENTATION_THREW {2}${threw} pairs of run `, "m"));
    expect(ended.stderr).toMatch(/touchy on item [0-9a-f]{32}: odd length/);
    expect(ended.stdout).toMatch(/touchy .*threw \d+/);
    expect(ended.code).toBe(1);
    const gate = await tare("gate", "--db", "touchy.db");
    expect(gate.stdout).toMatch(/^PASS/);
    expect(gate.stderr).toContain(`TARE_AUGMENTATION_THREW  ${threw} pairs of run `);
    expect(gate.code).toBe(1);
    place.file("touchy.mjs", touchy(2, ""));
    const mended = await tare(...command);
    expect({ code: mended.code, stderr: mended.stderr }).toEqual({ code: 0, stderr: "" });
  });

  test("an unfinished run is none", async () => {
    const ended = await tare(
      "run",
      "data.jsonl",
      "--rubric",
      "./rubric.json",
      "--model",
      "scripted:1e308*length",
      "--db",
      "broken.db",
    );
    expect(ended.code).toBe(2);
    expectRefusal(await tare("gate", "--db", "broken.db"), "TARE_NO_RUN", /stopped while pairing/);
    expectRefusal(await tare("report", "--db", "broken.db"), "TARE_NO_RUN", /stopped while pairing/);
  });

  test("needs no model: the same verdict and exit code when its folder is gone", async () => {
    copyModel(packagePath("demo", "models", "tare-mini-bt"), join(place.path, "model"));
    const args = ["data.jsonl", "--rubric", "./rubric.json", "--limit", "8", "--db", "model.db", "--quiet"];
    const weighed = await tare("run", ...args, "--model", "./model", "--json");
    expect(weighed.stderr).toBe("");
    rmSync(join(place.path, "model"), { recursive: true });
    const gate = await tare("gate", "--db", "model.db", "--json");
    expect(gate.code).toBe(weighed.code);
    const verdict = ask(join(place.path, "model.db"), "SELECT verdict FROM runs");
    expect(JSON.parse(gate.stdout)).toEqual([expect.objectContaining(verdict[0]!)]);
    expect((await tare("report", "--db", "model.db")).code).toBe(0);
  });
});
