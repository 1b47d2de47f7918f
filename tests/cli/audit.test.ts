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

describe("tare explain with data", () => {
  const explain = (...args: string[]) => run(["explain", ...args, "--quiet"], { cwd: place.path });

  it("shows, after the operator's own facts, what tare audit shows of it", async () => {
    const [explained, audited] = await Promise.all([
      explain("preamble", "data.jsonl", "--seed", "3", "--limit", "10"),
      audit("data.jsonl", "--augmentation", "preamble", "--seed", "3", "--limit", "10"),
    ]);
    expect({ code: explained.code, stderr: explained.stderr }).toEqual({ code: 0, stderr: "" });
    // How many it does a second is another number each time.
    const timeless = (text: string) => text.replace(/│ +[\d.]+ +│$/gmu, "│").replace(/[─┌┐├┤└┘┬┴┼]+/gu, "");
    const [facts, shown] = timeless(explained.stdout).split(/(?=^10 items)/mu);
    expect(facts).toMatch(/^preamble: [\s\S]*expects +not-higher[\s\S]*example 2/u);
    expect(shown).toMatch(/^10 items of 12, [\s\S]*preamble \(not-higher\)\n +item [\da-f]{12}\n/u);
    expect(shown!.match(/^ {2}item /gmu)).toHaveLength(3);
    const upTo = timeless(audited.stdout).split("What the data teaches")[0]!;
    const squeezed = (text: string) => text.replace(/ +/gu, " ").trim();
    expect(squeezed(shown!)).toBe(squeezed(upTo));
  });

  it("takes a dose, a file of the user's and prints JSON", async () => {
    const dose = await explain("length-padding@2", "data.jsonl", "--json");
    const found = JSON.parse(dose.stdout);
    expect(found).toMatchObject({ items: 12, operators: [{ operator: "length-padding@2", measured: 24 }] });
    expect(Object.keys(found)).toEqual(["items", "of", "prompts", "operators"]);
    const own = await explain("./odd.mjs", "data.jsonl");
    expect([own.code, own.stdout]).toEqual([
      1,
      expect.stringMatching(/odd +threw \d+ times: an odd length/u),
    ]);
  });

  it("refuses what does nothing to data, JSON without data, and an unknown format", async () => {
    const rubric = await explain("general", "data.jsonl");
    expect([rubric.code, rubric.stderr]).toEqual([2, expect.stringContaining("only they are tried on data")]);
    const bare = await explain("preamble", "--json");
    expect([bare.code, bare.stderr]).toEqual([2, expect.stringContaining("name the data")]);
    const format = await explain("preamble", "data.jsonl", "--format", "trl-preferenc");
    expect([format.code, format.stderr]).toEqual([2, expect.stringContaining("trl-preference")]);
    const dose = await explain("length-padding@9", "data.jsonl");
    expect([dose.code, dose.stdout]).toEqual([2, ""]);
  });
});
