import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { runLines } from "../../src/show/run.js";
import { RUN, sheet } from "./shown.js";

const show = (run = RUN, width = 90, more = {}) => runLines(run, sheet(width, more), ["--db", "a.db"]);

describe("a run", () => {
  it("is a card", () => {
    expect(show()).toEqual([
      "run 0c817d0229ec84ff898e340decaa578a  complete  FAIL",
      "  model     tare-mini-bt (onnx, bert, q4, cpu)",
      "  scorer    aa11bb22cc33, reward reward",
      "  rubric    demo (d520203fc57e)",
      "  data      prefs.jsonl",
      "            150 items on 149 prompts, seed 1",
      "  begun     2026-01-02 03:04, judged by tare 0.1.0",
      "  pairs     1,684; 460 more asked for came to nothing",
      "  texts     969 of 970 scored, 3 truncated",
      "  ruler     scale 0.873 (within-prompt SD)",
      "  noise     floor 0.00042",
      "",
      "CLAIMS  1 claim failed, 3 inconclusive, 1 passed; 1 warning failed",
      "  ✗ factuality/correct-direction, formatting/bias (warns only)",
      "  ? relevance/correct-direction, length/bias, ranking/accuracy",
      "  ✓ length/tail-share",
      "",
      "the whole report: tare report --run 0c817d0229ec --db a.db",
      "on a page: tare report --run 0c817d0229ec --report html=tare.html --db a.db",
      "effects by operator: tare query effects --param run=0c817d0229ec --db a.db",
      "what was skipped: tare query skipped-by-reason --param run=0c817d0229ec --db a.db",
    ]);
  });

  it("that was broken off says how far it came, and no verdict", () => {
    const scale = { within: null, overall: null, used: null };
    const open = {
      ...RUN,
      state: "scoring" as const,
      verdict: null,
      judgedBy: null,
      noiseFloor: null,
      scale,
      verdicts: [],
    };
    const lines = show(open);
    expect(lines[0]).toBe("run 0c817d0229ec84ff898e340decaa578a  scoring");
    expect(lines.join("\n")).not.toMatch(/CLAIMS|ruler|noise|tare report|null/);
  });

  it.each([60, 80, 200])("fits into %d columns, in ASCII and colour too", (width) => {
    for (const more of [{}, { color: true }, { ascii: true }])
      for (const line of show(RUN, width, more)) expect(stringWidth(line), line).toBeLessThanOrEqual(width);
    expect(show(RUN, width, { ascii: true }).join("\n")).toMatch(/^[\n -~]*$/);
  });
});
