import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { describeWithShared } from "../shared.js";
import { expectNothingComplete, expectRefusal } from "./afterwards.js";
import { ask, askOne } from "./database.js";
import { lines, preferences } from "./preferences.js";
import { COMPLETENESS } from "./rubrics.js";
import { run } from "./tare.js";
import { workplace } from "./workplace.js";

describeWithShared("how a model is opened, from the command line", "fixtures/models", (folder) => {
  const place = workplace();
  const bert = join(folder, "bert-pair");
  beforeAll(() => {
    place.file("data.jsonl", lines(preferences(6)));
    place.file("rubric.json", COMPLETENESS);
    place.file("plain.jinja", "{% for message in messages %}{{ message['content'] }} {% endfor %}");
  });

  const weigh = (model: string, db: string, ...more: string[]) =>
    run(
      [
        ...["run", "data.jsonl", "--rubric", "./rubric.json", "--model", model],
        ...["--db", db, "--threads", "1", "--quiet", ...more],
      ],
      { cwd: place.path },
    );
  const file = (db: string) => join(place.path, db);
  const scorer = (db: string) =>
    ask<Record<string, string | number>>(
      file(db),
      "SELECT dtype, provider, input, max_length, truncation, batching FROM scorers",
    );

  test("what was asked for is what the scorer is, and stands in the database", async () => {
    const half = join(folder, "defects", "dtype-fp16");
    const options = ["--dtype", "fp16", "--template", "pair", "--max-length", "24", "--truncation", "left"];
    const { code, stderr } = await weigh(half, "asked.db", ...options, "--batching", "single");
    expect([0, 3, 4], stderr).toContain(code);
    expect(scorer("asked.db")).toEqual([
      {
        dtype: "fp16",
        provider: "cpu",
        input: "pair",
        max_length: 24,
        truncation: "left",
        batching: "single",
      },
    ]);
    expect(askOne(file("asked.db"), "SELECT max(tokens) FROM scores")).toBe(24);
    const cut = askOne(file("asked.db"), "SELECT count(*) FROM scores WHERE truncated = 1");
    expect(cut).toBeGreaterThan(0);
    expect(stderr).toContain("longer than 24 tokens");
  });

  test("the size of a batch is how, not what: the same scorer, the same run, nothing scored again", async () => {
    await weigh(bert, "size.db", "--batch-tokens", "128");
    const scores = askOne(file("size.db"), "SELECT count(*) FROM scores");
    await weigh(bert, "size.db", "--batch-tokens", "64");
    expect(askOne(file("size.db"), "SELECT count(*) FROM scores")).toBe(scores);
    expect(askOne(file("size.db"), "SELECT count(*) FROM runs")).toBe(1);
    expectRefusal(
      await weigh(bert, "none.db", "--dtype", "fp16"),
      "TARE_MODEL_NO_GRAPH",
      /there are: fp32 \(onnx\/model\.onnx\)/,
    );
  });

  test("--negate turns every reward of the same scores", async () => {
    await weigh(bert, "sign.db");
    await weigh(bert, "sign.db", "--negate");
    const weights = ask(file("sign.db"), "SELECT weight FROM run_heads ORDER BY weight");
    expect(weights).toEqual([{ weight: -1 }, { weight: 1 }]);
    const [one, other] = ask<{ estimate: number }>(
      file("sign.db"),
      "SELECT estimate FROM effects WHERE metric = 'effect' AND scope = 'attribute' AND stratum_kind = ''",
    );
    expect(one!.estimate).not.toBe(0);
    expect(one!.estimate).toBeCloseTo(-other!.estimate, 12);
  });

  test("a text over the window stops a run that may not truncate", async () => {
    const ended = await weigh(bert, "error.db", "--max-length", "24", "--truncation", "error");
    expectRefusal(ended, "TARE_TEXT_TOO_LONG", /\d+ tokens/);
    expectNothingComplete(file("error.db"));
  });

  test("a template of one's own is read, and one that is not there is named", async () => {
    const chat = join(folder, "qwen2-chat");
    const { code, stderr } = await weigh(chat, "own.db", "--template", "./plain.jinja");
    expect([0, 3, 4], stderr).toContain(code);
    expect(scorer("own.db")).toMatchObject([{ input: "chat" }]);
    expectRefusal(
      await weigh(chat, "none.db", "--template", "./none.jinja"),
      "TARE_MODEL_TEMPLATE",
      /none\.jinja/,
    );
  });

  test.each([
    ["--dtype", "fp12"],
    ["--truncation", "middle"],
    ["--device", "toaster"],
    ["--batching", "sometimes"],
  ])("%s %s is no choice, and the choices are told", async (option, value) => {
    const ended = await weigh(bert, "choice.db", option, value);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain(value);
    expect(ended.stderr).toMatch(/choices/i);
    expect(ended.stdout).toBe("");
  });

  test("a length below any text, or beyond the model, is refused with its bounds", async () => {
    const { max_position_embeddings: most } = JSON.parse(readFileSync(join(bert, "config.json"), "utf8"));
    for (const [length, says] of [
      ["0", /whole number above 0/],
      ["7", /at least 8/],
      [String(most + 1), new RegExp(`more than the model's ${most}`)],
    ] as const)
      expectRefusal(await weigh(bert, "length.db", "--max-length", length), "TARE_USAGE", says);
  });
});
