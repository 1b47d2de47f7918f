import { describe, expect, it } from "vitest";
import type { Claim } from "../../src/contract.js";
import { analyzeScores } from "../../src/effects/analyze.js";
import { metricsOf } from "../../src/effects/metrics.js";
import { stream } from "../../src/random.js";
import type { ScoredPair, ScoredResponse } from "../../src/store/scored-pairs.js";
import { inputOf, pairOf, RULERS, responseOf, ruleOf } from "./scored.js";

const asPrompt = (pair: ScoredPair): ScoredPair => ({ ...pair, changes: "prompt" });
const RULER = 2;

/** Random scores of items with two chosen and two rejected answers (the styles "a" and "b") before and after. */
function simulated(items: number, level: number, seed: string) {
  const random = stream("margin", seed);
  const gauss = () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  const responses: ScoredResponse[] = [];
  const pairs: ScoredPair[] = [];
  for (let index = 0; index < items; index++) {
    const name = `item ${String(index).padStart(3, "0")}`;
    for (const [position, role, style] of [
      [0, "chosen", "a"],
      [1, "chosen", "b"],
      [2, "rejected", "a"],
      [3, "rejected", "b"],
    ] as const) {
      const base = { ...responseOf(name, role, gauss() + (role === "chosen" ? 1 : 0), position), style };
      responses.push(base);
      // Every seventh pair did not come about.
      if ((4 * index + position) % 7 !== 3) pairs.push(asPrompt(pairOf(base, base.score + level + gauss())));
    }
  }
  return { responses, pairs };
}

/** The same from the definition, with nothing of ours: per item the mean over its comparisons, then over items. */
function naive({ responses, pairs }: ReturnType<typeof simulated>) {
  const rows: { item: string; before: number; after: number }[] = [];
  const after = (one: ScoredResponse) =>
    pairs.find(({ item, position }) => item === one.item && position === one.position)?.variant;
  for (const chosen of responses.filter(({ role }) => role === "chosen"))
    for (const rejected of responses.filter(({ role }) => role === "rejected")) {
      if (chosen.item !== rejected.item || chosen.style !== rejected.style) continue;
      const [c, r] = [after(chosen), after(rejected)];
      if (c === undefined || r === undefined) continue;
      rows.push({ item: chosen.item, before: chosen.score - rejected.score, after: c - r });
    }
  const mean = (value: (row: (typeof rows)[number]) => number) => {
    const items = [...new Set(rows.map(({ item }) => item))].map((item) => {
      const own = rows.filter((row) => row.item === item).map(value);
      return own.reduce((a, b) => a + b, 0) / own.length;
    });
    return items.reduce((a, b) => a + b, 0) / items.length;
  };
  const z = (row: (typeof rows)[number]) => (row.after - row.before) / RULER;
  return {
    n: rows.length,
    bias: mean(z),
    dispersion: Math.sqrt(mean((row) => z(row) ** 2)),
    "tail-share": mean((row) => (Math.abs(z(row)) > 0.5 ? 1 : 0)),
    "flip-rate": mean((row) => (row.before > 0 === row.after > 0 ? 0 : 1)),
    "accuracy-drop": mean((row) => (row.before > 0 ? 1 : 0) - (row.after > 0 ? 1 : 0)),
    "net-flip-rate": mean((row) => {
      const mirrored = 2 * row.before - row.after;
      return (row.before > 0 === row.after > 0 ? 0 : 1) - (row.before > 0 === mirrored > 0 ? 0 : 1);
    }),
  };
}

const rulers = { scale: { ...RULERS.scale, ruler: RULER } };

function effectsOf({ responses, pairs }: ReturnType<typeof simulated>, claims: readonly Claim[] = []) {
  const { effects, evidence } = analyzeScores(
    inputOf({ responses, pairs, rules: [ruleOf({ claims })] }, rulers),
  );
  const of = (metric: string) =>
    effects.find(
      (one) => one.metric === metric && one.scope === (claims.length > 0 ? "attribute" : "augmentation"),
    );
  return { of, evidence, effects };
}

