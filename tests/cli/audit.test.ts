import { describe, expect, it } from "vitest";
import { lines, preferences } from "./preferences.js";
import { run } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();
place.file("data.jsonl", lines(preferences(12)));
place.file(
  "odd.mjs",
  `export default { summary: "Odd.", version: 1, expects: "same", attribute: "odd", changes: "response", applies: "All.",
    languages: "any", preserves: [], source: "A test.", examples: [],
    apply({ response }) { if (response.length % 2) throw new Error("an odd length"); return response + " Indeed."; } };`,
);

const audit = (...args: string[]) => run(["audit", ...args, "--quiet"], { cwd: place.path });

describe("tare audit", () => {
  it("shows applications, drift, differences and what the data teaches", async () => {
    const { code, stdout } = await audit(
      "data.jsonl",
      "--augmentation",
      "preamble",
      "--augmentation",
      "sentence-dropped",
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/12 items, 12 prompts, 2 operators/u);
    expect(stdout).toMatch(/preamble +│ 24 /u);
    expect(stdout).toMatch(/preamble \(not-higher\)\n +item [\da-f]{12}\n +\{\+/u);
    expect(stdout).toMatch(/chosen has more/u);
    expect(stdout).toMatch(/false discovery rate 5 %/u);
  });

  it("gives the same numbers as JSON, whatever the threads", async () => {
    const [one, two] = await Promise.all(
      ["1", "2"].map((threads) =>
        audit(
          "data.jsonl",
          "--augmentation",
          "number-changed",
          "--json",
          "--threads",
          threads,
          "--limit",
          "10",
        ),
      ),
    );
    const timeless = (text: string) => text.replace(/"milliseconds": [\d.e-]+/gu, "");
    expect(timeless(two!.stdout)).toBe(timeless(one!.stdout));
    expect(JSON.parse(one!.stdout)).toMatchObject({
      items: 10,
      of: 12,
      operators: [{ operator: "number-changed" }],
    });
  });

  it("tells of an operator that throws and ends with 1", async () => {
    const { code, stdout } = await audit("data.jsonl", "--augmentation", "./odd.mjs");
    expect(code).toBe(1);
    expect(stdout).toMatch(/odd +threw \d+ times: an odd length \(item [\da-f]{32}\)/u);
  });

  it("refuses an unknown operator and a number that is none", async () => {
    const unknown = await audit("data.jsonl", "--augmentation", "preambel");
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining("preamble")]);
    const none = await audit("data.jsonl", "--measure", "0");
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining("--measure")]);
  });
});
