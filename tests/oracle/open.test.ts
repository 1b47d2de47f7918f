import { describe, expect, it } from "vitest";
import { openOracle } from "../../src/oracle/open.js";
import { loadOracleKinds, oracleKindNames } from "../../src/registry.js";
import { OPTIONS } from "./asked.js";

describe("openOracle", () => {
  it("finds kinds by their folder", async () => {
    expect(oracleKindNames()).toEqual(expect.arrayContaining(["openai", "replay", "scripted"]));
    for (const { name, summary, usage } of await loadOracleKinds()) {
      expect(summary, name).toMatch(/\.$/);
      expect(usage, name).toMatch(/:/);
    }
  });

  it("takes a URL for a server", async () => {
    const oracle = await openOracle("http://127.0.0.1:9/v1", { ...OPTIONS, model: "m" });
    expect(oracle.identity).toMatchObject({ kind: "openai", model: "m", address: "http://127.0.0.1:9/v1" });
    await oracle.close();
  });

  it.each([
    ["scriptd:good", 'no kind of oracle "scriptd" (did you mean scripted?)'],
    ["localhost:8000", "begins with http://"],
    ["api.example.org:443/v1", "begins with http://"],
    ["gpt", "neither a URL nor KIND:"],
    ["", "neither a URL nor KIND:"],
    [":good", "neither a URL nor KIND:"],
    ["scripted:god", 'no behaviour "god" (did you mean good?)'],
    ["scripted:toString", 'no behaviour "toString"'],
    ["replay:", "names no file"],
  ])("refuses %s", async (spec, what) => {
    await expect(openOracle(spec, OPTIONS)).rejects.toMatchObject({
      code: "TARE_ORACLE_SPEC",
      message: expect.stringContaining(what),
    });
  });

  it("shows nothing of what stands after the kind", async () => {
    const told = await openOracle("htps://user:hunter2@host", OPTIONS).catch((error: Error) => error);
    expect(JSON.stringify([told, String(told)])).not.toContain("hunter2");
  });
});
