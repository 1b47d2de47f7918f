import { spawnSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { describeWithShared } from "../shared.js";
import { lines, preferences } from "./preferences.js";
import { run } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();
beforeAll(() => {
  place.file("data.jsonl", lines(preferences(12)));
});
const doctor = (...args: string[]) => run(["doctor", ...args, "--quiet"], { cwd: place.path });

describe("the card of a scorer without a model", () => {
  test("names the problems and ends well", async () => {
    const { code, stdout, stderr } = await doctor("scripted:-0.01*length", "data.jsonl");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^ {2}! warning wrong-sign: chosen above rejected in 0 %/m);
    expect(stdout).toMatch(/^ {2}order +chosen above rejected in 0 % \[0 %, \d+ %\] of 12 items$/m);
    expect(stdout).toMatch(/^ {2}looked at +12 of 12 items, 24 texts$/m);
  });

  test.each([
    [["scripted:length", "nowhere.jsonl"], "TARE_DATA_MISSING"],
    [["./nowhere"], "TARE_MODEL_MISSING"],
    [["scripted:length", "--reference", "nowhere.json"], "TARE_DATA_MISSING"],
    [["scripted:length", "--reference-script"], "TARE_USAGE"],
    [["scripted:length", "--tolerance", "-1"], "TARE_USAGE"],
    [["scripted:length", "--head", "1"], "TARE_MODEL_HEADS"],
    [[], "TARE_USAGE"],
  ])("%j: %s", async (args, error) => {
    const { code, stderr } = await doctor(...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(new RegExp(`^${error} {2}`, "m"));
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describeWithShared("the card of a model", "fixtures/models", (root) => {
  test("as JSON is whole", async () => {
    const { code, stdout, stderr } = await doctor(join(root, "llama-chat"), "data.jsonl", "--json");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const card = JSON.parse(stdout);
    expect(card).toMatchObject({
      model: join(root, "llama-chat"),
      facts: {
        identity: {
          architecture: "LlamaForSequenceClassification",
          dtype: "fp32",
          input: "chat",
          heads: ["LABEL_0"],
        },
        device: { obtained: "cpu" },
        reading: {
          inputs: [{ name: "input_ids", type: "int64" }, { name: "attention_mask" }],
          outputs: [{ name: "logits", type: "float32" }],
          special: { bos: { id: 1394, piece: "<|begin_of_text|>", special: true }, cls: null },
          pad: { id: 1399 },
          modelMaxLength: 131072,
          positions: 2048,
          sample: { doubled: 1, pair: null },
        },
        data: { items: 12, texts: 24, cut: { texts: 0 } },
        scores: { texts: 24, order: { items: 12 } },
        noise: { texts: 16 },
        reference: null,
      },
    });
    expect(card.facts.files.map(({ file }: { file: string }) => file)).toContain("onnx/model.onnx");
    expect(card.facts.placement.length).toBeGreaterThan(3);
    expect(card.facts.sweep[0]).toMatchObject({ budget: 1, batches: 16, padding: 0 });
    expect(card.problems.map(({ code: found }: { code: string }) => found)).toContain("double-bos");
  });

  test("shows the first and the last tokens of the sample", async () => {
    const { stdout } = await doctor(join(root, "modernbert-chat"));
    expect(stdout).toMatch(/^ {2}first tokens +\[CLS\] 1396 · U \d+ · s \d+ · er \d+ · : \d+ · \S+ \d+$/m);
    expect(stdout).toMatch(/^ {2}last tokens .* · \[SEP\] 1397$/m);
  });

  test("of a defect is printed, and its error on stderr", async () => {
    const { code, stdout, stderr } = await doctor(join(root, "defects/wrong-output"), "--json");
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      facts: null,
      problems: [{ code: "TARE_MODEL_OUTPUTS", severity: "fatal" }],
    });
    expect(stderr).toMatch(/^TARE_MODEL_OUTPUTS {2}/);
  });

  test("a reference that is off by a hundredth ends in 2 and names the text", async () => {
    const reference = JSON.parse(readFileSync(join(root, "bert-pair", "reference.json"), "utf8"));
    reference.cases[3].logits[0] += 0.01;
    const { code, stdout, stderr } = await doctor(
      join(root, "bert-pair"),
      "--reference",
      place.file("off.json", reference),
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(/^TARE_REFERENCE_MISMATCH {2}.*bert-pair: text "(.*)" is off by 1\.0e-2/);
    expect(stderr).toContain(`text "${reference.cases[3].id}"`);
    expect(stdout).toContain("DIFFERS: 16 texts of off.json");
  });

  const python = spawnSync("python3", ["--version"]).status === 0;
  test.skipIf(!python)("the program that makes a reference is Python, whatever the texts hold", async () => {
    const nasty = 'Quotes " and \' and \\ and """\n\u2028 and {braces} and \u0000 and 😀';
    place.file("nasty.jsonl", lines([{ prompt: nasty, chosen: `${nasty}!`, rejected: "None" }]));
    cpSync(join(root, "bert-pair"), join(place.path, "bert"), { recursive: true });
    for (const model of [join(root, "llama-chat"), join(root, "roberta-pair"), "bert"]) {
      const { code, stdout } = await doctor(model, "nasty.jsonl", "--reference-script");
      expect(code).toBe(0);
      const file = join(place.path, place.file("reference.py", stdout));
      const read = spawnSync(
        "python3",
        [
          "-c",
          // The literal of the texts alone is read back; torch is not wanted for that.
          "import ast, json, sys; tree = ast.parse(open(sys.argv[1], encoding='utf8').read()); print(json.dumps({t.targets[0].id: ast.literal_eval(t.value) for t in tree.body if isinstance(t, ast.Assign) and t.targets[0].id in ('MAX_LENGTH', 'DOUBLED', 'TEXTS')}))",
          file,
        ],
        { encoding: "utf8" },
      );
      expect(read.stderr).toBe("");
      const { MAX_LENGTH, DOUBLED, TEXTS } = JSON.parse(read.stdout);
      expect(MAX_LENGTH).toBe(model.endsWith("llama-chat") ? 2048 : 512);
      expect(DOUBLED).toBe(model.endsWith("llama-chat") ? 1 : undefined);
      expect(TEXTS.map((text: { messages: { content: string }[] }) => text.messages[0]!.content)).toEqual([
        nasty,
        nasty,
      ]);
      expect(TEXTS[0].messages[1]).toEqual({ role: "assistant", content: `${nasty}!` });
      expect(spawnSync("python3", ["-m", "py_compile", file]).status).toBe(0);
    }
  });
});
