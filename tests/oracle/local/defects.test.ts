import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { copy, edit, open, refused, remove } from "./spoilt.js";
import { TINY } from "./tiny-lm.js";

const both = (folder: string) => {
  edit("config.json", (text) => text.replace('"eos_token_id": 2,', ""))(folder);
  edit("generation_config.json", (text) => text.replace('"eos_token_id": 2,', ""))(folder);
};

describe("a model that is refused before anything is started", () => {
  it.each([
    ["no folder", () => "nowhere", refused("TARE_MODEL_MISSING", /no such folder/)],
    ["a file", () => join(TINY, "config.json"), refused("TARE_MODEL_MISSING", /a model is a folder/)],
    ["no graph", () => copy(remove("onnx")), refused("TARE_MODEL_NO_GRAPH", /neither onnx\/ nor the folder/)],
    [
      "no graph of that dtype",
      () => `${TINY}#q4`,
      refused("TARE_MODEL_NO_GRAPH", /dtype q4; there are: fp32 .*q8/),
    ],
    [
      "no tokenizer",
      () => copy(remove("tokenizer.json")),
      refused("TARE_MODEL_NO_TOKENIZER", /no tokenizer\.json/),
    ],
    [
      "no chat template",
      () => copy(remove("chat_template.jinja")),
      refused("TARE_MODEL_TEMPLATE", /no chat template/),
    ],
    ["no config", () => copy(remove("config.json")), refused("TARE_MODEL_CONFIG", /no config\.json/)],
    [
      "a damaged generation_config.json",
      () => copy(edit("generation_config.json", (text) => text.slice(0, 20))),
      refused("TARE_MODEL_CONFIG", /generation_config\.json cannot be read/),
    ],
    ["no end", () => copy(both), refused("TARE_MODEL_CONFIG", /has an eos_token_id/)],
  ])("%s", async (_, spec, expected) => {
    await expect(open(spec())).rejects.toMatchObject(expected);
  });

  it("an unknown device", async () => {
    const unknown = refused("TARE_USAGE", /no device "gpu"; there are auto, cpu, cuda/);
    await expect(open(TINY, { device: "gpu" })).rejects.toMatchObject(unknown);
  });
});

it("names the options of an oracle, not those of a reward model", async () => {
  const fix = "Name one after the folder, as in tiny-lm#fp32, or with --oracle-dtype.";
  await expect(open(TINY, { dtype: "q4" })).rejects.toMatchObject({ code: "TARE_MODEL_NO_GRAPH", fix });
  await expect(open(`${TINY}#q8`, { dtype: "q4" })).rejects.toMatchObject(
    refused("TARE_USAGE", /says q8 and --oracle-dtype q4/),
  );
});
