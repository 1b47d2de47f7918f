import { normalCdf } from "../stats/distributions/normal.js";
import { benjaminiHochberg } from "../stats/multiplicity.js";
import type { WordSums, WordTally } from "./words.js";

export interface WordRow {
  readonly term: string;
  /** Prompts in whose answers it stands. */
  readonly prompts: number;
  /** Per thousand words. */
  readonly chosen: number;
  readonly rejected: number;
  readonly z: number;
  /** False discovery rate at which it would be named (Benjamini & Hochberg 1995). */
  readonly q: number;
}

/** Below this many prompts a z is not normal enough to be believed. */
const FEWEST_PROMPTS = 10;
const RATE = 0.05;

export interface WordRows {
  /** Over-represented in chosen, and in rejected, strongest first, at a false discovery rate of 5 %. */
  readonly chosen: readonly WordRow[];
  readonly rejected: readonly WordRow[];
  readonly tested: number;
}

/**
 * Terms whose rate (per word of text, so that longer answers alone favour none) differs between chosen and rejected.
 * z of the difference of two ratio estimators with the variance of its linearisation, summed over prompts (Cochran 1977,
 * 6.4): a word that one prompt repeats is one prompt's evidence.
 */
export function wordRows(tally: WordTally): WordRows {
  const tested = [...tally.words]
    .filter(([, { prompts }]) => prompts >= FEWEST_PROMPTS)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([term, sums]) => {
      const z = zOf(sums, tally.totals);
      return z === null ? [] : [{ term, sums, z }];
    });
  const q = benjaminiHochberg(tested.map(({ z }) => 2 * normalCdf(-Math.abs(z))));
  const { nc, nr } = tally.totals;
  const rows = tested.map(
    ({ term, sums, z }, index): WordRow => ({
      term,
      prompts: sums.prompts,
      chosen: (1000 * sums.c) / nc,
      rejected: (1000 * sums.r) / nr,
      z,
      q: q[index]!,
    }),
  );
  const named = rows.filter((row) => row.q <= RATE).sort((a, b) => Math.abs(b.z) - Math.abs(a.z));
  return {
    chosen: named.filter(({ z }) => z > 0),
    rejected: named.filter(({ z }) => z < 0),
    tested: tested.length,
  };
}

/** sum over prompts of e^2, e = (c - C nc) / Nc - (r - R nr) / Nr, multiplied out; C and R the two rates. */
export function zOf(sums: WordSums, { nc, nr, ncnc, nrnr, ncnr }: WordTally["totals"]): number | null {
  if (nc === 0 || nr === 0) return null;
  const [C, R] = [sums.c / nc, sums.r / nr];
  const chosen = sums.cc - 2 * C * sums.cNc + C * C * ncnc;
  const rejected = sums.rr - 2 * R * sums.rNr + R * R * nrnr;
  const both = sums.cr - R * sums.cNr - C * sums.rNc + C * R * ncnr;
  const variance = chosen / nc ** 2 + rejected / nr ** 2 - (2 * both) / (nc * nr);
  return variance > 1e-24 ? (C - R) / Math.sqrt(variance) : null;
}
