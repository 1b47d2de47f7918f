import { describe, expect, it } from "vitest";
import { validateFile } from "../../src/validate/kinds.js";
import { lines } from "../cli/preferences.js";
import { workplace } from "../cli/workplace.js";

const place = workplace();
const check = (file: string) => validateFile(file, place.path);

const PAIR = {
  prompt: "What?",
  base: "It is.",
  variant: "It is not.",
  expects: "lower",
  augmentation: "denied",
};

function operator(apply: string, examples: readonly object[]): string {
  return `let calls = 0; export default { summary: "Shouts.", version: 1, expects: "same", attribute: "shout",
    changes: "response", applies: "All.", languages: "any", preserves: [], source: "A test.",
    examples: ${JSON.stringify(examples)}, apply({ response }) { ${apply} } };`;
}

const EXAMPLES = [
  { response: "a", becomes: "a!" },
  { response: "b", becomes: "b!" },
  { response: "c!", skips: "shouts-already" },
];
const SHOUT = 'return response.endsWith("!") ? { skip: "shouts-already" } : response + "!";';

describe("tare validate", () => {
  it("takes pairs and operators that are right", async () => {
    place.file("pairs.jsonl", lines([PAIR, { ...PAIR, prompt: "Who?" }]));
    expect(await check("pairs.jsonl")).toBe("pairs in pairs.jsonl: pairs/denied (lower, 2)");
    place.file("shout.mjs", operator(SHOUT, EXAMPLES));
    expect(await check("./shout.mjs")).toBe('operator "shout": shout, same, 3 examples kept');
  });

  it.each([
    ["few", operator(SHOUT, EXAMPLES.slice(0, 2)), /examples: 2, expected three.*none shows where it skips/u],
    ["wrong", operator(SHOUT, [...EXAMPLES, { response: "d", becomes: "d?" }]), /examples\.3: it gave .*d!/u],
    [
      "fickle",
      operator('return response + "!".repeat(++calls);', EXAMPLES),
      /examples\.0: two calls gave different/u,
    ],
    ["fieldless", "export default { summary: 1 };", /summary.*expects/u],
  ])("tells what is wrong with an operator: %s", async (name, source, message) => {
    place.file(`${name}.mjs`, source);
    await expect(check(`./${name}.mjs`)).rejects.toMatchObject({
      code: "TARE_EXTENSION_INVALID",
      message: expect.stringMatching(message),
    });
  });

  it("tells the line of a wrong pair", async () => {
    place.file("bad.jsonl", lines([PAIR, { ...PAIR, prompt: "Who?", expects: "up" }]));
    await expect(check("bad.jsonl")).rejects.toMatchObject({ code: "TARE_DATA_FIELD", where: "bad.jsonl:2" });
  });

  it("tells every problem of a file of pairs in its order, and counts those after the twentieth", async () => {
    const wrong = Array.from({ length: 21 }, (_, i) => ({ ...PAIR, prompt: `Who is ${i}?`, base: 7 }));
    place.file("all.jsonl", `${lines([PAIR, PAIR, ...wrong])}{"prompt":\n`);
    const failure = await check("all.jsonl").catch((error: Error & { where: string }) => error);
    const told = failure instanceof Error ? failure.message.split("\n") : [];
    expect(failure).toMatchObject({ code: "TARE_DATA_FIELD", where: "all.jsonl:2" });
    expect(told).toHaveLength(21);
    expect(told[0]).toBe("the same prompt, base and augmentation as at all.jsonl:1");
    expect(told[19]).toBe('  all.jsonl:21: field "base" is a number, expected a string');
    expect(told[20]).toBe("  and 3 more");
  });
});
