import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeBlocks, codeLanguage, editInText } from "../../../src/text/code/blocks.js";
import { codeErrors } from "../../../src/text/code/errors.js";
import { guessLanguage } from "../../../src/text/code/guess.js";
import { languageOfTag } from "../../../src/text/code/languages.js";
import { parseCode } from "../../../src/text/code/parse.js";
import { describeWithShared } from "../../shared.js";

describe("languages", () => {
  it.each([
    ["Python", "python"],
    ["js", "javascript"],
    ["C++", "cpp"],
    ["c", "cpp"],
    ["{.rust}", "rust"],
    ["ts title=a.ts", "typescript"],
    ["golang", "go"],
    ["sql", undefined],
    ["", undefined],
    ["constructor", undefined],
  ])("the tag %j means %s", (tag, language) => {
    expect(languageOfTag(tag)).toBe(language);
  });

  it.each([
    ["python", "def f(x):\n    return x"],
    ["javascript", "const f = (x) => x;\nconsole.log(f(1));"],
    ["typescript", "function f(x: number): string {\n  return String(x);\n}"],
    ["java", "public int f(int x) {\n    return x;\n}"],
    ["cpp", "#include <vector>\nint f(int x) { return x; }"],
    ["go", "func f(x int) int {\n\ty := x\n\treturn y\n}"],
    ["rust", "fn f(x: i32) -> i32 {\n    let y = x;\n    y\n}"],
    [undefined, "SELECT name FROM people WHERE age > 3;"],
  ])("%s is recognised without a tag", (language, code) => {
    expect(guessLanguage(code)).toBe(language);
  });

  it("a Java method parses without a class around it", () => {
    expect(parseCode("int f(int x) {\n    return x + 1;\n}", "java").errors).toBe(0);
    expect(parseCode("int f(int x) {\n    return x + ;\n}", "java").errors).toBeGreaterThan(0);
  });
});

describe("blocks of code", () => {
  it("come from fences and from between them, in order", () => {
    const text =
      "One:\n\n```python\nx = f(1)\n```\n\nTwo:\n\nfn g() -> i32 {\n    2\n}\n\nThree:\n\n```sql\nSELECT 1;\n```";
    expect(codeBlocks(text).map(({ language, fenced, code }) => [language, fenced, code])).toEqual([
      ["python", true, "x = f(1)"],
      ["rust", false, "fn g() -> i32 {\n    2\n}"],
      [undefined, true, "SELECT 1;"],
    ]);
    expect(codeLanguage(text)).toBe("rust");
  });

  it("lose the indentation of a list, and edits find their place in it", () => {
    const text = "1. Write:\n   ```python\n   def f(x):\n       y = x\n\n       return y\n   ```\n2. Run.";
    const [block] = codeBlocks(text);
    expect(block!.code).toBe("def f(x):\n    y = x\n\n    return y");
    const at = block!.code.indexOf("y = x");
    expect(editInText(text, block!, { start: at, end: at + 5, text: "y = 1\nz = 2" })).toEqual({
      start: text.indexOf("y = x"),
      end: text.indexOf("y = x") + 5,
      text: "y = 1\n   z = 2",
    });
  });

  it("are none in reasoning, quotes and prose", () => {
    expect(codeBlocks("<think>\nx = f(1)\ny = f(2)\n</think>\n\nIt is two.")).toEqual([]);
    expect(codeBlocks("> ```js\n> f(1);\n> ```")).toEqual([]);
    expect(codeBlocks("Call `f(1)` twice.")).toEqual([]);
    expect(codeLanguage("No code.")).toBeUndefined();
  });

  it("an unclosed fence runs to the end", () => {
    expect(codeBlocks("So:\n\n```js\nf(1);\ng(2);").map(({ code }) => code)).toEqual(["f(1);\ng(2);"]);
  });

  it("every place of the code is a place of the text with the same character", () => {
    const line = fc.constantFrom("def f(x):", "    y = x + 1", "", "        return y", "  ", "# note");
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        fc.constantFrom("", "  ", "   "),
        (lines, indent) => {
          const text = `${indent === "" ? "" : "- x\n"}${indent}\`\`\`python\n${lines.map((one) => indent + one).join("\n")}\n${indent}\`\`\``;
          for (const block of codeBlocks(text))
            for (let at = 0; at < block.code.length; at++) {
              const { start, end } = editInText(text, block, { start: at, end: at + 1, text: "" });
              expect(text.slice(start, end)).toBe(block.code[at]);
            }
        },
      ),
    );
  });

  it("error nodes are counted over all of them", () => {
    expect(codeErrors("```js\nlet a = 1;\n```\n\n```python\nx = 1\n```")).toBe(0);
    expect(codeErrors("```js\nlet = (;\n```")).toBeGreaterThan(0);
    expect(codeErrors("```sql\nlet = (;\n```")).toBe(0);
  });
});

describeWithShared("on RM-Bench, which names the language", "data/rm-bench/code_filtered.json", (file) => {
  const items: { language: string; chosen: string[]; rejected: string[] }[] = JSON.parse(
    readFileSync(file, "utf8"),
  );
  it("guesses it for 97 % of the answers and takes it for another one in none", () => {
    const answers = items
      .filter((_, index) => index % 2 === 0)
      .flatMap(({ language, chosen, rejected }) =>
        [chosen[0]!, chosen[1]!, rejected[0]!].map((text) => ({ language, text })),
      );
    const guessed = answers.map(({ language, text }) => ({ language, found: codeLanguage(text) }));
    expect(guessed.filter(({ language, found }) => found !== undefined && found !== language)).toEqual([]);
    expect(guessed.filter(({ found }) => found !== undefined).length / answers.length).toBeGreaterThan(0.97);
  });
});
