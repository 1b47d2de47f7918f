import { beforeAll, describe, expect, it } from "vitest";
import * as bca from "../../src/stats/bca.js";
import * as ladder from "../../src/stats/bound-ladder.js";
import * as exact from "../../src/stats/clopper-pearson.js";
import * as clusterMean from "../../src/stats/cluster-mean.js";
import * as studentT from "../../src/stats/distributions/student-t.js";
import * as limits from "../../src/stats/limits.js";
import * as mean from "../../src/stats/mean-inference.js";
import * as resample from "../../src/stats/resample-mean.js";
import * as sample from "../../src/stats/sample.js";
import * as share from "../../src/stats/share-inference.js";
import * as penalty from "../../src/stats/skew-penalty.js";
import * as studentised from "../../src/stats/studentised-mean.js";
import * as t from "../../src/stats/t-inference.js";
import { type Row, readTable } from "./calibration-table.js";

const STATS = {
  ...{ ...bca, ...ladder, ...exact, ...clusterMean, ...studentT, ...limits, ...mean, ...resample },
  ...{ ...sample, ...share, ...penalty, ...studentised, ...t },
};
const SAMPLES = 200;

/** The table's own cells, fewer samples of them, through the sources as they are now. */
const CELLS = [
  ["mean", "normal", 0.6, 20],
  ["mean", "lognormal", 0.3, 40],
  ["mean", "90 % zeros, one-sided", 0.3, 40],
  ["rms", "normal", 0.3, 40],
  ["rms", "t3", 0, 60],
  ["share", "5 %", 0.6, 40],
  ["share", "65 %, with ties", 0, 20],
  ["net share", "5 % turn", 0.3, 40],
  ["net share", "10 % turn, 10 % back", 0.6, 40],
] as const;

interface Tally {
  readonly below: number;
  readonly above: number;
}
type Simulate = (
  stats: object,
  cell: object,
  seed: string,
) => { readonly methods: Readonly<Record<string, Tally>> };
let simulate: Simulate;

beforeAll(async () => {
  ({ simulate } = await import(String(new URL("../../bench/calibration-cells.mjs", import.meta.url))));
});

describe("the short version of bench:calibration finds what the table says", () => {
  const table = readTable();
  it.each(CELLS)("%s, %s, ICC %f, %i prompts", (family, shape, icc, prompts) => {
    const row = table.find(
      (one) => one.family === family && one.shape === shape && one.icc === icc && one.prompts === prompts,
    ) as Row;
    const cell = { family, shape, icc, prompts, samples: SAMPLES, replicates: 199 };
    const { methods } = simulate(STATS, cell, "short");
    for (const [name, { below, above }] of Object.entries(methods)) {
      const expected = row.coverage[name === "shipped" ? "tare" : name]!;
      for (const [i, misses] of [below, above].entries()) {
        // Rates of two simulations: four standard errors of their difference, no rate taken as surer than 1 in 100.
        const rate = Math.max(1 - expected[i]!, 0.01);
        const error = Math.sqrt(rate * (1 - rate) * (1 / SAMPLES + 1 / row.samples));
        expect(Math.abs(misses / SAMPLES - (1 - expected[i]!)), name).toBeLessThanOrEqual(4 * error);
      }
    }
  });
});
