import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { itemLines } from "../../src/show/item.js";
import { ITEM, sheet } from "./shown.js";

const show = (item = ITEM, width = 100, more = {}) => itemLines(item, sheet(width, more), []);

describe("an item", () => {
  it("is told whole", () => {
    expect(show()).toEqual([
      "item item0123456789abcdef",
      "subset chat · 2 answers · 2 pairs",
      "",
      "PROMPT",
      "  … 1 message before it: --full",
      "  user: What is rust?",
      "",
      "ANSWER 1, chosen",
      "  falls 1.25 · holds −0.5 (truncated) · logged helpfulness 4",
      "  Iron oxide.",
      "",
      "ANSWER 2, rejected, plain",
      "  falls 1 · holds 0.25",
      "  A colour.",
      "",
      "PREFERENCE",
      "  ✓ falls: chosen less rejected +0.25 · ✗ holds: chosen less rejected −0.75",
      "",
      "PAIRS           operator          answer  expects  falls    holds",
      "  a71efb0ffafb  length-padding@2  2       not ↑    +4.26 ✗  +0.02 ✓",
      "  0123456789ab  claim-negated     1       lower    −1.10 ✓  —",
      "    ↳ z by run: ✓ as expected, ✗ not, ? neither.",
      "",
      "NOT APPLIED",
      "  number-changed  no-number (answers 1, 2)",
      "  swap@4          error: threw: x is not (answer 2, in 1 of 2 runs)",
      "",
      "one of its pairs: tare show a71efb0ffafb",
    ]);
  });

  it("shows every message with --full", () => {
    const text = show(ITEM, 100, { full: true }).join("\n");
    expect(text).toContain("PROMPT\n  system: Be short.\n  user: What is rust?");
    expect(text).toMatch(/ 0123456789abcdef +claim-negated/);
  });

  it("counts comparisons where there are several", () => {
    const [chosen, rejected] = ITEM.responses;
    const many = { ...ITEM, responses: [chosen!, { ...chosen!, position: 2 }, rejected!] };
    expect(show(many).join("\n")).toContain(
      "✓ falls: chosen above rejected in 2 of 2 · ✗ holds: chosen above rejected in 0 of 2",
    );
  });

  it("counts the runs that have no room", () => {
    const scores = Array.from({ length: 9 }, (_, at) => ({
      ...ITEM.pairs[0]!.scores[0]!,
      run: `run-${at}-0123456789`,
      model: `a-model-of-10-${at}`,
    }));
    const wide = { ...ITEM, pairs: [{ ...ITEM.pairs[0]!, scores }] };
    const lines = show(wide, 80);
    const head = lines.find((line) => line.startsWith("PAIRS"))!;
    const shown = head.split("a-model-of-10-").length - 1;
    expect(lines.join(" ").replace(/\s+/g, " ")).toContain(`No room for ${9 - shown} more runs: --run`);
    expect(shown).toBeGreaterThan(0);
  });

  it.each([60, 80, 200])("fits into %d columns, ASCII too", (width) => {
    const long = {
      ...ITEM,
      responses: ITEM.responses.map((one) => ({ ...one, text: "報酬 modèle\t".repeat(80) })),
    };
    for (const more of [{}, { color: true }, { ascii: true }])
      for (const line of show(long, width, more)) expect(stringWidth(line), line).toBeLessThanOrEqual(width);
  });

  it("says what it lacks", () => {
    const responses = ITEM.responses.map((one) => ({ ...one, scores: [], logged: {} }));
    const text = show({ ...ITEM, responses, pairs: [], skips: [] }).join("\n");
    expect(text).toContain("  no run has scored it\n");
    expect(text).toContain("PAIRS\n  none that a run has scored");
    expect(text).not.toMatch(/PREFERENCE|NOT APPLIED|undefined|one of its pairs/);
  });

  it("of rollouts says when they were given", () => {
    const text = show({ ...ITEM, rollout: { checkpoint: "ckpt-3", step: 300 } }).join("\n");
    expect(text).toContain("given in training, ckpt-3, step 300");
  });

  it("never steers the terminal", () => {
    const sly = JSON.parse(
      JSON.stringify(ITEM, (key, value) =>
        typeof value === "string" && !["expects", "changes", "stage"].includes(key)
          ? `${value}\u001b[2J\u009b\u202e\r`
          : value,
      ),
    ) as typeof ITEM;
    expect(show(sly).filter((line) => /\p{Cc}|\u202e/u.test(line))).toEqual([]);
  });
});
