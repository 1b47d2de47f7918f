import { expect, test } from "vitest";
import type { ScorerIdentity } from "../../src/contract.js";
import { digestOf, scorerKey } from "../../src/keys.js";
import { nameProvider, withoutTf32 } from "../../src/scorers/onnx/tf32.js";

const identity: ScorerIdentity = {
  ...{ kind: "onnx", name: "rm", architecture: "Bert", dtype: "fp32", input: "pair", maxLength: 512 },
  ...{
    truncation: "response-end",
    batching: "right-padded",
    files: { "model.onnx": "aa" },
    heads: ["reward"],
  },
  provider: "cuda",
};

test("a process that scores keeps float32 as it is, unless the user says otherwise", () => {
  expect(withoutTf32({ PATH: "/bin" })).toEqual({ PATH: "/bin", NVIDIA_TF32_OVERRIDE: "0" });
  expect(withoutTf32({ NVIDIA_TF32_OVERRIDE: "1" })).toEqual({ NVIDIA_TF32_OVERRIDE: "1" });
});

test("with TF32 a card's provider has another name, and only there", () => {
  const on = { NVIDIA_TF32_OVERRIDE: "1" };
  expect(["cuda", "tensorrt", "cpu", "webgpu"].map((device) => nameProvider(device as "cuda", on))).toEqual([
    ...["cuda+tf32", "tensorrt+tf32", "cpu", "webgpu"],
  ]);
  expect(nameProvider("cuda", {})).toBe("cuda");
  expect(nameProvider("cuda", { NVIDIA_TF32_OVERRIDE: "0" })).toBe("cuda");
});

test("scores that an earlier version made in TF32 are never taken for scores in float32", () => {
  const { name: _, ...rest } = identity;
  expect(scorerKey(identity)).not.toBe(digestOf(rest)); // the key of that version
  const cpu = { ...rest, provider: "cpu" };
  expect(scorerKey({ ...cpu, name: "rm" })).toBe(digestOf(cpu)); // unchanged elsewhere
  expect(scorerKey({ ...identity, provider: "cuda+tf32" })).not.toBe(scorerKey(identity));
});
