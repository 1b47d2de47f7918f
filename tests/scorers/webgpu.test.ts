import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test, vi } from "vitest";
import type { Prepared } from "../../src/contract.js";
import { placement } from "../../src/scorers/onnx/placement.js";
import { look } from "../doctor/examining.js";
import { SHARED } from "../shared.js";
import { readReference, toText, withModel } from "./fixture-models.js";

/** SwiftShader, a Vulkan driver on the CPU: Debian's package chromium has it, and libvulkan1 loads it. */
const DRIVER = "/usr/lib/chromium/vk_swiftshader_icd.json";
const NEEDED = [DRIVER, "/usr/lib/x86_64-linux-gnu/libvulkan.so.1", join(SHARED, "fixtures/models")];
const absent = NEEDED.filter((path) => !existsSync(path));

/** An encoder on pairs, a decoder on chats; every length is compiled anew, so only a few texts. The fixtures on the CPU: onnx-parity.test.ts. */
const MODELS = ["bert-pair", "qwen2-chat"];
const THOUSANDTH = 1e-3;

if (absent.length > 0)
  describe.skip("a model on WebGPU", () => it(`needs ${absent.join(", ")}, which is absent`, () => {}));
else
  describe("a model on WebGPU", () => {
    // Processes started from here on inherit it; the process of the test itself uses no Vulkan.
    beforeAll(() => void vi.stubEnv("VK_ICD_FILENAMES", DRIVER));
    afterAll(() => void vi.unstubAllEnvs());
    const folder = (model: string) => join(SHARED, "fixtures/models", model);

    test.each(MODELS)(
      "%s scores as on the CPU, alone and in a batch",
      { timeout: 240_000 },
      async (model) => {
        const { max_length, cases } = readReference(folder(model));
        const texts = cases.filter(({ truncated }) => !truncated).slice(0, 4);
        const scoreOn = (device: "cpu" | "webgpu") =>
          withModel(
            folder(model),
            async (scorer) => {
              expect(scorer.identity.provider).toBe(device);
              const prepared = texts.map(({ id, messages }) => scorer.prepare(id, toText(messages)));
              const score = async (batch: readonly Prepared[]) =>
                (await scorer.score(batch)).map((row) => [...row]);
              const alone = [];
              for (const text of prepared) alone.push(...(await score([text])));
              return { alone, batch: await score(prepared), key: scorer.key };
            },
            { maxLength: max_length, device },
          );
        const [cpu, card] = [await scoreOn("cpu"), await scoreOn("webgpu")];
        expect(card.key).not.toBe(cpu.key);
        for (let head = 0; head < cpu.alone[0]!.length; head++) {
          const tolerance = THOUSANDTH * deviation(cpu.alone.map((row) => row[head]!));
          for (const way of ["alone", "batch"] as const)
            for (const [at, row] of cpu[way].entries())
              expect(Math.abs(card[way][at]![head]! - row[head]!), `${way} ${at}`).toBeLessThanOrEqual(
                tolerance,
              );
        }
      },
    );

    test("the profiler proves where its nodes ran: the large ones there, those on shapes on the CPU", async () => {
      const { device, nodes } = await placement(folder("bert-pair"), {
        cwd: "/",
        device: "webgpu",
        threads: 1,
      });
      expect(device).toEqual({ asked: "webgpu", obtained: "webgpu", failed: [] });
      const on = (operator: string) =>
        nodes.filter((row) => row.operator === operator).map(({ provider }) => provider);
      expect(on("MatMul")).toEqual(["WebGpuExecutionProvider"]);
      expect(on("Slice")).toEqual(["CPUExecutionProvider"]);
    });

    test("the doctor holds its scores against the CPU's", { timeout: 240_000 }, async () => {
      const { facts, problems } = await look(folder("bert-pair"), "/", { device: "webgpu" });
      const { head, texts, difference, spread } = facts!.onCpu!;
      expect({ head, texts }).toEqual({ head: "LABEL_0", texts: facts!.samples.length });
      expect(difference).toBeGreaterThan(0);
      expect(difference).toBeLessThan(THOUSANDTH * spread);
      expect(problems.map(({ code }) => code)).not.toContain("off-the-cpu");
    });

    test("without a driver WebGPU is refused with onnxruntime's reason", async () => {
      vi.stubEnv("VK_ICD_FILENAMES", "/nonexistent.json");
      try {
        await expect(
          withModel(folder("bert-pair"), async () => {}, { device: "webgpu" }),
        ).rejects.toMatchObject({
          code: "TARE_DEVICE_UNAVAILABLE",
          message: expect.stringContaining("No supported adapters"),
          fix: expect.stringContaining("VK_ICD_FILENAMES"),
        });
      } finally {
        vi.stubEnv("VK_ICD_FILENAMES", DRIVER);
      }
    });
  });

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
