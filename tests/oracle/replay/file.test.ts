import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { openOracle } from "../../../src/oracle/open.js";
import { ask, OPTIONS, PARAPHRASE, PROMPT, question } from "../asked.js";

const folder = mkdtempSync(join(tmpdir(), "tare-replay-"));
afterAll(() => rmSync(folder, { recursive: true }));

const HEADER = { format: "tare-oracle-replay", version: 1, model: "a person", note: "written by hand" };
const RECORD = { step: "paraphrase", inputs: PARAPHRASE, answer: { rewritten: "Boil it for 8 minutes." } };

function written(lines: readonly unknown[], name = "r.jsonl"): string {
  writeFileSync(
    join(folder, name),
    lines.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join("\n"),
  );
  return name;
}
const open = (file: string, model?: string) =>
  openOracle(`replay:${file}`, { ...OPTIONS, cwd: folder, model });

describe("a file of recorded answers", () => {
  it("answers by step and inputs, in whatever order their fields stand", async () => {
    const { prompt, answer } = PARAPHRASE;
    const raw = {
      step: "degrade",
      inputs: { answer, keep: [], attribute: { why: "So.", name: "x" }, prompt },
      text: "I'd rather not",
    };
    const oracle = await open(written([HEADER, RECORD, "", raw, RECORD]));
    expect(await ask(oracle, question("paraphrase", { answer, prompt }))).toEqual({
      text: '{"rewritten":"Boil it for 8 minutes."}',
      finish: "stop",
      servedModel: "",
      promptTokens: null,
      completionTokens: null,
      attempts: 1,
      milliseconds: 0,
    });
    const degrade = question("degrade", { prompt, answer, attribute: { name: "x", why: "So." }, keep: [] });
    expect((await ask(oracle, degrade)).text).toBe("I'd rather not");
  });

  it("is known by who answered and by its bytes", async () => {
    const lines = [HEADER, RECORD];
    const oracle = await open(written(lines));
    const bytes = lines.map((line) => JSON.stringify(line)).join("\n");
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    expect(oracle.identity).toEqual({
      kind: "replay",
      model: "a person",
      address: "",
      files: { "r.jsonl": sha256 },
      note: "written by hand",
    });
    expect((await open(written([HEADER, RECORD, RECORD]))).key).not.toBe(oracle.key);
  });

  it("may be gzipped", async () => {
    writeFileSync(
      join(folder, "r.jsonl.gz"),
      gzipSync([HEADER, RECORD].map((line) => JSON.stringify(line)).join("\n")),
    );
    expect((await ask(await open("r.jsonl.gz"), question("paraphrase", PARAPHRASE))).finish).toBe("stop");
  });

  it("says that a question is not in it", async () => {
    const oracle = await open(written([HEADER, RECORD]));
    for (const other of [
      question("paraphrase", { ...PARAPHRASE, answer: "Nine minutes." }),
      question("can", { ...PARAPHRASE, model: "m", attributes: [] }),
    ])
      await expect(ask(oracle, other)).rejects.toMatchObject({
        code: "TARE_ORACLE_NOT_RECORDED",
        where: "r.jsonl",
      });
  });

  it("belongs to the model it names", async () => {
    const file = written([HEADER, RECORD]);
    expect((await open(file, "a person")).identity.model).toBe("a person");
    await expect(open(file, "gpt")).rejects.toMatchObject({ code: "TARE_ORACLE_MODEL" });
  });

  it.each<[string, readonly unknown[], string, RegExp]>([
    ["no header", [RECORD], "r.jsonl:1", /the first line of a replay is/],
    ["a header of another version", [{ ...HEADER, version: 2 }], "r.jsonl:1", /version 2 .* reads version 1/],
    ["a header without its model", [{ ...HEADER, model: undefined }], "r.jsonl:1", /model/],
    ["a line that is no JSON", [HEADER, RECORD, "{"], "r.jsonl:3:2", /not JSON/],
    ["a line that is no object", [HEADER, "[]"], "r.jsonl:2", /object/],
    ["an unknown step", [HEADER, { ...RECORD, step: "para" }], "r.jsonl:2", /step: /],
    ["an unknown field", [HEADER, { ...RECORD, answr: 1 }], "r.jsonl:2", /answr/],
    ["no inputs", [HEADER, { ...RECORD, inputs: undefined }], "r.jsonl:2", /inputs: /],
    [
      "an input too few",
      [HEADER, { ...RECORD, inputs: { prompt: PROMPT } }],
      "r.jsonl:2",
      /answer is missing/,
    ],
    [
      "an input too many",
      [HEADER, { ...RECORD, inputs: { ...PARAPHRASE, to: "x" } }],
      "r.jsonl:2",
      /to is none of them/,
    ],
    ["no answer", [HEADER, { ...RECORD, answer: undefined }], "r.jsonl:2", /either an answer .* or a text/],
    ["answer and text", [HEADER, { ...RECORD, text: "x" }], "r.jsonl:2", /either an answer .* or a text/],
    ["an answer of another shape", [HEADER, { ...RECORD, answer: { rewriten: "x" } }], "r.jsonl:2", /answer/],
    [
      "two answers",
      [HEADER, RECORD, RECORD, { ...RECORD, answer: { rewritten: "No." } }],
      "r.jsonl:4",
      /another answer to the same paraphrase question than in line 2/,
    ],
    ["nothing but a header", [HEADER], "r.jsonl", /no answer/],
    ["nothing", [""], "r.jsonl", /no answer/],
  ])("with %s is refused", async (_, lines, where, what) => {
    await expect(open(written(lines))).rejects.toMatchObject({
      code: "TARE_ORACLE_REPLAY",
      where,
      message: expect.stringMatching(what),
    });
  });

  it("that is not there, is a folder, or is not UTF-8 is refused", async () => {
    writeFileSync(join(folder, "latin.jsonl"), Buffer.from(`${JSON.stringify(HEADER)}\n"\xe9"`, "latin1"));
    for (const [file, what] of [
      ["none.jsonl", /no such file/],
      [".", /folder/],
      ["latin.jsonl", /UTF-8/],
    ] as const)
      await expect(open(file)).rejects.toMatchObject({
        code: "TARE_ORACLE_REPLAY",
        message: expect.stringMatching(what),
        where: expect.stringContaining(file),
      });
  });
});
