import { describe, expect, it } from "vitest";
import codeMinified from "../../augmentations/code-minified.js";
import codeReformatted from "../../augmentations/code-reformatted.js";
import commentAdded from "../../augmentations/comment-added.js";
import commentRemoved from "../../augmentations/comment-removed.js";
import variableRenamed from "../../augmentations/variable-renamed.js";
import { isSkip, type ResponseAugmentation } from "../../src/contract.js";
import { contextOf, FUNCTIONS, runs } from "./code-functions.js";

const OPERATORS: Readonly<Record<string, ResponseAugmentation>> = {
  "code-minified": codeMinified,
  "code-reformatted": codeReformatted,
  "comment-added": commentAdded,
  "comment-removed": commentRemoved,
  "variable-renamed": variableRenamed,
};

function made(
  name: string,
  response: string,
  seed: number | string = 0,
  prompt = "Write it.",
): string | undefined {
  const text = { messages: [{ role: "user", content: prompt }], response };
  const result = OPERATORS[name]!.apply(text, contextOf(`${name} ${seed}`));
  return isSkip(result) ? undefined : result;
}

describe.each(Object.keys(OPERATORS))("%s", (name) => {
  it("leaves the results of JavaScript functions as they were", () => {
    let applied = 0;
    for (const [index, one] of FUNCTIONS.entries()) {
      for (let seed = 0; seed < 6; seed++) {
        const result = made(name, `\`\`\`js\n${one.code}\n\`\`\``, `${index} ${seed}`);
        if (result === undefined) continue;
        applied++;
        const code = result.slice("```js\n".length, -"\n```".length);
        expect(code).not.toBe(one.code);
        expect(runs(code, one), code).toBe(runs(one.code, one));
      }
    }
    expect(applied).toBeGreaterThanOrEqual(6);
  });
});

describe("variable-renamed", () => {
  const code =
    "def total(nums):\n    result = 0\n    for num in nums:\n        result += num\n    return result";
  it("follows a name into inline code, not into ordinary words", () => {
    const text = `It adds to \`result\`.\n\n\`\`\`python\n${code}\n\`\`\``;
    const renamed = made("variable-renamed", text, 1)!;
    const name = /^ {4}(\w+) = 0$/mu.exec(renamed)![1]!;
    expect(renamed).toContain(`adds to \`${name}\``);
    const words = `The result is right.\n\n\`\`\`python\n${code}\n\`\`\``;
    for (let seed = 0; seed < 8; seed++)
      expect(made("variable-renamed", words, seed)).toContain("result = 0");
  });

  it("keeps names that the prompt, a keyword argument, a short-hand property or a string uses", () => {
    const text = (body: string, tag = "python") => `\`\`\`${tag}\n${body}\n\`\`\``;
    expect(
      made("variable-renamed", text("def f(result):\n    return result"), 0, "Write f(result)."),
    ).toBeUndefined();
    expect(
      made("variable-renamed", text("def f(result):\n    return result\n\nf(result=1)")),
    ).toBeUndefined();
    expect(
      made("variable-renamed", text("function f(q) {\n  const result = q;\n  return { result };\n}", "js")),
    ).toBeUndefined();
    expect(
      made("variable-renamed", text('fn f() {\n    let result = 1;\n    println!("{result}");\n}', "rust")),
    ).toBeUndefined();
  });

  it("renames test1 and test2 alike", () => {
    const text = "```python\ndef f():\n    item1 = 1\n    item2 = 2\n    return item1 + item2\n```";
    for (let seed = 0; seed < 8; seed++) {
      const [first, second] = [
        ...made("variable-renamed", text, seed)!.matchAll(/^ {4}([a-z]+)\d = /gmu),
      ].map(([, stem]) => stem);
      expect(first).toBe(second);
      expect(first).not.toBe("item");
    }
  });
});

describe("comments", () => {
  it("of directives, documentation, results and empty blocks stay", () => {
    for (const line of [
      "# type: ignore",
      "#!/usr/bin/env python",
      "# Output: 3",
      "# ... the rest",
      "# TODO: later",
    ])
      expect(made("comment-removed", `\`\`\`python\n${line}\nx = f(1)\n\`\`\``), line).toBeUndefined();
    for (const line of ["/** Adds. */", "/// Adds.", "// => 3", "// @ts-ignore"])
      expect(made("comment-removed", `\`\`\`js\n${line}\nf(1);\n\`\`\``), line).toBeUndefined();
    expect(
      made("comment-removed", "```js\ntry {\n  f();\n} catch {\n  // nothing to do\n}\n```"),
    ).toBeUndefined();
  });

  it("in strings are none", () => {
    expect(
      made("comment-removed", '```python\nx = "# no comment"\ny = f("// nor this")\n```'),
    ).toBeUndefined();
  });

  it("that are added say at least 200 different things in 300 answers", () => {
    const said = Array.from({ length: 300 }, (_, seed) => {
      const code = FUNCTIONS.filter(({ name }) => name === "evens" || name === "digitSum")
        .map((one) => one.code)
        .join("\n\n");
      const before = new Set(code.split("\n"));
      const added = made("comment-added", `\`\`\`js\n${code}\n\`\`\``, seed)!
        .split("\n")
        .filter((line) => !before.has(line) && /^\s*\/\//u.test(line));
      const names = new Set(code.match(/\w+/gu));
      return added
        .map((line) =>
          line
            .trim()
            .toLowerCase()
            .replace(/[\w.[\]]+/gu, (word) => (names.has(word) || /\d/u.test(word) ? "" : word)),
        )
        .join(" ");
    });
    expect(new Set(said).size).toBeGreaterThanOrEqual(200);
    const bags = said.slice(0, 120).map((text) => new Set(text.match(/[a-z]+/gu) ?? []));
    const overlaps = bags
      .flatMap((a, i) => bags.slice(i + 1).map((b) => jaccard(a, b)))
      .sort((x, y) => x - y);
    expect(overlaps[overlaps.length >> 1]).toBeLessThan(0.5);
  });
});

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(1, a.size + b.size - shared);
}

describe("layout", () => {
  it("of strings over several lines is left", () => {
    const text = "```js\nfunction f() {\n  const poem = `one\n\n  two`;\n\n\n  return poem;\n}\n```";
    expect(made("code-minified", text)).toContain("one\n\n  two`;\n  return");
    expect(made("code-reformatted", text)).toContain("    const poem = `one\n\n  two`;");
  });

  it("of uneven or tabbed code is left", () => {
    expect(made("code-reformatted", "```python\ndef f(a,\n      b):\n    return a\n```")).toBeUndefined();
    expect(made("code-reformatted", "```go\nfunc f() {\n\tg()\n\th()\n}\n```")).toBeUndefined();
  });
});
