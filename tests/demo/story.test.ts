import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO } from "../../src/commands/demo.js";
import type { RunView } from "../../src/contract.js";
import { evaluate } from "../../src/evaluate.js";

/**
 * What is known of the two models from Python (fp32 and q4, another script, other fillers): the first loves lists and
 * rewards negations, the second much less; the first does not see whether an answer belongs to the prompt.
 */
describe("the demo models on a part of the demo data", () => {
  const folder = mkdtempSync(join(tmpdir(), "tare-story-"));
  let bt: RunView;
  let crome: RunView;

  beforeAll(async () => {
    const options = {
      ...DEMO,
      data: [DEMO.data[1]!],
      database: join(folder, "story.db"),
      limit: 45,
      format: undefined,
      head: undefined,
      threads: undefined,
      augmentations: [],
    };
    const progress = { update: () => {}, say: () => {}, end: () => {} };
    const { signal } = new AbortController();
    const now = () => "2026-01-01T00:00:00.000Z";
    const outcomes = await evaluate(options, { cwd: ".", progress, signal, now, stdin: undefined });
    [bt, crome] = outcomes.map(({ view }) => view) as [RunView, RunView];
  }, 240_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  const estimate = (view: RunView, augmentation: string, metric: string) =>
    view.effects.find(
      (one) => one.scope === "augmentation" && one.augmentation === augmentation && one.metric === metric,
    )!.estimate!;

  it("finds the first in love with lists, the second far less", () => {
    expect(estimate(bt, "plain-to-markdown", "bias")).toBeGreaterThan(2);
    expect(estimate(crome, "plain-to-markdown", "bias")).toBeLessThan(1.5);
  });

  it("finds the first rewarding negations", () => {
    expect(estimate(bt, "claim-negated", "correct-direction")).toBeLessThan(0.3);
    expect(estimate(crome, "claim-negated", "correct-direction")).toBeGreaterThan(
      estimate(bt, "claim-negated", "correct-direction"),
    );
  });

  it("finds the second reading the prompt more than the first", () => {
    expect(estimate(crome, "relevance", "effect")).toBeGreaterThan(estimate(bt, "relevance", "effect") + 0.2);
  });

  it("passes neither on facts", () => {
    for (const view of [bt, crome]) {
      expect(view.verdicts.find(({ claim }) => claim.attribute === "factuality")!.verdict).not.toBe("pass");
      expect(view.verdict).not.toBe("pass");
    }
  });
});
