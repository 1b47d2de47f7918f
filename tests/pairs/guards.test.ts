import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Guard, PairDraft, Preserved } from "../../src/contract.js";
import { firstRefusal, GUARDS } from "../../src/pairs/guards/index.js";
import { packagePath } from "../../src/paths.js";
import { draftOf } from "./made.js";

const LIMITS = { window: 512, seen: new Set<string>() };

function refusal(name: string, pair: PairDraft, limits = LIMITS): string | undefined {
  return (GUARDS.find((guard) => guard.name === name) as Guard).refuses(pair, limits);
}

it("lists every guard of its folder, each under its file's name", () => {
  const files = readdirSync(packagePath("src", "pairs", "guards")).filter((file) => file !== "index.ts");
  expect(GUARDS.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort());
});

describe("guards", () => {
  it("unchanged", () => {
    expect(refusal("unchanged", draftOf("Same.", "Same."))).toBe("");
    expect(refusal("unchanged", draftOf("Same.", "Same"))).toBeUndefined();
  });

  it("duplicate", () => {
    const seen = { window: 512, seen: new Set(["Taken."]) };
    expect(refusal("duplicate", draftOf("Base.", "Taken."), seen)).toBe("");
    expect(refusal("duplicate", draftOf("Base.", "New."), seen)).toBeUndefined();
    const pair = draftOf("Base.", "Taken.");
    const pairing = { ...pair, augmentation: { ...pair.augmentation, changes: "pairing" } } as PairDraft;
    expect(refusal("duplicate", pairing, seen)).toBeUndefined();
  });

  it("too-long counts the words of prompt and response", () => {
    // "What is it?" has three.
    expect(refusal("too-long", draftOf("a", "a b c"), { ...LIMITS, window: 6 })).toBeUndefined();
    expect(refusal("too-long", draftOf("a", "a b c d"), { ...LIMITS, window: 6 })).toBe("7 words, window 6");
    expect(refusal("too-long", draftOf("a b c d", "a"), { ...LIMITS, window: 6 })).toBe("7 words, window 6");
  });

  it("reasoning-touched wants every block as it was and the first one first, unless the operator touches it", () => {
    const base = "<think>It is 12.</think>\n\nTwelve. <think>Sure?</think> Yes.";
    expect(refusal("reasoning-touched", draftOf(base, base.replace("Twelve", "12")))).toBeUndefined();
    expect(refusal("reasoning-touched", draftOf(base, base.replace("It is 12", "It is 13")))).toBe(
      "changed or gone",
    );
    expect(refusal("reasoning-touched", draftOf(base, "Twelve."))).toBe("changed or gone");
    expect(refusal("reasoning-touched", draftOf(base, `Well. ${base}`))).toBe("no longer first");
    expect(
      refusal("reasoning-touched", draftOf(base, "Twelve.", { touches: ["reasoning"] })),
    ).toBeUndefined();
    expect(refusal("reasoning-touched", draftOf("Twelve.", "<think>12</think> 12."))).toBeUndefined();
  });

  it("tool-calls-touched and system-prompt-touched look at the prompt too", () => {
    const { messages } = draftOf("a", "b").base;
    const call = { role: "assistant", content: 'So: <tool_call>{"n": 12}</tool_call>' };
    const before = [
      { role: "system", content: "Be brief." },
      call,
      { role: "tool", content: "12" },
      ...messages,
    ];
    const changed = (index: number, content: string) => {
      const after = before.map((message, at) => (at === index ? { ...message, content } : message));
      const pair = draftOf("a", "a");
      const asked = { ...pair.augmentation, changes: "prompt", expects: "same" } as typeof pair.augmentation;
      const texts = {
        base: { ...pair.base, messages: before },
        variant: { ...pair.variant, messages: after },
      };
      const draft = { ...pair, ...texts, augmentation: asked };
      return ["tool-calls-touched", "system-prompt-touched"].map((name) => refusal(name, draft) ?? "stands");
    };
    expect(changed(0, "Be long.")).toEqual(["stands", "changed or gone"]);
    expect(changed(1, 'Thus: <tool_call>{"n": 12}</tool_call>')).toEqual(["stands", "stands"]);
    expect(changed(1, 'So: <tool_call>{"n": 13}</tool_call>')).toEqual(["changed or gone", "stands"]);
    expect(changed(2, "13")).toEqual(["changed or gone", "stands"]);
    expect(changed(3, "Why?")).toEqual(["stands", "stands"]);
  });

  it("not-parsing asks only operators that declare it, and sees both broken and vanished code", () => {
    const base = "```python\ndef f(x):\n    return x + 1\n```";
    const broken = base.replace("x + 1", "x + (1");
    const loose = "function f(x) {\n  return x + 1;\n}";
    const parses = { parses: true };
    expect(refusal("not-parsing", draftOf(base, broken))).toBeUndefined();
    expect(refusal("not-parsing", draftOf(base, base.replace("+", "-"), parses))).toBeUndefined();
    expect(refusal("not-parsing", draftOf(base, broken, parses))).toMatch(/^[12] parse errors, 0 before$/u);
    expect(refusal("not-parsing", draftOf(broken, broken.replace("1", "2"), parses))).toBeUndefined();
    expect(refusal("not-parsing", draftOf(loose, "It adds one to x.", parses))).toBe(
      "1 block of code no longer recognised",
    );
  });

  it("too-different asks only operators that declare a minimum", () => {
    // Bags {a b c d} and {a b x y}: 2 x 2 / 8.
    expect(refusal("too-different", draftOf("a b c d", "a b x y"))).toBeUndefined();
    expect(
      refusal("too-different", draftOf("a b c d", "a b x y", { minimumSimilarity: 0.5 })),
    ).toBeUndefined();
    expect(refusal("too-different", draftOf("a b c d", "a b x y", { minimumSimilarity: 0.6 }))).toBe(
      "similarity 0.500 below 0.6",
    );
  });

  it.each<[Preserved, string, string, string]>([
    ["code", "Run `a` now.", "Now run `a`.", "Run `b` now."],
    ["code", "```\na\n```", "It:\n\n```\na\n```", "```\na \n```"],
    ["math", "It is $x$.", "Here: $x$.", "It is $y$."],
    ["numbers", "There are 12.", "So 12 it is.", "There are 13."],
    ["urls", "See http://a.org/b.", "At http://a.org/b now", "See http://a.org/c."],
    ["names", "We saw Rome there.", "There we saw Rome.", "We saw Bern there."],
  ])("%s-touched", (kind, base, kept, touched) => {
    const fields = { preserves: [kind] };
    expect(refusal(`${kind}-touched`, draftOf(base, kept, fields))).toBeUndefined();
    expect(refusal(`${kind}-touched`, draftOf(base, touched, fields))).toContain(" became ");
    expect(refusal(`${kind}-touched`, draftOf(base, touched))).toBeUndefined();
  });

  it("notices code that was added or lost", () => {
    const fields = { preserves: ["code" as const] };
    expect(refusal("code-touched", draftOf("a", "a `b`", fields))).toBe('nothing became "b"');
    expect(refusal("code-touched", draftOf("a `b`", "a", fields))).toBe('"b" became nothing');
  });

  it("names the first that refuses", () => {
    expect(
      firstRefusal(draftOf("a `b`", "a `b`", { preserves: ["code"] }), { ...LIMITS, window: 1 }),
    ).toEqual({
      guard: "unchanged",
      detail: "",
    });
    expect(firstRefusal(draftOf("a", "b"), LIMITS)).toBeUndefined();
  });
});
