import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { COMPARED, FORMULAS } from "../diff/compared.js";
import { describeWithShared } from "../shared.js";
import { expectRefusal } from "./afterwards.js";
import { ask } from "./database.js";
import { lines, preferences } from "./preferences.js";
import { run } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();
const tare = (...args: string[]) => run(args, { cwd: place.path });
const RUBRIC = { ...COMPARED, causal: [], spurious: [] };
const HELD = { ...RUBRIC, hacks: [{ ...COMPARED.hacks[0], maxDrop: { effect: 0.1 } }] };

beforeAll(async () => {
  place.file("data.jsonl", lines(preferences(30)));
  place.file("few.jsonl", lines(preferences(8)));
  place.file("rubric.json", RUBRIC);
  place.file("held.json", HELD);
  const { before, after } = FORMULAS;
  const models = [before, after].flatMap((model) => ["--model", model]);
  await tare("run", "data.jsonl", "--rubric", "./rubric.json", "--quiet", ...models);
});

describe("tare diff", () => {
  test("3 and the claim where something got worse, 0 where nothing did, by the scorers' names", async () => {
    const worse = await tare("diff", FORMULAS.before, FORMULAS.after, "--quiet");
    expect(worse.stderr).toBe("");
    expect(worse.stdout).toMatch(/^WORSE {2}length\/bias \(\d of \d claims compared\)/m);
    expect(worse.stdout).toContain("file formula");
    expect(worse.code).toBe(3);
    const better = await tare("diff", FORMULAS.after, FORMULAS.before, "--quiet");
    expect(better.stdout).toMatch(/^NOT WORSE .*better: length\/bias/m);
    expect(better.code).toBe(0);
  });

  test("4 where nothing can be compared, with the reasons", async () => {
    await tare(
      "run",
      "few.jsonl",
      "--rubric",
      "./rubric.json",
      "--quiet",
      "--model",
      "scripted:length",
      "--db",
      "few.db",
    );
    await tare("baseline", "save", "few.json", "--db", "few.db", "--quiet");
    const ended = await tare("diff", "few.json", FORMULAS.after, "--quiet");
    expect(ended.stdout).toMatch(/^NOT COMPARABLE {2}no claim can be compared/m);
    expect(ended.stdout).toContain("other data: without the pairs it is not known what both hold");
    expect(ended.code).toBe(4);
  });

  test("2 where a side is not there, or is damaged", async () => {
    expectRefusal(
      await tare("diff", "scripted:0.01*lenght", FORMULAS.after),
      "TARE_UNKNOWN_NAME",
      /no snapshot file/,
    );
    expectRefusal(await tare("diff", "no.json", FORMULAS.after), "TARE_BASELINE_MISSING", /no\.json/);
    expectRefusal(
      await tare("diff", "rubric.json", FORMULAS.after),
      "TARE_BASELINE_DAMAGED",
      /tare-baseline/,
    );
    expectRefusal(await tare("diff", "a", "b", "--margin", "-1"), "TARE_USAGE", /--margin/);
  });
});

describe("tare baseline, and what may not drop", () => {
  test("save, show, hold: 3 with the drop named, and its own scorer passes", async () => {
    const id = ask<{ id: string }>(
      join(place.path, "tare.db"),
      "SELECT r.id FROM runs r JOIN scorers s ON s.key = r.scorer WHERE 'scripted:' || s.name = ?",
      FORMULAS.before,
    )[0]!.id;
    expectRefusal(await tare("baseline", "save", "base.json"), "TARE_NO_RUN", /made several runs/);
    const saved = await tare("baseline", "save", "base.json", id.slice(0, 9));
    expect({ code: saved.code, stdout: saved.stdout }).toEqual({ code: 0, stdout: "" });
    expect(JSON.parse(readFileSync(join(place.path, "base.json"), "utf8"))).toMatchObject({ run: id });
    const shown = await tare("baseline", "show", "base.json");
    expect(shown.stdout).toContain("length/bias");
    expect(shown.stdout).toContain("30 items on 30 prompts");
    const weigh = (model: string, ...more: string[]) =>
      tare("run", "data.jsonl", "--rubric", "./held.json", "--quiet", "--model", model, ...more);
    expectRefusal(await weigh(FORMULAS.after), "TARE_BASELINE_MISSING", /--no-baseline/);
    const held = await weigh(FORMULAS.after, "--baseline", "base.json");
    expect(held.stdout).toMatch(/✗ bias, worse than the baseline +worse by/);
    expect(held.stdout).toMatch(
      /baseline 0\.01\*length\+noise\(0\.5\), run [0-9a-f]{12}: drops measured pair by pair/,
    );
    expect(held.code).toBe(3);
    const without = await weigh(FORMULAS.after, "--no-baseline", "--json");
    const [view] = JSON.parse(without.stdout).runs;
    expect(view.baseline).toMatchObject({ how: "none" });
    const gate = await tare("gate", "--baseline", "base.json");
    expect(gate.stdout).toContain("length/bias/drop");
    expect(gate.stdout).toContain("drops measured pair by pair");
  });
});

describeWithShared("two dtypes of one model", "fixtures/models/bert-pair", (fixture) => {
  test("are told apart by NAME#DTYPE, their keys' differences named, and compared pair by pair", async () => {
    const model = join(place.path, "bert");
    cpSync(fixture, model, { recursive: true });
    mkdirSync(join(model, "onnx"), { recursive: true });
    const quantized = "onnx/model_quantized.onnx";
    cpSync(join(fixture, "..", "defects", "dynamic-int8", quantized), join(model, quantized));
    const weighed = await tare(
      ...["run", "data.jsonl", "--rubric", "./rubric.json", "--quiet", "--db", "dtypes.db", "--threads", "1"],
      ...["--model", "./bert#fp32", "--model", "./bert#q8"],
    );
    expect(weighed.stdout).toContain("q8");
    const ended = await tare("diff", "bert#fp32", "./bert#q8", "--db", "dtypes.db", "--json", "--quiet");
    const found = JSON.parse(ended.stdout);
    expect(found).toMatchObject({
      paired: true,
      a: { scorer: { dtype: "fp32" } },
      b: { scorer: { dtype: "q8" } },
    });
    const fields = found.scorers.map(({ field }: { field: string }) => field);
    expect(fields).toEqual(expect.arrayContaining(["dtype", "file onnx/model.onnx", `file ${quantized}`]));
    expect(fields).not.toContain("maxLength");
    const compared = found.claims.filter(
      ({ difference }: { difference: number | null }) => difference !== null,
    );
    expect(compared.length).toBeGreaterThan(0);
    expect(ended.code).toBe({ worse: 3, "not worse": 0, "not comparable": 4 }[found.verdict as string]);
  });
});
