#!/usr/bin/env node
/**
 * How often the bounds of a difference between two scorers hold, on paired data whose truth is known:
 * `npm run bench:differences -- --write` writes DIFFERENCES.md.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values: options } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    samples: { type: "string", default: "500" },
    write: { type: "boolean", default: false },
  },
});
const load = (name) => import(`../dist/src/${name}.js`);
const { stream } = await load("random");
const { isInconclusive } = await load("stats/inconclusive");
const { meanInference, rmsInference } = await load("stats/mean-inference");
const { shareInference } = await load("stats/share-inference");
const { shareDifference } = await load("stats/share-difference");
const { rmsDifference } = await load("stats/rms-difference");
const { sizeDifference } = await load("stats/size-difference");
const { independentDifference } = await load("stats/independent-difference");
const { stepAlphas, stepped, turned } = await load("stats/steps");

const SAMPLES = Number(options.samples);
const REPLICATES = 199;

/** Normal, Student with 5 degrees of freedom, or centred lognormal draws of one stream, each of variance 1. */
function drawers(next) {
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const student = () => {
    const squares = Array.from({ length: 5 }, () => normal() ** 2).reduce((a, b) => a + b, 0);
    return normal() / Math.sqrt(squares / 5) / Math.sqrt(5 / 3);
  };
  const lognormal = () => (Math.exp(normal()) - Math.exp(0.5)) / Math.sqrt((Math.E - 1) * Math.E);
  return { normal, t5: student, lognormal, uniform: next };
}

/** Two scorers' values on the same pairs: `common` is the share of the spread that both have, `icc` that of the prompt. */
function pairs({ shape, common, icc, a, b, spread }, { prompts, draw }) {
  const one = draw[shape];
  const mix = (share, x, y) => Math.sqrt(share) * x + Math.sqrt(1 - share) * y;
  const rows = [];
  for (let prompt = 0; prompt < prompts; prompt++) {
    const own = [one(), one(), one()];
    const size = 1 + Math.floor(draw.uniform() * 4);
    for (let i = 0; i < size; i++) {
      const [both, first, second] = own.map((value) => mix(icc, value, one()));
      rows.push([a + mix(common, both, first), b + spread * mix(common, both, second), `p${prompt}`]);
    }
  }
  return [0, 1, 2].map((column) => rows.map((row) => row[column]));
}

const minus = (x, y) => x.map((value, i) => value - y[i]);
const plus = (x, y) => x.map((value, i) => value + y[i]);
const keep = (one) =>
  stepped(
    one.estimate,
    stepAlphas(0.05).map((alpha) => ({ alpha, lower: one.lower(alpha), upper: one.upper(alpha) })),
  );
const size = (a, b, clusters, how) =>
  sizeDifference(
    meanInference({ values: minus(b, a), clusters }, how),
    meanInference({ values: plus(b, a), clusters }, how),
  );

/** What is inferred, and how its truth follows from the cell. */
const MEANS = {
  "mean, paired": {
    truth: ({ a, b }) => b - a,
    infer: (a, b, clusters, how) => meanInference({ values: minus(b, a), clusters }, how),
  },
  "size of a mean, paired": { truth: ({ a, b }) => Math.abs(b) - Math.abs(a), infer: size },
  "root mean square, paired": {
    truth: ({ a, b, spread }) => Math.hypot(b, spread) - Math.hypot(a, 1),
    infer: rmsDifference,
  },
  "mean, unpaired": {
    truth: ({ a, b }) => b - a,
    infer: (a, b, clusters, how) =>
      independentDifference(
        keep(meanInference({ values: b, clusters }, how)),
        keep(meanInference({ values: a, clusters }, how)),
      ),
  },
  "size of a mean, unpaired": {
    truth: ({ a, b }) => Math.abs(b) - Math.abs(a),
    infer: (a, b, clusters, how) => {
      const [x, y] = [a, b].map((values) => keep(meanInference({ values, clusters }, how)));
      return sizeDifference(independentDifference(y, x), independentDifference(y, turned(x)));
    },
  },
  "root mean square, unpaired": {
    truth: ({ a, b, spread }) => Math.hypot(b, spread) - Math.hypot(a, 1),
    infer: (a, b, clusters, how) =>
      independentDifference(
        keep(rmsInference({ values: b, clusters }, how)),
        keep(rmsInference({ values: a, clusters }, how)),
      ),
  },
};
const CELLS_OF_MEANS = ["normal", "t5", "lognormal"].flatMap((shape) =>
  [
    { common: 0, icc: 0, a: 0, b: 0, spread: 1 },
    { common: 0.9, icc: 0.3, a: 0.3, b: 0.5, spread: 1.2 },
    { common: 0.5, icc: 0.3, a: 0.4, b: -0.4, spread: 0.8 },
  ].map((cell) => ({ shape, ...cell })),
);

