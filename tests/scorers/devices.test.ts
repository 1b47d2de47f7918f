import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { PACKAGE_ROOT } from "../../src/paths.js";
import { devicesToTry } from "../../src/scorers/onnx/devices.js";
import { countNodes, placement } from "../../src/scorers/onnx/placement.js";
import { describeWithShared } from "../shared.js";
import { withModel } from "./fixture-models.js";

describe("which devices are tried", () => {
  const names = (...asked: Parameters<typeof devicesToTry>) =>
    devicesToTry(...asked).map(({ device }) => device);

  test("auto takes a card where there is one, and WebGPU only when asked", () => {
    expect(names("auto", undefined, "linux")).toEqual(["cuda", "cpu"]);
    expect(names("auto", undefined, "win32")).toEqual(["cuda", "dml", "cpu"]);
    expect(names("auto", undefined, "darwin")).toEqual(["coreml", "cpu"]);
    expect(names("webgpu", undefined, "linux")).toEqual(["webgpu"]);
  });

  test("the number of a card goes to the devices that have one", () => {
    expect(devicesToTry("auto", 1, "linux").map(({ providers }) => providers)).toEqual([
      [{ name: "cuda", deviceId: 1 }],
      [{ name: "cpu" }],
    ]);
    expect(devicesToTry("tensorrt", 2, "linux")[0]!.providers).toEqual([
      { name: "tensorrt", deviceId: 2 },
      { name: "cuda", deviceId: 2 },
    ]);
    expect(() => devicesToTry("cpu", 0, "linux")).toThrow(
      /--device-id goes with cuda, tensorrt, dml or auto/,
    );
  });
});

test("the nodes of a profile are counted once by provider and operator", () => {
  const event = (name: string, provider: string, op_name: string, dur: number) => ({
    cat: "Node",
    name: `${name}_kernel_time`,
    dur,
    args: { provider, op_name },
  });
  const profile = [
    { cat: "Session", name: "model_run", dur: 900 },
    { cat: "Node", name: "a_fence_before", dur: 1, args: { op_name: "MatMul" } },
    event("a", "Cpu", "MatMul", 5),
    event("b", "Cpu", "MatMul", 6),
    event("a", "Cpu", "MatMul", 7),
    event("c", "Card", "Add", 1),
    event("d", "Cpu", "Add", 2),
  ];
  expect(countNodes(profile)).toEqual([
    { provider: "Card", operator: "Add", nodes: 1, microseconds: 1 },
    { provider: "Cpu", operator: "MatMul", nodes: 2, microseconds: 18 },
    { provider: "Cpu", operator: "Add", nodes: 1, microseconds: 2 },
  ]);
});

const LIBRARIES = join(
  PACKAGE_ROOT,
  "node_modules",
  "onnxruntime-node",
  "bin",
  "napi-v6",
  process.platform,
  process.arch,
);
const withoutCuda = test.skipIf(
  process.platform !== "linux" || existsSync(join(LIBRARIES, "libonnxruntime_providers_cuda.so")),
);

describeWithShared("devices of a session", "fixtures/models", (root) => {
  const model = join(root, "bert-pair");

  withoutCuda("auto takes the CPU here and says why CUDA could not be had", async () => {
    await withModel(model, async ({ identity, deviceReport }) => {
      expect(identity.provider).toBe("cpu");
      expect(deviceReport).toMatchObject({ asked: "auto", obtained: "cpu", failed: [{ device: "cuda" }] });
      expect(deviceReport!.failed[0]!.reason).toContain("Failed to load shared library");
    });
  });

  withoutCuda.each(["cuda", "tensorrt"] as const)("%s named is refused, never replaced", async (device) => {
    const opened = withModel(model, async () => {}, { device });
    await expect(opened).rejects.toMatchObject({
      code: "TARE_DEVICE_UNAVAILABLE",
      exit: 2,
      message: expect.stringMatching(new RegExp(`^no session on ${device}: .*Failed to load shared library`)),
      fix: expect.stringContaining("CUDA provider libraries"),
    });
  });

  test.skipIf(process.platform === "darwin")("Core ML away from a Mac says what to do", async () => {
    await expect(withModel(model, async () => {}, { device: "coreml" })).rejects.toMatchObject({
      code: "TARE_DEVICE_UNAVAILABLE",
      fix: expect.stringContaining("macOS"),
    });
  });

  test("a broken graph is the graph's fault, whatever the device", async () => {
    const broken = withModel(join(root, "defects", "truncated-file"), async () => {}, { device: "coreml" });
    await expect(broken).rejects.toMatchObject({ code: "TARE_MODEL_LOAD" });
  });

  test("the profiler proves that every node ran on the CPU, and leaves no file behind", async () => {
    // A temporary folder of this test alone: other tests profile their models at the same time.
    const temporary = mkdtempSync(join(tmpdir(), "tare-test-"));
    onTestFinished(() => rmSync(temporary, { recursive: true }));
    vi.stubEnv("TMPDIR", temporary);
    onTestFinished(() => void vi.unstubAllEnvs());
    const { device, nodes } = await placement(model, { cwd: "/", device: "cpu", threads: 1 });
    expect(device).toEqual({ asked: "cpu", obtained: "cpu", failed: [] });
    expect(new Set(nodes.map(({ provider }) => provider))).toEqual(new Set(["CPUExecutionProvider"]));
    // Two layers: query, key, value and output projection, two of attention, two of the feed-forward part.
    expect(nodes.find(({ operator }) => operator === "MatMul")!.nodes).toBe(2 * 8);
    expect(readdirSync(temporary)).toEqual([]);
  });
});
