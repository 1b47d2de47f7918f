import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RunView, Verdict } from "../../src/contract.js";
import github from "../../src/reports/github.js";
import { STEP_SUMMARY_BYTES } from "../../src/reports/machine/step-summary.js";
import { workflowCommand } from "../../src/reports/machine/workflow-command.js";
import markdown from "../../src/reports/markdown.js";
import { BAD, BETTER, EMPTY } from "./views.js";

const OPTIONS = { color: false, width: 80 };
const bytes = (text: string) => Buffer.byteLength(text);

/** A view with so many claims of each word, each with a long proof. */
function crowd(many: Readonly<Record<Verdict["verdict"], number>>): RunView {
  const like = { fail: BAD.verdicts[0]!, inconclusive: BAD.verdicts[2]!, pass: BAD.verdicts[3]! };
  const verdicts = (["pass", "inconclusive", "fail"] as const).flatMap((word) =>
    Array.from({ length: many[word] }, (_, index): Verdict => {
      const claim = { ...like[word].claim, attribute: "crowd", id: `crowd/${word}-${index}` };
      return { ...like[word], claim, because: `${word}-${index} ${"ü".repeat(400)}` };
    }),
  );
  return { ...BAD, coverage: [], verdicts };
}

/** What the runner makes of a line (Runner.Common/ActionCommand.cs): properties and data unescaped. */
function readBack(line: string) {
  const [, level, properties, data] = /^::(\w+) (.*?)::(.*)$/s.exec(line)!;
  const plain = (text: string) => text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
  const title = properties!
    .replace(/^title=/, "")
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",");
  return { level, title: plain(title), message: plain(data!) };
}

describe("the step summary", () => {
  it("is the Markdown report where there is room", () => {
    expect(github.render([BAD, BETTER], OPTIONS)).toBe(markdown.render([BAD, BETTER], OPTIONS));
  });

  it("stays under 1 MiB, keeps every failure, and counts what it leaves out", () => {
    const view = crowd({ fail: 300, inconclusive: 300, pass: 2000 });
    expect(bytes(markdown.render([view], OPTIONS))).toBeGreaterThan(STEP_SUMMARY_BYTES);
    const text = github.render([view], OPTIONS);
    expect(bytes(text)).toBeLessThanOrEqual(STEP_SUMMARY_BYTES);
    expect(bytes(text)).toBeGreaterThan(0.99 * STEP_SUMMARY_BYTES);
    const of = (word: string) => text.match(new RegExp(`\\| ${word}-\\d+ ü`, "g"))?.length ?? 0;
    expect([of("fail"), of("inconclusive")]).toEqual([300, 300]);
    const note = text.slice(text.indexOf("**Left out"));
    expect(note).toContain("Left out to stay under 1,048,576 bytes: ");
    expect(note).toContain(`${(2000 - of("pass")).toLocaleString("en-US")} claims.`);
  });

  it("lets what was not applied go first, then operators, and whole tables with their heads", () => {
    const whole = markdown.render([BAD], OPTIONS);
    const short = github.render([BAD], { ...OPTIONS, bytes: bytes(whole) - 1 });
    expect(short).not.toContain("Not applied");
    expect(short).toMatch(/Left out to stay under [\d,]+ bytes: .*lines of what was not applied/);
    expect(short).toContain("| factuality | right way | FAIL");
    expect(short.match(/<details>/g)?.length ?? 0).toBe(short.match(/<\/details>/g)?.length ?? 0);
  });

  it("is never longer than it may be, and empty where not even the note has room", () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 12_000 }), (limit) => {
        expect(bytes(github.render([BAD, BETTER, EMPTY], { ...OPTIONS, bytes: limit }))).toBeLessThanOrEqual(
          Math.max(0, limit),
        );
      }),
      { numRuns: 100, seed: 1 },
    );
    expect(github.render([BAD], { ...OPTIONS, bytes: 20 })).toBe("");
  });
});

describe("annotations", () => {
  it("a failed claim is an error, an open one or a warning a warning, a passed one nothing", () => {
    const lines = github.notices!([BAD]).map(readBack);
    expect(lines.map(({ level, title }) => [level, title])).toEqual([
      ["error", "tare: factuality/correct-direction FAIL (tare-mini-bt)"],
      ["warning", "tare: relevance/correct-direction inconclusive (tare-mini-bt)"],
      ["warning", "tare: length/bias inconclusive (tare-mini-bt)"],
      ["warning", "tare: formatting/bias FAIL (tare-mini-bt)"],
      ["warning", "tare: ranking/accuracy inconclusive (tare-mini-bt)"],
    ]);
    expect(lines[0]!.message).toContain("15 % [11, 19], proved below 75 %");
  });

  it("are no more than GitHub shows; the last counts the others", () => {
    const lines = github.notices!([crowd({ fail: 25, inconclusive: 11, pass: 3 })]).map(readBack);
    const errors = lines.filter(({ level }) => level === "error");
    expect(errors).toHaveLength(10);
    expect(errors.at(-1)!.message).toMatch(/^16 more of this kind/);
    const warnings = lines.filter(({ level }) => level === "warning");
    expect(warnings).toHaveLength(10);
    expect(warnings.at(-1)!.message).toMatch(/^2 more of this kind/);
  });

  it("are one line each and read back as they were meant, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.constantFrom("%0A", "\r\n::error::x", "a,b:c", "%25"),
        (a, b) => {
          const [title, message] = [`${a}${b}`, `${b}${a}`];
          const line = workflowCommand("warning", title, message);
          expect(line).not.toMatch(/[\r\n]/);
          expect(readBack(line)).toEqual({ level: "warning", title, message });
        },
      ),
      { numRuns: 300, seed: 1 },
    );
  });

  it("tell a failure before any verdict", () => {
    const failure = {
      code: "TARE_DATA_MISSING",
      message: "no such file",
      where: "a.jsonl",
      fix: "Check it.",
    };
    expect(github.notices!([], failure).map(readBack)).toEqual([
      {
        level: "error",
        title: "tare: TARE_DATA_MISSING",
        message: "a.jsonl: no such file\nwhat to do: Check it.",
      },
    ]);
    expect(github.renderFailure!(failure, OPTIONS)).toBe(
      "## tare: no verdict · TARE_DATA_MISSING\n\na.jsonl: no such file\n\nWhat to do: Check it.\n",
    );
  });
});
