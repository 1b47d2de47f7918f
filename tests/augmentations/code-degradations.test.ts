import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import callRemoved from "../../augmentations/call-removed.js";
import conditionInverted from "../../augmentations/condition-inverted.js";
import offByOne from "../../augmentations/off-by-one.js";
import operatorFlipped from "../../augmentations/operator-flipped.js";
import wrongReturn from "../../augmentations/wrong-return.js";
import wrongVariable from "../../augmentations/wrong-variable.js";
import { isSkip, type ResponseAugmentation } from "../../src/contract.js";
import { codeLanguage } from "../../src/text/code/blocks.js";
import { codeErrors } from "../../src/text/code/errors.js";
import { describeWithShared } from "../shared.js";
import { contextOf, FUNCTIONS, runs } from "./code-functions.js";

const OPERATORS: Readonly<Record<string, ResponseAugmentation>> = {
  "call-removed": callRemoved,
  "condition-inverted": conditionInverted,
  "off-by-one": offByOne,
  "operator-flipped": operatorFlipped,
  "wrong-return": wrongReturn,
  "wrong-variable": wrongVariable,
};

function made(
  name: string,
  response: string,
  seed: number | string,
  prompt = "Write it.",
): string | undefined {
  const text = { messages: [{ role: "user", content: prompt }], response };
  const result = OPERATORS[name]!.apply(text, contextOf(`${name} ${seed}`));
  return isSkip(result) ? undefined : result;
}

/** All results over forty seeds, without the fence. */
function results(name: string, tag: string, code: string): string[] {
  const found = new Set<string>();
  for (let seed = 0; seed < 40; seed++) {
    const result = made(name, `\`\`\`${tag}\n${code}\n\`\`\``, seed);
    if (result !== undefined) found.add(result.slice(tag.length + 4, -4));
  }
  return [...found].sort();
}

describe("every change an operator makes, by language", () => {
  it.each<[string, string, string, string[]]>([
    ["operator-flipped", "python", "def f(a, b):\n    return a <= b", ["def f(a, b):\n    return a >= b"]],
    ["operator-flipped", "java", 'String f(int a) {\n    return "<" + a;\n}', []],
    [
      "operator-flipped",
      "cpp",
      "bool f(std::vector<int> a) { return a.size() > 2; }",
      ["bool f(std::vector<int> a) { return a.size() < 2; }"],
    ],
    [
      "operator-flipped",
      "go",
      "func f(a int) int {\n\treturn a * 2\n}",
      ["func f(a int) int {\n\treturn a + 2\n}"],
    ],
    [
      "condition-inverted",
      "python",
      "def f(a, b):\n    if a not in b:\n        return 1",
      ["def f(a, b):\n    if a in b:\n        return 1"],
    ],
    [
      "condition-inverted",
      "python",
      "def f(a):\n    if a is None:\n        return 1\n    elif not a:\n        return 2",
      [
        "def f(a):\n    if a is None:\n        return 1\n    elif a:\n        return 2",
        "def f(a):\n    if a is not None:\n        return 1\n    elif not a:\n        return 2",
      ],
    ],
    [
      "condition-inverted",
      "javascript",
      "function f(a) {\n  return a.ok ? 1 : 2;\n}",
      ["function f(a) {\n  return !a.ok ? 1 : 2;\n}"],
    ],
    [
      "condition-inverted",
      "go",
      "func f(m map[int]int) int {\n\tif v, ok := m[1]; ok {\n\t\treturn v\n\t}\n\treturn 0\n}",
      ["func f(m map[int]int) int {\n\tif v, ok := m[1]; !ok {\n\t\treturn v\n\t}\n\treturn 0\n}"],
    ],
    [
      "condition-inverted",
      "rust",
      "fn f(a: Option<i32>) -> i32 {\n    if let Some(b) = a {\n        return b;\n    }\n    0\n}",
      [],
    ],
    [
      "condition-inverted",
      "cpp",
      "int f(int a) {\n    while (a > 3) a--;\n    return a;\n}",
      ["int f(int a) {\n    while (a <= 3) a--;\n    return a;\n}"],
    ],
    ["off-by-one", "python", "def f(s):\n    return s[1:]", ["def f(s):\n    return s[2:]"]],
    [
      "off-by-one",
      "rust",
      "fn f(n: i32) {\n    for i in 1..=n {\n        g(i);\n    }\n}",
      [
        "fn f(n: i32) {\n    for i in 1..n {\n        g(i);\n    }\n}",
        "fn f(n: i32) {\n    for i in 2..=n {\n        g(i);\n    }\n}",
      ],
    ],
    [
      "off-by-one",
      "java",
      "int f(int[] a) {\n    return a[a.length - 1];\n}",
      ["int f(int[] a) {\n    return a[a.length - 2];\n}", "int f(int[] a) {\n    return a[a.length];\n}"],
    ],
    ["call-removed", "python", "def f(a):\n    a.sort()\n    return a", ["def f(a):\n    return a"]],
    [
      "call-removed",
      "rust",
      "fn f(s: &str) -> String {\n    s.chars().rev().collect()\n}",
      ["fn f(s: &str) -> String {\n    s.chars().collect()\n}"],
    ],
    [
      "call-removed",
      "go",
      "func f(a []int) []int {\n\tsort.Ints(a)\n\treturn a\n}",
      ["func f(a []int) []int {\n\treturn a\n}"],
    ],
    [
      "call-removed",
      "java",
      "int f(int a) {\n    return Math.abs(a);\n}",
      ["int f(int a) {\n    return a;\n}"],
    ],
    ["wrong-return", "python", "def f(a):\n    return True", ["def f(a):\n    return False"]],
    [
      "wrong-return",
      "javascript",
      "const f = (a) => (a > 1 ? 'x' : 'y');",
      ["const f = (a) => (a > 1 ? 'y' : 'x');"],
    ],
    [
      "wrong-return",
      "rust",
      "fn f(a: i32, b: i32) -> i32 {\n    a\n}",
      ["fn f(a: i32, b: i32) -> i32 {\n    b\n}"],
    ],
    [
      "wrong-variable",
      "go",
      "func f(a int, b int, s string) int {\n\treturn a\n}",
      ["func f(a int, b int, s string) int {\n\treturn b\n}"],
    ],
    ["wrong-variable", "cpp", "int f(int a, int b) { return a; }", ["int f(int a, int b) { return b; }"]],
  ])("%s in %s: %j", (name, tag, code, expected) => {
    expect(results(name, tag, code)).toEqual([...expected].sort());
  });
});

