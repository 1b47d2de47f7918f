import { clustered, generator, MOVES, NET_SHARES, SHARES } from "./calibration-draws.mjs";
import { FAMILIES } from "./calibration-methods.mjs";

export const ICCS = [0, 0.3, 0.6];
const SIZES = [20, 40, 60, 200, 2000];
/** A share has an exact bound, so that few prompts are tried too. */
export const PROMPTS = { mean: SIZES, rms: SIZES, share: [6, ...SIZES], "net share": SIZES };
/** Margin of a bias, and how far from its truth a share is asked to be told. */
export const DELTA = 0.2;
export const APART = 0.1;

const SHAPES = { mean: MOVES, rms: MOVES, share: SHARES, "net share": NET_SHARES };

/** Samples a cell, fewer where they are dear, and resamples of each (the bootstrap is no candidate that a share needs). */
function effort(family, prompts) {
  const samples = prompts >= 2000 ? 250 : prompts >= 200 ? 600 : prompts >= 60 ? 2000 : 3000;
  return { samples, replicates: family === "share" ? 99 : 199 };
}

export const CELLS = Object.entries(SHAPES).flatMap(([family, shapes]) =>
  Object.keys(shapes).flatMap((shape) =>
    ICCS.flatMap((icc) =>
      PROMPTS[family].map((prompts) => ({ family, shape, icc, prompts, ...effort(family, prompts) })),
    ),
  ),
);

export const nameOf = ({ family, shape, icc, prompts }) => [family, shape, icc, prompts].join(" | ");

/** Counts of a cell: misses of either bound and bounds not given, by method; and what the rules would have said. */
export function simulate(stats, cell, seed) {
  const { family, shape, icc, prompts, samples, replicates } = cell;
  const { draw, mean, square } = SHAPES[family][shape];
  const truth = family === "rms" ? Math.sqrt(square) : mean;
  const next = generator(`${seed} ${nameOf(cell)}`);
  const methods = {};
  const count = { passes: 0, fails: 0, withinFalsePass: 0, withinFalseFail: 0, notSignificant: 0 };
  for (let k = 0; k < samples; k++) {
    const bounds = FAMILIES[family](stats, clustered(draw, prompts, icc, next), next, replicates);
    for (const [name, { lower, upper }] of Object.entries(bounds)) {
      methods[name] ??= { below: 0, above: 0, noLower: 0, noUpper: 0 };
      const tally = methods[name];
      if (lower[0] > truth) tally.below++;
      if (upper[0] < truth) tally.above++;
      if (lower[0] === Number.NEGATIVE_INFINITY) tally.noLower++;
      if (upper[0] === Number.POSITIVE_INFINITY) tally.noUpper++;
    }
    const decided = RULES[family](bounds.shipped, bounds["i.i.d."], truth);
    for (const name of Object.keys(count)) if (decided[name]) count[name]++;
  }
  return { ...cell, truth, methods, ...count };
}

const between = (value, low, high) => value > low && value < high;

/**
 * What a rule says of a sample: `passes` where the truth keeps it well, `fails` where the truth breaks it well, and for
 * `within` the two errors with the truth on either edge (a mean's bounds move with the values). `notSignificant`: the
 * violation at the edge is not found by an i.i.d. test, which some take for a pass.
 */
const RULES = {
  mean({ lower, upper }, naive, truth) {
    const at = (shift) => ({ low: lower[0] - truth + shift, high: upper[0] - truth + shift });
    const inside = ({ low, high }) => between(low, -DELTA, DELTA) && between(high, -DELTA, DELTA);
    return {
      passes: inside(at(0)),
      fails: at(2 * DELTA).low > DELTA,
      withinFalsePass: inside(at(DELTA)),
      // Both sides are tried, so p is doubled: the bound at half alpha.
      withinFalseFail: lower[1] > truth || upper[1] - truth + DELTA < -DELTA,
      notSignificant: naive.lower[1] - truth + DELTA <= 0 && naive.upper[1] - truth + DELTA >= 0,
    };
  },
  rms: ({ lower, upper }, naive, truth) => ({
    passes: upper[0] < 2 * truth,
    fails: lower[0] > truth / 2,
    notSignificant: naive.lower[0] <= truth,
  }),
  share: ({ lower, upper }, naive, truth) => ({
    passes: upper[0] < truth + APART,
    fails: lower[0] > truth - APART,
    notSignificant: naive.lower[0] <= truth,
  }),
};
RULES["net share"] = RULES.share;
