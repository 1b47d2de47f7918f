import { describe, expect, it } from "vitest";
import { definitionsOf, visibleAt } from "../../../src/text/code/definitions.js";
import { keepsTree } from "../../../src/text/code/rewrites.js";
import { codeViews, workingCode } from "../../../src/text/code/views.js";

function worksOn(text: string, prompt: string): string {
  return workingCode(text, [{ role: "user", content: prompt }])
    .flatMap(({ code, working }) =>
      working.filter(({ firstChild }) => firstChild === null).map(({ from, to }) => code.slice(from, to)),
    )
    .join(" ");
}

describe("the code that an answer is about", () => {
  it("is the function asked for and those it calls, not main, tests, logging and errors thrown", () => {
    const text = `\`\`\`python
def helper(a):
    return a + 11

def unused(b):
    return b + 22

def asked(c):
    if c < 33:
        raise ValueError("44" + str(55))
    print("c is", c + 66)
    assert c > 77
    return helper(c)

def main():
    asked(88)

if __name__ == "__main__":
    main()
\`\`\``;
    const code = worksOn(text, "Write asked(c).");
    for (const kept of ["11", "33"]) expect(code).toContain(kept);
    for (const left of ["22", "44", "55", "66", "77", "88"]) expect(code).not.toContain(left);
    expect(worksOn(text, "Write some function.")).toContain("22");
  });

  it("leaves out Rust's tests and macros, and C++'s output", () => {
    const rust =
      '```rust\nfn f(n: i32) -> i32 {\n    println!("{}", n + 1);\n    n + 2\n}\n\n#[cfg(test)]\nmod tests {\n    #[test]\n    fn works() {\n        assert_eq!(super::f(3), 5);\n    }\n}\n```';
    expect(worksOn(rust, "f")).toMatch(/n \+ 2/u);
    expect(worksOn(rust, "f")).not.toMatch(/\b[135]\b/u);
    const cpp = "```cpp\nint f(int n) {\n    std::cout << n + 1 << std::endl;\n    return n + 2;\n}\n```";
    expect(worksOn(cpp, "f")).toMatch(/n \+ 2/u);
    expect(worksOn(cpp, "f")).not.toContain("1");
  });

  it("is the script where there is no function", () => {
    expect(worksOn("```python\nx = 3 + 4\nprint(x + 5)\n```", "Add 3 and 4.")).toBe("x = 3 + 4");
  });
});

describe("variables", () => {
  it.each([
    [
      "python",
      "def f(a: int, *b, c=3):\n    d = len(a)\n    for i, e in b:\n        g = [h for h in e]\n    return END",
      "a:number b:unknown c:number d:number e:unknown g:list i:unknown",
    ],
    [
      "javascript",
      'function f(a, { b }) {\n  const c = 1, d = "x";\n  for (const e of a) { let g = e; }\n  return END;\n}',
      "a:unknown b:unknown c:number d:text",
    ],
    [
      "java",
      "int f(int a, String b) {\n  boolean c = true;\n  for (int i = 0; i < a; i++) { int d = i; }\n  return END;\n}",
      "a:number b:text c:truth",
    ],
    [
      "cpp",
      "int f(const std::string& a, int* b) {\n  int c = 0, d;\n  for (auto e : a) { int g = 1; }\n  return END;\n}",
      "a:text b:number c:number d:number",
    ],
    [
      "go",
      "func f(a []int, b string) int {\n\tc := 1\n\tvar d bool\n\tfor _, e := range a { _ = e }\n\treturn END\n}",
      "a:[]int b:text c:number d:truth",
    ],
    [
      "rust",
      "fn f(a: &str, mut b: i32) -> i32 {\n    let mut c = 0;\n    for d in 0..b { c += d; }\n    let g: bool = true;\n    END\n}",
      "a:text b:number c:number g:truth",
    ],
  ])("in scope at the end of a function, with their kinds: %s", (tag, code, expected) => {
    const [view] = codeViews(`\`\`\`${tag}\n${code}\n\`\`\``);
    const end = view!.nodes.find(
      ({ from, to, firstChild }) => firstChild === null && code.slice(from, to) === "END",
    );
    const visible = visibleAt(view!, end!).map(({ name, kind }) => `${name}:${kind}`);
    expect(visible.sort().join(" ")).toBe(expected);
    expect(definitionsOf(view!).some(({ name }) => name === "f")).toBe(false);
  });
});

describe("a rewrite keeps the tree", () => {
  const code = "def f(x):\n    # note\n    return x + 1\n";
  const [view] = codeViews(`\`\`\`python\n${code}\`\`\``);
  const replace = (from: string, to: string) => [
    { start: code.indexOf(from), end: code.indexOf(from) + from.length, text: to },
  ];
  it.each<[string, string, boolean]>([
    ["    # note\n", "", true],
    ["x + 1", "x  +  1", true],
    ["x + 1", "x + 2", false],
    ["x + 1", "x - 1", false],
    ["    return", "  return", true],
    ["return x", "return (x)", false],
    ["    return x + 1", "return x + 1", false],
  ])("%j to %j: %s", (from, to, kept) => {
    expect(keepsTree(view!, replace(from, to))).toBe(kept);
  });
});
