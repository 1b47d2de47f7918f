import { describe, expect, test } from "vitest";
import { checkpointDrift, type PolicyAnswer } from "../../src/effects/checkpoint-drift.js";
import { sharedDraws } from "../../src/effects/infer.js";
import { stream } from "../../src/random.js";

const SEEDED = { alpha: 0.05, seed: 1, multiplicities: sharedDraws(1) };
const normal = (next: () => number) => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

interface World {
  readonly steps?: readonly number[];
  readonly prompts?: number;
  /** Reward per doubling among answers of one checkpoint. */
  readonly pays?: number;
  /** Doublings of length per step, and reward per step that length does not give. */
  readonly grows?: number;
  readonly learns?: number;
}

/** Prompts of levels of their own, four answers each at every step. */
function answers({
  steps = [0, 1, 2],
  prompts = 40,
  pays = 0,
  grows = 0,
  learns = 0,
}: World): PolicyAnswer[] {
  const { next } = stream("rollouts");
  const levels = Array.from({ length: prompts }, () => ({
    reward: 5 * normal(next),
    length: 6 + normal(next),
  }));
  return steps.flatMap((step) =>
    levels.flatMap((level, p) =>
      Array.from({ length: 4 }, (): PolicyAnswer => {
        const off = 0.5 * normal(next);
        const doublings = level.length + grows * step + off;
        const reward = level.reward + learns * step + pays * off + 0.2 * normal(next);
        const item = `${step}/${String(p).padStart(3, "0")}`;
        const values = { reward, tokens: 2 ** doublings, bold: 0, "logged gold": -step };
        return { item, prompt: `prompt ${p}`, checkpoint: "", step, values };
      }),
    ),
  );
}
const drift = (world: World) => checkpointDrift(answers(world), SEEDED);
const found = ({ correlations }: ReturnType<typeof drift>, measure: string, level: string) =>
  correlations.find((one) => one.measure === measure && one.level === level)!;

describe("means over checkpoints", () => {
  test("are those of the answers, with the change since the first under the same prompts", () => {
    const rows = answers({ learns: 0.5, grows: 1 });
    const { means } = checkpointDrift(rows, SEEDED);
    expect(means.map(({ measure, place, step }) => [measure, place, step])).toEqual(
      ["reward", "tokens", "bold", "logged gold"].flatMap((measure) =>
        [0, 1, 2].map((at) => [measure, at, at]),
      ),
    );
    const meanOf = (step: number) => {
      const own = rows.filter((row) => row.step === step).map(({ values }) => values.reward!);
      return own.reduce((a, b) => a + b, 0) / own.length;
    };
    const [first, , last] = means;
    expect(first).toMatchObject({ change: null, changeLower: null, n: 160, prompts: 40, reason: "" });
    expect(last!.mean).toBeCloseTo(meanOf(2), 10);
    expect(last!.change).toBeCloseTo(meanOf(2) - meanOf(0), 10);
    // The levels of the prompts are far apart, and do not blur the change.
    expect(last!.upper! - last!.lower!).toBeGreaterThan(1.5);
    expect(last!.changeLower!).toBeGreaterThan(0.9);
    expect(last!.changeUpper!).toBeLessThan(1.1);
  });

  test("of a measure that does not vary have no interval, with the reason", () => {
    const { means } = drift({});
    const bold = means.filter(({ measure }) => measure === "bold");
    for (const row of bold)
      expect(row).toMatchObject({ mean: 0, lower: null, upper: null, reason: "no variance" });
  });

  test("say which bound is missing where the values are too skewed for one", () => {
    const rows = answers({}).map((row, i) => (i % 240 === 0 ? { ...row, values: { reward: 1e4 } } : row));
    const { means } = checkpointDrift(rows, SEEDED);
    const open = means.filter(({ lower, upper }) => (lower === null) !== (upper === null));
    expect(open.length).toBeGreaterThan(0);
    for (const { lower, reason } of open)
      expect(reason).toContain(`to give ${lower === null ? "a lower" : "an upper"} bound`);
  });

  test("come by step, and without steps by name, numbers in it as numbers", () => {
    const named = answers({ steps: [10, 9, 100] }).map((row) => ({
      ...row,
      step: null,
      checkpoint: `checkpoint-${row.step}`,
    }));
    const order = checkpointDrift(named, SEEDED).means.filter(({ measure }) => measure === "reward");
    expect(order.map(({ checkpoint }) => checkpoint)).toEqual([
      "checkpoint-9",
      "checkpoint-10",
      "checkpoint-100",
    ]);
    const steps = drift({ steps: [100, 9, 10] }).means.filter(({ measure }) => measure === "reward");
    expect(steps.map(({ step }) => step)).toEqual([9, 10, 100]);
  });

  test("have no change where no prompt was answered at both", () => {
    const rows = answers({ steps: [0, 1] }).map((row) =>
      row.step === 1 ? { ...row, prompt: `other ${row.prompt}` } : row,
    );
    const { means, correlations } = checkpointDrift(rows, SEEDED);
    expect(means.every(({ change }) => change === null)).toBe(true);
    expect(found({ means, correlations }, "tokens", "across")).toMatchObject({
      ...{ correlation: null, n: 0 },
      reason: "no prompt has two checkpoints",
    });
  });

  test("are the same whether a log has all answers to a prompt in one item or each in its own", () => {
    const rows = answers({ learns: 0.5, grows: 1, pays: 0.4 });
    const apart = rows.map((row, i) => ({ ...row, item: `${row.item}/${i % 4}` }));
    const mixed = [0, 1, 2, 3].flatMap((k) => apart.filter((_, i) => i % 4 === k));
    for (const logged of [apart, mixed])
      expect(checkpointDrift(logged, SEEDED)).toEqual(checkpointDrift(rows, SEEDED));
  });

  test("of no rollout are none", () => {
    expect(checkpointDrift([], SEEDED)).toEqual({ means: [], correlations: [] });
  });
});