const CLAIM: Claim = {
  id: "identity/bias",
  kind: "spurious",
  attribute: "length",
  metric: "bias",
  comparison: "within",
  bound: 0.2,
  severity: "error",
  why: "w",
};

describe("changes of the prompt", () => {
  it.each([
    ["with noise", 0, "one"],
    ["with a shift of the level", 5, "two"],
  ])("are measured on margins: %s, against the definition", (_, level, seed) => {
    const data = simulated(60, level, seed);
    const { n, ...expected } = naive(data);
    expect(n).toBeGreaterThan(60);
    const { of } = effectsOf(data);
    for (const [metric, value] of Object.entries(expected)) {
      expect(of(metric)?.estimate, metric).toBeCloseTo(value, 10);
      expect(of(metric)?.n, metric).toBe(n);
    }
  });

  it("do not move with the level: a shift of every answer of a prompt moves nothing and is a tie", () => {
    const { responses } = simulated(40, 0, "three");
    const pairs = responses.map((one) => asPrompt(pairOf(one, one.score + Number(one.item.slice(-2)) - 7)));
    const { of } = effectsOf({ responses, pairs });
    for (const metric of ["bias", "dispersion", "tail-share", "flip-rate", "net-flip-rate"])
      expect(of(metric)?.estimate, metric).toBeCloseTo(0, 12);
    expect(of("bias")).toMatchObject({ n: 80, clusters: 40, ties: 80 });
    // The same pairs as changes of the response: the level counts.
    const answers = pairs.map((pair) => ({ ...pair, changes: "response" as const }));
    expect(effectsOf({ responses, pairs: answers }).of("dispersion")?.estimate).toBeGreaterThan(5);
  });

  it("find a margin that grows, and claims hang on it", () => {
    const { responses } = simulated(40, 0, "four");
    const pairs = responses.map((one) =>
      asPrompt(
        pairOf(one, one.score + (one.role === "chosen" ? 3 + (Number(one.item.slice(-1)) - 4.5) / 9 : 0)),
      ),
    );
    const { of, evidence } = effectsOf({ responses, pairs }, [CLAIM]);
    expect(of("bias")?.estimate).toBeCloseTo(3 / RULER, 12);
    expect(evidence[0]!.estimate).toBeCloseTo(3 / RULER, 12);
    expect(evidence[0]!.pFail).toBeLessThan(0.001);
  });

  it("say why there is nothing where no item has two sides", () => {
    const responses = Array.from({ length: 20 }, (_, index) =>
      responseOf(`item ${index}`, "response", index),
    );
    const pairs = responses.map((one) => asPrompt(pairOf(one, one.score + 1)));
    const { of, evidence } = effectsOf({ responses, pairs }, [CLAIM]);
    expect(of("bias")).toMatchObject({ estimate: null, lower: null, n: 0, reason: /judged on margins/ });
    expect(evidence[0]).toMatchObject({ estimate: null, pFail: null, reason: /judged on margins/ });
  });

  it("leave a comparison out where one of its answers gave no pair", () => {
    const [chosen, rejected] = [responseOf("i", "chosen", 2), responseOf("i", "rejected", 1)];
    const group = { expects: "same" as const, pairs: [asPrompt(pairOf(chosen, 9))] };
    const [bias] = metricsOf([group], [chosen, rejected], RULERS);
    expect(bias).toMatchObject({ metric: "bias", n: 0, reason: /judged on margins/ });
  });

  it("have no slope over doses: their answers grow no longer", () => {
    const { responses } = simulated(20, 0, "five");
    const pairs = [1, 2].flatMap((dose) =>
      responses.map((one) => asPrompt(pairOf(one, one.score + dose, { dose }))),
    );
    const selected = [1, 2].map((dose) => ({ augmentation: "padding", dose }));
    const { effects } = analyzeScores(inputOf({ responses, pairs, rules: [ruleOf({ selected })] }, rulers));
    expect(effects.some(({ scope, metric }) => scope === "dose" && metric === "bias")).toBe(true);
    expect(effects.some(({ metric }) => metric === "slope")).toBe(false);
  });
});
