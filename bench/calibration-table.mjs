/** The cells as Markdown: every cell, every method, misses marked. */

/** How far above .05 a rate of misses may lie and still be the simulation's own error: three standard errors, for there are hundreds of cells. */
export const allowedMisses = (samples) => 0.05 + 3 * Math.sqrt((0.05 * 0.95) / samples);

/** 199 resamples stand at 95.5 % where a gate's 10,000 stand at 95.0 %: added to tare's misses before they are judged. */
const FEW_RESAMPLES = 0.005;
const misses = (name, count, samples) =>
  count / samples + (name === "tare" ? FEW_RESAMPLES : 0) > allowedMisses(samples);

const FAMILIES = {
  mean: {
    title: "A mean: `bias`, `effect`",
    about:
      "Moves z with an SD of 0.5 (the 1/8 grid: 0.15, rounded; 98 % zeros: 0.40), limits ±5. Rules: at least, at most, and within ±0.2 (two one-sided tests). The truth lies on the rule's edge; `passes`: within ±0.2 is proved where the truth is 0; `fails`: at most 0.2 is refuted where it is 0.4.",
    candidates: ["CR2 t", "bootstrap-t", "BCa", "wider of both"],
    falsePass: ({ shipped }) => Math.max(shipped.above, shipped.below),
    falseFail: ({ shipped }) => Math.max(shipped.above, shipped.below),
    within: true,
  },
  rms: {
    title: "A root mean square: `dispersion`",
    about:
      "The same moves. Rule: at most. `passes`: at most twice the truth is proved; `fails`: at most half of it is refuted.",
    candidates: ["CR2 t", "bootstrap-t", "BCa", "wider of both"],
    falsePass: ({ shipped }) => shipped.above,
    falseFail: ({ shipped }) => shipped.below,
  },
  share: {
    title: "A share: `correct-direction`, `below-floor`, `tail-share`, `accuracy`, gross flips and attacks",
    about:
      "Rules: at least, at most. `passes`: at most the truth + .1 is proved; `fails`: at least the truth − .1 is proved, which refutes at most that.",
    candidates: ["CR2 t", "bootstrap-t", "BCa", "wider of both", "Korn-Graubard"],
    falsePass: ({ shipped }) => Math.max(shipped.above, shipped.below),
    falseFail: ({ shipped }) => Math.max(shipped.above, shipped.below),
  },
  "net share": {
    title: "A share less its placebo: `net-flip-rate`, `net-attack-success`, `accuracy-drop`",
    about: "Values −1, 0, 1. Rule: at most. `passes` and `fails` as of a share.",
    candidates: ["CR2 t", "bootstrap-t", "BCa", "wider of both"],
    falsePass: ({ shipped }) => shipped.above,
    falseFail: ({ shipped }) => shipped.below,
  },
};

const rate = (count, samples) => (count / samples).toFixed(3).replace(/^0/, "");

export function calibrationMarkdown(cells, { seed, calibrated }) {
  const families = Object.entries(FAMILIES).filter(([name]) => cells.some(({ family }) => family === name));
  const minimum = (family) =>
    Math.min(
      ...Object.values(calibrated).flatMap((one) => (one.family === family ? one.minimumPrompts : [])),
    );
  return `# Calibration of the intervals

Written by \`npm run bench:calibration -- --write\`, seed ${seed}. ${INTRODUCTION}

## What follows from it

${choice(calibrated)}

${families
  .map(([name, family]) =>
    section(
      family,
      cells.filter((cell) => cell.family === name),
      minimum(name),
    ),
  )
  .join("\n\n")}
`;
}

const INTRODUCTION = `Data whose truth is known: prompts of 1 to 9 values each, intraclass correlation
(ICC) 0, .3 or .6, 20 to 2,000 prompts (shares: from 6). Every cell is here.

- \`lower\` and \`upper\`: how often the one-sided 95 % bound of a method held the truth; .950 is the promise. A bound that a method
  refuses to give holds. **A miss is marked ✗**: coverage under .95 by more than three standard errors of the simulation,
  for there are hundreds of cells (3,000 samples: .012; 2,000: .015; 600: .027; 250: .041).
- Each sample is resampled 199 times (shares: 99). The bootstrap-t bound of so few stands at 95.5 %, that of a gate's 10,000 at 95.0 %: so
  .005 is added to tare's misses before they are judged, here and in the test that holds this table against the code.
- \`tare\`: what tare does. \`no bound\`: the share of samples in which it gives no lower, no upper bound.
- \`false pass\`, \`false fail\`: with the truth on the rule's edge, how often the worst rule of the metric passes, or fails, at 5 %.
- \`i.i.d.\`: the bounds of a method that takes the values of a prompt for independent: Student's t, of a share Clopper-Pearson.
- \`not significant\`: how often "not significant, so equal" passes a truth on the rule's edge: of a mean, its i.i.d. t test against 0 is not
  significant at 5 %; of the rest, the i.i.d. test against the bound is not.
- \`verdict\`: whether claims are judged on so few prompts.`;

