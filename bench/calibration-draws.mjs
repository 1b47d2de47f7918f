/** Seeded data whose truth is known exactly: what the calibration draws from. */

/** sfc32 (Doty-Humphrey, PractRand): uniform in [0, 1) with 32 bits, fast enough for some 10^10 draws. */
export function generator(text) {
  let seed = 0x811c9dc5; // FNV-1a of the cell's name: each cell has a stream of its own
  for (const unit of text) seed = Math.imul(seed ^ unit.codePointAt(0), 0x01000193);
  let [a, b, c, d] = [seed | 0, Math.imul(seed, 0x9e3779b1) | 0, seed ^ 0x243f6a88, 1];
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 20; i++) next();
  return next;
}

const normal = (next) => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
const exponential = (next) => -Math.log(1 - next());
const t3 = (next) =>
  normal(next) / Math.sqrt((normal(next) ** 2 + normal(next) ** 2 + normal(next) ** 2) / 3);

/** SD of z in the shapes below but for the grid and the rare moves; the rules are tried at delta = 0.2. */
const SD = 0.5;
const scaled = (draw, mean, variance) => {
  const by = SD / Math.sqrt(variance);
  return { draw: (next) => by * draw(next), mean: by * mean, square: SD ** 2 + (by * mean) ** 2 };
};

/** N(0, 0.15) rounded to eighths, as bf16 scores lie: its mean square is a sum over the grid. */
function grid() {
  const step = 1 / 8;
  const sd = 0.15;
  const density = (x) => Math.exp(-0.5 * (x / sd) ** 2) / (sd * Math.sqrt(2 * Math.PI));
  let square = 0;
  for (let k = 1; k <= 12; k++) {
    // Simpson's rule over the cell that is rounded to k / 8.
    let mass = 0;
    for (let i = 0; i <= 200; i++)
      mass += (i % 200 === 0 ? 1 : i % 2 === 1 ? 4 : 2) * density((k - 0.5 + i / 200) * step);
    square += 2 * ((mass * step) / 600) * (k * step) ** 2;
  }
  return { draw: (next) => Math.round((sd * normal(next)) / step) * step, mean: 0, square };
}

/** Moves z: `draw`, and its mean and mean square. */
export const MOVES = {
  normal: scaled(normal, 0, 1),
  t3: scaled(t3, 0, 3),
  lognormal: scaled((next) => Math.exp(normal(next)), Math.exp(0.5), (Math.E - 1) * Math.E),
  "90 % zeros": scaled((next) => (next() < 0.9 ? 0 : normal(next)), 0, 0.1),
  "90 % zeros, one-sided": scaled((next) => (next() < 0.9 ? 0 : exponential(next)), 0.1, 0.19),
  "1/8 grid": grid(),
  "98 % zeros, up to 5": {
    draw: (next) => (next() < 0.98 ? 0 : 5 * next()),
    mean: 0.05,
    square: (0.02 * 25) / 3,
  },
};

const happens = (p) => ({ draw: (next) => (next() < p ? 1 : 0), mean: p });

/** Shares: of pairs past the tail, of pairs that move the right way, of comparisons won (ties count half). */
export const SHARES = {
  "2 %": happens(0.02),
  "5 %": happens(0.05),
  "10 %": happens(0.1),
  "20 %": happens(0.2),
  "50 %": happens(0.5),
  "75 %": happens(0.75),
  "90 %": happens(0.9),
  "65 %, with ties": {
    draw: (next) => {
      const u = next();
      return u < 0.5 ? 1 : u < 0.8 ? 0.5 : 0;
    },
    mean: 0.65,
  },
};

const turns = (there, back) => ({
  draw: (next) => {
    const u = next();
    return u < there ? 1 : u < there + back ? -1 : 0;
  },
  mean: there - back,
});

/** Turned by the change, less turned by its mirror image. */
export const NET_SHARES = {
  "none turn but 1 %": turns(0.01, 0),
  "5 % turn": turns(0.05, 0),
  "10 % turn": turns(0.1, 0),
  "15 % turn, 5 % back": turns(0.15, 0.05),
  "10 % turn, 10 % back": turns(0.1, 0.1),
  "30 % turn, 20 % back": turns(0.3, 0.2),
};

const LABELS = Array.from({ length: 2000 }, (_, prompt) => `prompt ${prompt}`);

/**
 * Prompts of 1 to 9 values. Each value repeats its prompt's own with probability sqrt(icc): the intraclass correlation is
 * icc and the distribution of a value stays exactly that of the shape.
 */
export function clustered(draw, prompts, icc, next) {
  const alike = Math.sqrt(icc);
  const values = [];
  const clusters = [];
  for (let prompt = 0; prompt < prompts; prompt++) {
    const own = draw(next);
    const size = 1 + Math.floor(9 * next());
    for (let i = 0; i < size; i++) {
      values.push(next() < alike ? own : draw(next));
      clusters.push(LABELS[prompt]);
    }
  }
  return { values, clusters };
}
