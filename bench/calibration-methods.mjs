/** One-sided bounds of a sample by every candidate method. `stats`: the functions of src/stats, so that tests can pass their own. */

export const ALPHAS = [0.05, 0.025];
const NONE = {
  lower: ALPHAS.map(() => Number.NEGATIVE_INFINITY),
  upper: ALPHAS.map(() => Number.POSITIVE_INFINITY),
};

/** Of any inference, at both levels; no bound where it is inconclusive. */
function boundsOf(inference) {
  if ("inconclusive" in inference) return NONE;
  return { lower: ALPHAS.map(inference.lower), upper: ALPHAS.map(inference.upper) };
}

const mapped = ({ lower, upper }, f) => ({ lower: lower.map(f), upper: upper.map(f) });

/** The candidates for the mean of `sample`, and `shipped` from the same resamples: bounds by name. */
function ofMean(stats, sample, next, replicates, { weight, limits, finish = (inference) => inference }) {
  const observed = stats.clusterMean(sample);
  const { values } = sample;
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const naive =
    squares > 0 ? boundsOf(stats.tInference(mean, Math.sqrt(squares / (n - 1) / n), n - 1)) : NONE;
  const ship = (free) => boundsOf(finish(stats.withinLimits(sample, free, limits)));
  if ("inconclusive" in observed || !(observed.seCr2 > 1e-13)) {
    const none = Object.fromEntries(CANDIDATES.map((name) => [name, NONE]));
    return { ...none, "i.i.d.": naive, shipped: ship({ inconclusive: "no variance" }) };
  }
  const { seCr2, df } = observed;
  const { shifts, ts } = resamples(stats, sample, observed, next, replicates);
  const t = boundsOf(stats.tInference(mean, seCr2, df));
  const ladder = (worst) => ts.map((one) => (Number.isNaN(one) ? worst : mean - one * seCr2));
  const bootstrap = boundsOf(
    stats.boundLadder(ladder(Number.NEGATIVE_INFINITY), ladder(Number.POSITIVE_INFINITY)),
  );
  const wider = {
    lower: ALPHAS.map((_, i) => Math.min(t.lower[i], bootstrap.lower[i])),
    upper: ALPHAS.map((_, i) => Math.max(t.upper[i], bootstrap.upper[i])),
  };
  const replicate = shifts.map((shift) => mean + shift).sort();
  const bca = stats.bcaInterval(replicate, mean, observed.skewOfMean / 6, 1 - 2 * ALPHAS[0]);
  const BCa = "inconclusive" in bca ? NONE : { lower: [bca.lower], upper: [bca.upper] };
  const shipped = ship(stats.studentisedMean(observed, ts, weight));
  return { "CR2 t": t, "bootstrap-t": bootstrap, BCa, "wider of both": wider, "i.i.d.": naive, shipped };
}

const CANDIDATES = ["CR2 t", "bootstrap-t", "BCa", "wider of both"];

/** Resamples of whole clusters by the shipped code: the mean's shift and its t by CR2, of the same draws. */
function resamples(stats, sample, { mean, seCr2 }, next, replicates) {
  const groups = stats.clusterValues(sample);
  const sizes = Float64Array.from(groups, (group) => group.length);
  const residuals = Float64Array.from(groups, (group) => group.reduce((sum, value) => sum + value - mean, 0));
  const resample = stats.resampleMean(sizes, residuals, seCr2, { next, replicates });
  const shifts = new Float64Array(replicates);
  const ts = new Float64Array(replicates);
  for (let b = 0; b < replicates; b++) {
    const { shift, se } = resample(b);
    shifts[b] = shift;
    ts[b] = shift / (se > 1e-10 * seCr2 ? se : 0);
  }
  return { shifts, ts };
}

/** What the limits of a score are taken to be, in SDs: the span of the base scores. */
export const SPAN = 5;

export const FAMILIES = {
  mean: (stats, sample, next, replicates) =>
    ofMean(stats, sample, next, replicates, {
      weight: stats.SKEW_WEIGHT.values,
      limits: { low: -SPAN, high: SPAN },
    }),
  rms: (stats, sample, next, replicates) => {
    const squares = { values: sample.values.map((value) => value ** 2), clusters: sample.clusters };
    const { shipped, ...others } = ofMean(stats, squares, next, replicates, {
      weight: stats.SKEW_WEIGHT.squares,
      limits: { low: 0, high: SPAN ** 2 },
      finish: stats.rootOf,
    });
    const root = (bound) => Math.sqrt(Math.max(bound, 0));
    const roots = Object.entries(others).map(([name, bounds]) => [name, mapped(bounds, root)]);
    return { ...Object.fromEntries(roots), shipped };
  },
  share: (stats, sample, next, replicates) => {
    const limits = undefined;
    const weight = stats.SKEW_WEIGHT.values;
    const {
      "i.i.d.": _,
      shipped: __,
      ...others
    } = ofMean(stats, sample, next, replicates, { weight, limits });
    const { values } = sample;
    const share = values.reduce((sum, value) => sum + value, 0) / values.length;
    const observed = stats.clusterMean(sample);
    const effective = "inconclusive" in observed ? new Set(sample.clusters).size : trials(stats, observed);
    return {
      ...others,
      "Korn-Graubard": exact(stats, share, effective),
      "i.i.d.": exact(stats, share, values.length),
      shipped: boundsOf(stats.shareInference(sample)),
    };
  },
  "net share": (stats, sample, next, replicates) =>
    ofMean(stats, sample, next, replicates, {
      weight: stats.SKEW_WEIGHT.values,
      limits: { low: -1, high: 1 },
    }),
};

/** Clopper-Pearson on so many trials. */
function exact(stats, share, trialCount) {
  const [hits, rest] = [share * trialCount, (1 - share) * trialCount];
  return {
    lower: ALPHAS.map((alpha) => stats.clopperPearsonLower(hits, rest, alpha)),
    upper: ALPHAS.map((alpha) => stats.clopperPearsonUpper(hits, rest, alpha)),
  };
}

/** Korn and Graubard's effective size as they give it, at most that of the design effect. */
function trials(stats, { mean, seCr2, n, clusters, effectiveN }) {
  if (!(seCr2 > 1e-13)) return clusters;
  const degrees = (stats.tQuantile(0.95, n - 1) / stats.tQuantile(0.95, clusters - 1)) ** 2;
  return Math.min(effectiveN, ((mean * (1 - mean)) / seCr2 ** 2) * degrees);
}
