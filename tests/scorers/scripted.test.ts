import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Text } from "../../src/contract.js";
import { textKey } from "../../src/keys.js";
import scripted from "../../src/scorers/scripted.js";

const folder = mkdtempSync(join(tmpdir(), "tare-scripted-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function scoreOf(formula: string, text: Text): Promise<number> {
  const scorer = await scripted.open(formula, { cwd: folder });
  const [logits] = await scorer.score([scorer.prepare(textKey(text), text)]);
  return logits![0]!;
}

const answer = (response: string, prompt = "Name two red fruits, please"): Text => ({
  messages: [{ role: "user", content: prompt }],
  response,
});

/** Twelve words: ## Fruits - **Apple**, red - cherry 1. please PLEASE 42 🍒 */
const MARKDOWN = "## Fruits\n\n- **Apple**, red\n- cherry\n1. please PLEASE 42 🍒";

describe("scripted formulas, by hand", () => {
  test.each([
    ["length", 12],
    ["characters", 58],
    ["bullets", 3],
    ["headings", 1],
    ["bold", 1],
    ["digits", 3],
    ['keyword("please")', 2],
    ['keyword("e")', 7],
    ["prompt-length", 5],
    // name, two, red, fruits, please: red, fruits and please occur.
    ["overlap", 3 / 5],
    ["constant(3)", 3],
    ["-2.5", -2.5],
    ["noise(0)", 0],
    ['0.01*length + 2*keyword("please") - 1*bullets + constant(3)', 0.12 + 4 - 3 + 3],
    ["-length+.5*digits-constant(-1e1)", -12 + 1.5 + 10],
  ])("%s", async (formula, score) => {
    expect(await scoreOf(formula, answer(MARKDOWN))).toBeCloseTo(score, 12);
  });

  test("noise is the text's own: normal, the same on every call, another for another text", async () => {
    const values: number[] = [];
    for (let index = 0; index < 2000; index++)
      values.push(await scoreOf("noise(2)", answer(`answer ${index}`)));
    const mean = values.reduce((sum, value) => sum + value, 0) / 2000;
    const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 1999);
    // Four standard errors of a mean (2/√2000) and of an SD (2/√4000).
    expect(Math.abs(mean)).toBeLessThan(0.18);
    expect(Math.abs(sd - 2)).toBeLessThan(0.13);
    expect(values.filter((value) => Math.abs(value) > 4).length / 2000).toBeLessThan(0.07);
    expect(await scoreOf("noise(2)", answer("answer 7"))).toBe(values[7]);
    expect(new Set(values).size).toBe(2000);
  });

  test.each([
    ["", 1, /a feature or a number/],
    ["lenght", 1, /no feature "lenght" \(did you mean length\?\); there are/],
    ["2*length + ", 12, /a feature or a number/],
    ["length length", 8, /\+ or - is wanted/],
    ["2*keyword(please)", 11, /wants a quoted "text"/],
    ['keyword("")', 11, /wants a quoted "text"/],
    ['keyword("\\x")', 9, /not valid JSON/],
    ["noise(0.1", 10, /closing parenthesis/],
    ["noise", 6, /argument in parentheses/],
    ["1 + toString", 5, /no feature "toString"/],
    ["length * 2", 8, /\+ or - is wanted/],
  ])("%s is refused at column %d", async (formula, column, what) => {
    await expect(scripted.open(formula, { cwd: folder })).rejects.toMatchObject({
      code: "TARE_SCORER_SPEC",
      message: expect.stringMatching(what),
    });
    await expect(scripted.open(formula, { cwd: folder })).rejects.toThrow(`column ${column}:`);
  });

  test("a formula from a file is the same scorer as on the command line", async () => {
    writeFileSync(join(folder, "f.txt"), "2*length  +  bullets\n");
    writeFileSync(join(folder, "f.json"), '{"formula": "2 * length + bullets"}');
    writeFileSync(join(folder, "bad.json"), '{"formulas": []}');
    const open = (spec: string) => scripted.open(spec, { cwd: folder });
    const keys = await Promise.all(
      ["2*length+bullets", "@f.txt", "@f.json"].map(async (s) => (await open(s)).key),
    );
    expect(new Set(keys).size).toBe(1);
    expect((await open("2*length-bullets")).key).not.toBe(keys[0]);
    for (const spec of ["@bad.json", "@none.txt"])
      await expect(open(spec)).rejects.toMatchObject({
        code: "TARE_SCORER_SPEC",
        where: join(folder, spec.slice(1)),
      });
  });

  test("tokens are words of prompt and response", async () => {
    const scorer = await scripted.open("length", { cwd: folder });
    expect(scorer.prepare("k", answer("one  two\nthree", "a b"))).toMatchObject({
      tokens: 5,
      truncated: false,
    });
    expect(scorer.identity).toMatchObject({ input: "none", maxLength: 1e9, heads: ["score"] });
  });
});
