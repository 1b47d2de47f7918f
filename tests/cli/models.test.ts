import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { describeWithShared } from "../shared.js";
import { expectNothingComplete, expectRefusal } from "./afterwards.js";
import { askOne, complaints } from "./database.js";
import { lines, preferences } from "./preferences.js";
import { COMPLETENESS } from "./rubrics.js";
import { run } from "./tare.js";
import { workplace } from "./workplace.js";

describeWithShared("model folders on the command line", "fixtures/models", (folder) => {
  const place = workplace();
  beforeAll(() => {
    place.file("data.jsonl", lines(preferences(6)));
    place.file("rubric.json", COMPLETENESS);
  });

  const weigh = (model: string, db: string, ...more: string[]) =>
    run(
      [
        ...["run", "data.jsonl", "--rubric", "./rubric.json", "--model", model],
        ...["--db", db, "--threads", "1", "--quiet", ...more],
      ],
      { cwd: place.path },
    );

  const REFUSED: Readonly<Record<string, readonly [string, RegExp]>> = {
    "missing-tokenizer": ["TARE_MODEL_NO_TOKENIZER", /missing-tokenizer: .*tokenizer\.json/],
    "no-template": ["TARE_MODEL_TEMPLATE", /no-template: .*no chat template/],
    "wrong-output": ["TARE_MODEL_OUTPUTS", /last_hidden_state/],
    "truncated-file": ["TARE_MODEL_LOAD", /truncated-file/],
    "token-mismatch": ["TARE_MODEL_TOKENS", /256 embeddings/],
    "nan-logits": ["TARE_SCORE_NOT_FINITE", /nan-logits: text [0-9a-f]{32} scored NaN/],
  };
  const WEIGHED = ["batch1-only", "dtype-fp16", "dynamic-int8", "external-data"];

  test("every defect is spoken for", () => {
    expect(readdirSync(join(folder, "defects")).sort()).toEqual([...Object.keys(REFUSED), ...WEIGHED].sort());
  });

  test.each(Object.entries(REFUSED))("%s is refused", async (name, [code, says]) => {
    expectRefusal(await weigh(join(folder, "defects", name), `${name}.db`), code, says);
    expectNothingComplete(join(place.path, `${name}.db`));
  });

  test.each(WEIGHED)("%s is weighed", async (name) => {
    const { code, stderr } = await weigh(join(folder, "defects", name), `${name}.db`);
    expect(stderr).not.toMatch(/TARE_|^\s+at /m); // six items may all be the wrong way round
    expect([0, 3, 4]).toContain(code);
    const file = join(place.path, `${name}.db`);
    expect(askOne(file, "SELECT count(*) FROM scores")).toBeGreaterThan(12);
    expect(askOne<string>(file, "SELECT state FROM runs")).toBe("complete");
    expect(complaints(file)).toEqual([]);
  });

  test("several heads want a name, and keep all their scores", async () => {
    const model = join(folder, "multi-head");
    expectRefusal(await weigh(model, "heads.db"), "TARE_MODEL_HEADS", /5 heads and none chosen; heads: 0 /);
    expectRefusal(await weigh(model, "heads.db", "--head", "7"), "TARE_MODEL_HEADS", /no head "7"/);
    for (const head of ["0", "3"])
      expect([0, 3, 4]).toContain((await weigh(model, "heads.db", "--head", head)).code);
    const file = join(place.path, "heads.db");
    expect(askOne(file, "SELECT count(DISTINCT head) FROM scores")).toBe(5);
    expect(askOne(file, "SELECT count(*) FROM scores")).toBe(
      5 * askOne(file, "SELECT count(DISTINCT text) FROM scores"),
    );
    expect(askOne(file, "SELECT count(*) FROM runs WHERE state = 'complete'")).toBe(2);
  });
});
