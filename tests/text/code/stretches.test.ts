import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codeStretches } from "../../../src/text/code/stretches.js";
import { describeWithShared } from "../../shared.js";

function found(text: string): string[] {
  return codeStretches(text).map(({ start, end }) => text.slice(start, end));
}

const PYTHON =
  'def area(r):\n    """Area of a circle.\n\n    Takes its radius.\n    """\n    # pi times r squared\n    return 3.14 * r ** 2';
const GO =
  'import (\n    "fmt"\n)\n\nfunc main() {\n    switch n {\n    case 1:\n        fmt.Println("one")\n    }\n}';
const CPP =
  "#include <vector>\n\nint sum(const std::vector<int>& xs) {\n    int s = 0;\n\n    for (int x : xs) s += x;\n    return s;\n}";

describe("stretches of code without a fence", () => {
  it.each([
    ["python", PYTHON],
    ["go", GO],
    ["cpp", CPP],
  ])("%s, from its first line to its last", (_, code) => {
    expect(found(`Here is the function:\n\n${code}\n\nIt takes one value and gives one back.`)).toEqual([
      code,
    ]);
    expect(found(`Here it is:\n${code}\nThat is all there is to say.`)).toEqual([code]);
  });

  it("goes on over blank lines while a bracket or a block is open, and ends before prose", () => {
    const code = "def f(x):\n    y = x + 1\n\n    return y\n\nprint(f(2))";
    expect(found(`${code}\n\nExplanation:\n- f(x) adds one.`)).toEqual([code]);
    expect(found("function f() {\n  go(1);\n\nThe rest was never written, sadly.")).toEqual([
      "function f() {\n  go(1);",
    ]);
  });

  it("takes comments right above along", () => {
    const code = "// Adds one.\nfunction f(x) {\n  return x + 1;\n}";
    expect(found(`So:\n\n${code}`)).toEqual([code]);
    expect(found("/**\n * Adds one.\n */\nint f(int x) {\n    return x + 1;\n}")).toHaveLength(1);
  });

  it.each([
    "Import duties apply (see below); they are paid at the border.\nReturn the form.",
    "- sum(x): the total\n- mean(x): the average",
    "The function f(x) = x + 1 is linear.\nIt grows (slowly).",
    "\\text{Total} = \\frac{1}{2}\n\\]",
    "f(x)",
    "",
  ])("finds none in %j", (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ["brackets that never close", "f(\n".repeat(40_000)],
    ["quotes and comment marks", `${"x = '\" /* ".repeat(20_000)}\n`.repeat(2)],
    ["comments", `${"// a\n".repeat(40_000)}f(x);\ng(x);`],
    ["comment ends without a beginning", "x = f(1)\n\nb */\n".repeat(10_000)],
  ])("is linear in %s", (_, text) => {
    const started = performance.now();
    codeStretches(text);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

interface Twins {
  readonly language: string;
  readonly chosen: readonly string[];
}

describeWithShared("against the same answers with fences", "data/rm-bench/code_filtered.json", (file) => {
  // RM-Bench gives each answer three times: twice without fences, the third time with them.
  const twins: Twins[] = JSON.parse(readFileSync(join(file), "utf8"));
  it("finds nearly every line of code and hardly any other", () => {
    let code = 0;
    let missed = 0;
    let strange = 0;
    for (const { chosen } of twins.filter((_, index) => index % 3 === 0)) {
      const fenced = new Set(
        [...chosen[2]!.matchAll(/```\w*\n([\s\S]*?)```/gu)].flatMap(([, body]) => linesOf(body!)),
      );
      for (const loose of chosen.slice(0, 2)) {
        const inside = new Set(
          codeStretches(loose).flatMap(({ start, end }) => linesOf(loose.slice(start, end))),
        );
        code += [...inside].filter((line) => fenced.has(line)).length;
        strange += [...inside].filter((line) => !fenced.has(line)).length;
        missed += linesOf(loose).filter((line) => fenced.has(line) && !inside.has(line)).length;
      }
    }
    expect(code).toBeGreaterThan(2_000);
    expect(missed / (code + missed)).toBeLessThan(0.03);
    expect(strange / (code + strange)).toBeLessThan(0.02);
  });
});

/** Without comments and white space, in which the twins differ. */
function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim().replace(/\s*(?:\/\/|#).*$/u, ""))
    .filter((line) => line !== "" && !/^[\d\s]+$/u.test(line));
}