// Run for real, so that "it breaks the code" does not rest on our own reading of the code.
describe.each(Object.keys(OPERATORS))("%s", (name) => {
  it("makes JavaScript functions give other results, but for the odd change without effect", () => {
    let applied = 0;
    const same: string[] = [];
    for (const [index, one] of FUNCTIONS.entries()) {
      const before = runs(one.code, one);
      for (let seed = 0; seed < 12; seed++) {
        const result = made(name, `\`\`\`js\n${one.code}\n\`\`\``, `${index} ${seed}`);
        if (result === undefined) continue;
        applied++;
        const code = result.slice("```js\n".length, -"\n```".length);
        if (runs(code, one) === before) same.push(code);
      }
    }
    expect(applied).toBeGreaterThanOrEqual(24);
    expect(same.length / applied, same[0]).toBeLessThanOrEqual(0.1);
  });
});

it("the runner tells a result from another, an error and a loop without end", () => {
  const one = { name: "f", code: "", calls: ["f(1)"] };
  const [a, b, c, d] = ["return x;", "return x + 1;", "throw new Error();", "for (;;) { x++; }"].map((body) =>
    runs(`function f(x) { ${body} }`, one),
  );
  expect(new Set([a, b, c, d]).size).toBe(4);
});

describeWithShared("on RM-Bench", "data/rm-bench/code_filtered.json", (file) => {
  const items: { prompt: string; language: string; chosen: string[] }[] = JSON.parse(
    readFileSync(file, "utf8"),
  );
  const tried = items.flatMap(({ prompt, language, chosen }, index) => {
    const readable = [chosen[2]!, chosen[0]!].filter((response) => codeLanguage(response) !== undefined);
    if (readable.length === 0) return [];
    // Operator by operator for each answer, so that they share its views.
    const pairs = Object.keys(OPERATORS).map((name) => {
      for (const [i, response] of readable.entries()) {
        const result = made(name, response, `${index} ${i}`, prompt);
        if (result !== undefined) return { name, response, result };
      }
      return { name, response: "", result: undefined };
    });
    return [{ language, pairs }];
  });

  it.each(Object.keys(OPERATORS))(
    "%s applies to six in ten items of every language, and the code parses",
    (name) => {
      const languages = [...new Set(tried.map(({ language }) => language))];
      expect(languages).toHaveLength(6);
      for (const one of languages) {
        const pairs = tried
          .filter(({ language }) => language === one)
          .flatMap((item) => item.pairs.filter((pair) => pair.name === name));
        const applied = pairs.filter(({ result }) => result !== undefined);
        expect(applied.length / pairs.length, one).toBeGreaterThanOrEqual(0.6);
        for (const { response, result } of applied)
          expect(codeErrors(result!)).toBeLessThanOrEqual(codeErrors(response));
        const small = applied.filter(({ response, result }) => changedLines(response, result!) <= 4);
        expect(small.length / applied.length, one).toBeGreaterThanOrEqual(0.9);
      }
    },
  );
});

/** Lines between the first and the last that differ, on the longer side. */
function changedLines(before: string, after: string): number {
  const [a, b] = [before.split("\n"), after.split("\n")];
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end;
}
