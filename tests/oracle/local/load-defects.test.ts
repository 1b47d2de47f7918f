import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packagePath } from "../../../src/paths.js";
import { copy, edit, open, refused, remove } from "./spoilt.js";
import { asks, REFERENCE, TINY } from "./tiny-lm.js";

const graph = join("onnx", "model.onnx");

describe("a model that is refused when it is loaded", () => {
  it.each([
    [
      "a damaged graph",
      () =>
        copy((folder) =>
          writeFileSync(join(folder, graph), readFileSync(join(folder, graph)).subarray(0, 3000)),
        ),
      refused("TARE_MODEL_LOAD", /onnxruntime: /),
    ],
    [
      "a type that is no language model",
      () => copy(edit("config.json", (text) => text.replace('"llama"', '"bert"'))),
      refused("TARE_MODEL_CONFIG", /no language model .*bert/),
    ],
    [
      "a reward model's graph",
      () =>
        copy((folder) =>
          writeFileSync(
            join(folder, graph),
            readFileSync(packagePath("demo", "models", "tare-mini-bt", "onnx", "model_q4.onnx")),
          ),
        ),
      refused("TARE_MODEL_INPUTS", /takes no past_key_values, only input_ids/),
    ],
  ])("%s", async (_, spec, expected) => {
    await expect(open(`${spec()}#fp32`)).rejects.toMatchObject(expected);
  });

  it.runIf(process.platform !== "win32")("a device that this machine has not", async () => {
    await expect(open(TINY, { device: "dml" })).rejects.toMatchObject(
      refused("TARE_DEVICE_UNAVAILABLE", /no session on dml: /),
    );
  });
});

it("another dtype is another oracle, and needs no generation_config.json", async () => {
  const folder = copy(remove("generation_config.json"));
  const oracle = await open(folder, { dtype: "q8" });
  try {
    expect(Object.keys(oracle.identity.files)).toContain("onnx/model_quantized.onnx");
    expect(Object.keys(oracle.identity.files)).not.toContain("onnx/model.onnx");
    const [learnt] = REFERENCE.greedy;
    expect(await asks(oracle, learnt!.messages)).toMatchObject({ finish: "stop", text: learnt!.text });
  } finally {
    await oracle.close();
  }
});