/** Shares that went up and down between two scorers, alike within a prompt with chance `icc`. */
const CELLS_OF_SHARES = [0, 0.5].flatMap((icc) =>
  [
    [0, 0],
    [0, 0.02],
    [0.02, 0.02],
    [0.05, 0],
    [0.1, 0.02],
    [0.15, 0.15],
    [0.3, 0.1],
  ].map(([up, down]) => ({ up, down, icc })),
);

function moves({ up, down, icc }, { prompts, draw }) {
  const [values, clusters] = [[], []];
  for (let prompt = 0; prompt < prompts; prompt++) {
    const own = draw.uniform();
    const count = 1 + Math.floor(draw.uniform() * 4);
    for (let i = 0; i < count; i++) {
      const at = draw.uniform() < icc ? own : draw.uniform();
      values.push(at < up ? 1 : at < up + down ? -1 : 0);
      clusters.push(`p${prompt}`);
    }
  }
  return { values, clusters };
}

/** An unpaired difference of shares p and q, scored apart. */
function apart({ up, down }, { prompts, draw }, how) {
  const of = (share) => {
    const clusters = Array.from({ length: prompts }, (_, i) => `p${i}`);
    return keep(
      shareInference({ values: clusters.map(() => (draw.uniform() < share ? 1 : 0)), clusters }, how),
    );
  };
  return independentDifference(of(0.5 + up), of(0.5 + down));
}

function cover(name, cell, prompts, truth, infer) {
  const draw = drawers(stream(Number(options.seed), "differences", name, JSON.stringify(cell), prompts).next);
  const how = { next: draw.uniform, replicates: REPLICATES };
  let [given, lower, upper, open] = [0, 0, 0, 0];
  for (let i = 0; i < SAMPLES; i++) {
    const found = infer({ prompts, draw }, how);
    if (isInconclusive(found)) continue;
    given++;
    const [from, to] = [found.lower(0.05), found.upper(0.05)];
    if (from <= truth) lower++;
    if (to >= truth) upper++;
    if (!Number.isFinite(from) || !Number.isFinite(to)) open++;
  }
  return [
    name,
    JSON.stringify(cell).replace(/[{}"]/g, ""),
    prompts,
    share(lower, given),
    share(upper, given),
    share(open, given),
  ];
}

const share = (count, all) => (all === 0 ? "none" : (count / all).toFixed(3));
const rows = [];
for (const [name, { truth, infer }] of Object.entries(MEANS))
  for (const cell of CELLS_OF_MEANS)
    for (const prompts of [20, 60])
      rows.push(
        cover(name, cell, prompts, truth(cell), (setting, how) => infer(...pairs(cell, setting), how)),
      );
for (const cell of CELLS_OF_SHARES)
  for (const prompts of [10, 20, 60, 200]) {
    const truth = cell.up - cell.down;
    rows.push(
      cover("share, paired", cell, prompts, truth, (setting, how) =>
        shareDifference(moves(cell, setting), 1, how),
      ),
    );
    if (cell.icc === 0)
      rows.push(cover("share, unpaired", cell, prompts, truth, (setting, how) => apart(cell, setting, how)));
  }

const text = `# Calibration of differences between two scorers

Written by \`npm run bench:differences -- --write\`, seed ${options.seed}. How often the one-sided 95 % bounds of a difference held the truth;
.950 is the promise. ${SAMPLES.toLocaleString("en-US")} samples a cell (standard error ${Math.sqrt(
  (0.05 * 0.95) / SAMPLES,
)
  .toFixed(3)
  .slice(
    1,
  )}), ${REPLICATES} resamples each, whose bound stands at 95.5 %: \`tests/stats/difference-calibration.test.ts\`
holds every cell to .95 less three standard errors and .005. Prompts hold 1 to 4 pairs; \`common\` is the share of the spread that both
scorers have in common, \`icc\` that of the prompt. Differences of root mean squares are judged from 60 prompts on, since one cell of 20
misses. Unpaired shares are of one pair a prompt. \`no bound\`: samples in which a side has none.

Unpaired cells with much in common cover more than they promise: that is what it costs not to have the pairs.

| difference of | cell | prompts | lower | upper | no bound |
|---|---|---:|---:|---:|---:|
${rows.map((row) => `| ${row.join(" | ")} |`).join("\n")}
`;
if (options.write) writeFileSync(fileURLToPath(new URL("DIFFERENCES.md", import.meta.url)), text);
else process.stdout.write(text);
