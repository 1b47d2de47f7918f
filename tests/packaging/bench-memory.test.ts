import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { packagePath } from "../../src/paths.js";

it("twenty thousand texts stream past in little memory", () => {
  const bench = packagePath("bench", "memory.mjs");
  const { stdout, stderr } = spawnSync(process.execPath, [bench, "--texts", "20000", "--json"], {
    encoding: "utf8",
  });
  const { texts, peakGiB } = JSON.parse(stdout || `"${stderr.slice(0, 300)}"`);
  expect(texts).toBe(20_000);
  // Node alone takes about 0.1 GiB; the data of this size are 13 MB.
  expect(peakGiB).toBeGreaterThan(0.05);
  expect(peakGiB).toBeLessThan(0.4);
}, 120_000);
