import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import local from "../../../src/oracle/kinds/local.js";
import { asks, REFERENCE, TINY } from "./tiny-lm.js";

/** SwiftShader, a Vulkan driver on the CPU, and its loader (scripts/ci-webgpu). */
const DRIVER = "/usr/lib/chromium/vk_swiftshader_icd.json";
const absent = [DRIVER, "/usr/lib/x86_64-linux-gnu/libvulkan.so.1"].filter((path) => !existsSync(path));

if (absent.length > 0)
  describe.skip("a language model on WebGPU", () =>
    it(`needs ${absent.join(", ")}, which is absent`, () => {}));
else
  describe("a language model on WebGPU", () => {
    beforeAll(() => void vi.stubEnv("VK_ICD_FILENAMES", DRIVER));
    afterAll(() => void vi.unstubAllEnvs());

    it("writes what PyTorch writes, and is another oracle than on the CPU", {
      timeout: 240_000,
    }, async () => {
      const open = (device: string) => local.open(TINY, { cwd: "/", model: undefined, device });
      const [cpu, card] = [await open("cpu"), await open("webgpu")];
      try {
        expect(card.identity.note).toContain("on webgpu;");
        expect(card.key).not.toBe(cpu.key);
        for (const { messages, max_new_tokens, text, finish } of REFERENCE.greedy.slice(0, 4))
          expect(await asks(card, messages, { maxTokens: max_new_tokens })).toMatchObject({ text, finish });
      } finally {
        await Promise.all([cpu.close(), card.close()]);
      }
    });
  });
