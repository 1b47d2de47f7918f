import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { ScorerKind } from "../../src/contract.js";
import { textKey } from "../../src/keys.js";
import { openScorer } from "../../src/scorers/open.js";
import precomputed from "../../src/scorers/precomputed.js";
import scripted from "../../src/scorers/scripted.js";

const folder = mkdtempSync(join(tmpdir(), "tare-precomputed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = (response: string) => ({ messages: [{ role: "user", content: "Q" }], response });

function write(name: string, ...lines: string[]): string {
  writeFileSync(join(folder, name), lines.join("\n"));
  return name;
}

describe("precomputed scores", () => {
  test("by key, by prompt string and by messages; blank lines are nothing", async () => {
    const scorer = await precomputed.open(
      write(
        "good.jsonl",
        JSON.stringify({ key: textKey(text("a")), score: 1.5 }),
        "",
        JSON.stringify({ prompt: "Q", response: "b", score: -2 }),
        JSON.stringify({
          prompt: [{ role: "user", content: "Q" }],
          response: "c",
          score: 1e-3,
          note: "kept",
        }),
      ),
      { cwd: folder },
    );
    const prepare = (response: string) => scorer.prepare(textKey(text(response)), text(response));
    expect(await scorer.score(["a", "b", "c"].map(prepare))).toEqual([[1.5], [-2], [0.001]]);
    await expect(scorer.score([prepare("d")])).rejects.toMatchObject({
      code: "TARE_SCORE_MISSING",
      message: expect.stringContaining(`${textKey(text("d"))}, whose response begins "d"`),
    });
    expect(scorer.shortfall?.()).toEqual({ missing: 1, of: 4 });
  });

  test.each([
    ["NaN", '{"prompt": "Q", "response": "a", "score": NaN}', /not finite/],
    ["Infinity", '{"prompt": "Q", "response": "a", "score": -Infinity}', /not finite/],
    ["a huge number", '{"prompt": "Q", "response": "a", "score": 1e400}', /finite|number/],
    ["null", '{"prompt": "Q", "response": "a", "score": null}', /not finite/],
    ["a string", '{"prompt": "Q", "response": "a", "score": "1"}', /wants "score"/],
    ["no response", '{"prompt": "Q", "score": 1}', /wants "score"/],
    ["a short key", '{"key": "ab", "score": 1}', /wants "score"/],
    ["no JSON", "{", /JSON/],
    ["two scores of one text", '{"prompt": "Q", "response": "ok", "score": 2}', /second, different score/],
  ])("%s is refused with file and line", async (_, line, what) => {
    const file = write("bad.jsonl", '{"prompt": "Q", "response": "ok", "score": 1}', line);
    await expect(precomputed.open(file, { cwd: folder })).rejects.toMatchObject({
      code: "TARE_SCORER_SPEC",
      where: `${join(folder, file)}:2`,
      message: expect.stringMatching(what),
    });
  });

  test("a file that is missing or empty", async () => {
    for (const file of ["none.jsonl", write("empty.jsonl", "")])
      await expect(precomputed.open(file, { cwd: folder })).rejects.toMatchObject({
        code: "TARE_SCORER_SPEC",
        where: join(folder, file),
      });
  });
});

describe("openScorer", () => {
  const kinds: ScorerKind[] = [
    { name: "scripted", ...scripted },
    {
      name: "onnx",
      summary: "",
      usage: "",
      open: async (spec) => scripted.open(`keyword(${JSON.stringify(spec)})`, { cwd: folder }),
    },
  ];
  test("kind:rest, else a path, else an error", async () => {
    const open = async (spec: string) => (await openScorer(spec, kinds, { cwd: folder })).identity.name;
    write("model", "");
    expect(await open("scripted:2*length")).toBe("2*length");
    expect(await open("model#q4")).toBe('keyword("model#q4")');
    expect(await open("onnx:anything")).toBe('keyword("anything")');
    await expect(open("modle")).rejects.toMatchObject({ code: "TARE_MODEL_MISSING", where: "modle" });
    await expect(open("scriptd:length")).rejects.toMatchObject({ code: "TARE_MODEL_MISSING" });
  });
});