describe("correlation with the reward under the same prompt", () => {
  test("is Pearson's of what is left without the groups' means", () => {
    const rows = answers({ pays: 0.4 });
    const items = [...new Set(rows.map(({ item }) => item))];
    const left = items.flatMap((item) => {
      const own = rows.filter((row) => row.item === item);
      const [x, y] = [
        own.map(({ values }) => Math.log2(values.tokens!)),
        own.map(({ values }) => values.reward!),
      ];
      const mean = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length;
      return own.map((_, i) => [x[i]! - mean(x), y[i]! - mean(y)] as const);
    });
    const sum = (of: (row: readonly [number, number]) => number) =>
      left.reduce((all, row) => all + of(row), 0);
    const pearson = sum(([x, y]) => x * y) / Math.sqrt(sum(([x]) => x * x) * sum(([, y]) => y * y));
    const { correlation, lower, upper, n, prompts } = found(
      checkpointDrift(rows, SEEDED),
      "tokens",
      "within",
    );
    expect(correlation).toBeCloseTo(pearson, 10);
    expect(lower!).toBeLessThan(pearson);
    expect(upper!).toBeGreaterThan(pearson);
    expect({ n, prompts }).toEqual({ n: 480, prompts: 40 });
  });

  test("tells what the reward picks from what rose beside it in training", () => {
    const beside = drift({ learns: 1, grows: 0.5 });
    expect(Math.abs(found(beside, "tokens", "within").correlation!)).toBeLessThan(0.12);
    expect(found(beside, "tokens", "across").lower!).toBeGreaterThan(0.8);
    expect(found(beside, "logged gold", "across").upper!).toBeLessThan(-0.8);
    const paid = drift({ pays: 0.5 });
    expect(found(paid, "tokens", "within").lower!).toBeGreaterThan(0.6);
  });

  test("says why there is none", () => {
    const world = drift({});
    expect(found(world, "bold", "within")).toMatchObject({ correlation: null, reason: "bold does not vary" });
    expect(found(drift({ prompts: 4, pays: 1 }), "tokens", "within")).toMatchObject({
      ...{ lower: null, upper: null, correlation: expect.any(Number) },
      reason: expect.stringMatching(/prompts/),
    });
    const single = answers({}).filter((row, i, all) => all.findIndex(({ item }) => item === row.item) === i);
    expect(found(checkpointDrift(single, SEEDED), "tokens", "within").reason).toBe(
      "no checkpoint has two answers to one prompt",
    );
  });
});