function choice(calibrated) {
  const rows = Object.entries(calibrated).map(
    ([metric, { method, minimumPrompts }]) => `| \`${metric}\` | ${method} | ${minimumPrompts} |`,
  );
  const table = ["| metric | method | judged from … prompts on |", "|---|---|---:|", ...rows].join("\n");
  return `${table}\n\n${REASONS}`;
}

const REASONS = `CR2 t misses where values are skewed, bootstrap-t where tails are heavy or nearly all values are alike, BCa nearly everywhere
under 200 prompts; the wider of CR2 t and bootstrap-t still misses on the side of a long tail. So tare takes the wider of both and stretches its
reach on that side by 1 / (1 − c s), where s is the skew of the mean (six times BCa's acceleration) and c = w + 40 / prompts; w is 1 for
values and 2.5 for squares (both set in trials on other seeds). Where c s comes near 1 there is no bound: one prompt outweighs
all others, as in most samples of squares of t3, which have no finite variance, at any number of prompts. Where a side has no bound and values have limits
(a share's own; for z the span of the base scores, which is an assumption and stands in the method's name), the share of
prompts that differ from the rest gives one. Of a share, Korn and Graubard's effective size is too large near 0 and 1
where answers of a prompt are alike; allowing for one more prompt, all of whose values lie on the far side, mends it.
Net shares of few turns, most of them one way, still miss at 20 and 40 prompts: no claim on them is judged there.`;

function section({ title, about, candidates, within, falsePass, falseFail }, cells, minimum) {
  const methods = [...candidates, "tare", "i.i.d."];
  const heads = [
    ...["values", "ICC", "prompts", "samples"],
    ...methods.map((name) => `${name}: lower / upper`),
    ...["no bound", "false pass", "false fail"],
    ...(within ? ["within: false pass / false fail"] : []),
    ...["passes", "fails", "not significant", "verdict"],
  ];
  const row = (cell) => {
    const { samples } = cell;
    const of = (name) => cell.methods[name === "tare" ? "shipped" : name];
    const { noLower, noUpper } = of("tare");
    const errors = [falsePass(cell.methods), falseFail(cell.methods)];
    return [
      ...[cell.shape, String(cell.icc).replace(/^0\./, "."), cell.prompts, samples],
      ...methods.map((name) => coverage(name, of(name), samples)),
      `${rate(noLower, samples)} / ${rate(noUpper, samples)}`,
      ...errors.map((count) => marked(rate(count, samples), misses("tare", count, samples))),
      ...(within ? [`${rate(cell.withinFalsePass, samples)} / ${rate(cell.withinFalseFail, samples)}`] : []),
      ...[cell.passes, cell.fails, cell.notSignificant].map((count) => rate(count, samples)),
      cell.prompts >= minimum ? "given" : "none",
    ];
  };
  const lines = [heads, heads.map(() => "---"), ...cells.map(row)].map(
    (fields) => `| ${fields.join(" | ")} |`,
  );
  return `## ${title}\n\n${about}\n\n${missesOf(methods, cells)}\n\n${lines.join("\n")}`;
}

function coverage(name, { below, above }, samples) {
  return [below, above]
    .map((count) => marked(rate(samples - count, samples), misses(name, count, samples)))
    .join(" / ");
}

const marked = (text, miss) => (miss ? `${text} ✗` : text);

/** Of each method: bounds that miss, of all. */
function missesOf(methods, cells) {
  const counts = methods.map((name) => {
    const bounds = cells.flatMap(({ methods: found, samples }) => {
      const { below, above } = found[name === "tare" ? "shipped" : name];
      return [below, above].map((count) => misses(name, count, samples));
    });
    return `${name} ${bounds.filter(Boolean).length}`;
  });
  return `Bounds that miss, of ${2 * cells.length}: ${counts.join(", ")}.`;
}
