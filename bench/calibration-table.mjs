/** The cells as Markdown: every cell, every method, misses marked. */

/** How far above .05 a rate of misses may lie and still be the simulation's own error: three standard errors, for there are hundreds of cells. */
export const allowedMisses = (samples) => 0.05 + 3 * Math.sqrt((0.05 * 0.95) / samples);

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
  refuses to give holds. **A miss is marked ✗**: coverage under .95 by more than three standard errors of the simulation
  (1,000 samples: .021; 600: .027; 250: .041).
- \`tare\`: what tare does. \`no bound\`: the share of samples in which it gives no lower, no upper bound.
- \`false pass\`, \`false fail\`: with the truth on the rule's edge, how often the worst rule of the metric passes, or fails, at 5 %.
- \`i.i.d.\`: the same of a method that takes the values of a prompt for independent. \`not significant\`: how often a violation that lies on
  the edge would be waved through because an i.i.d. test of it is not significant: "not significant, so equal".
- \`verdict\`: whether claims are judged on so few prompts.`;

function choice(calibrated) {
  const rows = Object.entries(calibrated).map(
    ([metric, { method, minimumPrompts }]) => `| \`${metric}\` | ${method} | ${minimumPrompts} |`,
  );
  return ["| metric | method | judged from … prompts on |", "|---|---|---:|", ...rows].join("\n");
}

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
      ...methods.map((name) => coverage(of(name), samples)),
      `${rate(noLower, samples)} / ${rate(noUpper, samples)}`,
      ...errors.map((count) => marked(rate(count, samples), count / samples > allowedMisses(samples))),
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

function coverage({ below, above }, samples) {
  return [below, above]
    .map((misses) => marked(rate(samples - misses, samples), misses / samples > allowedMisses(samples)))
    .join(" / ");
}

const marked = (text, miss) => (miss ? `${text} ✗` : text);

/** Of each method: bounds that miss, of all. */
function missesOf(methods, cells) {
  const counts = methods.map((name) => {
    const bounds = cells.flatMap(({ methods: found, samples }) => {
      const { below, above } = found[name === "tare" ? "shipped" : name];
      return [below, above].map((misses) => misses / samples > allowedMisses(samples));
    });
    return `${name} ${bounds.filter(Boolean).length}`;
  });
  return `Bounds that miss, of ${2 * cells.length}: ${counts.join(", ")}.`;
}
