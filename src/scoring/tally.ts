import type { Prepared, Progress, Scorer } from "../contract.js";

export interface ScoringTally {
  readonly scored: number;
  readonly truncated: number;
  readonly wallMs: number;
  /** Time in the bare session, loading excluded. */
  readonly sessionMs: number;
  readonly tokens: number;
  /** Pad tokens computed beside them. */
  readonly padded: number;
}

export const NOTHING_SCORED: ScoringTally = {
  scored: 0,
  truncated: 0,
  wallMs: 0,
  sessionMs: 0,
  tokens: 0,
  padded: 0,
};

interface Reported {
  readonly total: () => number;
  readonly progress: Progress;
}

/** Counts what was scored and says so as it grows. */
export function openTally(scorer: Scorer, { total, progress }: Reported) {
  const start = performance.now();
  const sessionStart = scorer.sessionMilliseconds();
  let [scored, truncated, tokens, padded, known] = [0, 0, 0, 0, 0];
  const read = (): ScoringTally => ({
    scored,
    truncated,
    wallMs: performance.now() - start,
    sessionMs: scorer.sessionMilliseconds() - sessionStart,
    tokens,
    padded,
  });
  return {
    read,
    /** Texts that have a score already. */
    know: (count: number): void => {
      known += count;
    },
    add: (batch: readonly Prepared[]): void => {
      const longest = batch.reduce((most, text) => Math.max(most, text.tokens), 0);
      const real = batch.reduce((sum, text) => sum + text.tokens, 0);
      scored += batch.length;
      truncated += batch.filter((text) => text.truncated).length;
      tokens += real;
      if (scorer.scorePadded !== undefined) padded += batch.length * longest - real;
      const seconds = (performance.now() - start) / 1000;
      const speed = `${perSecond(scored, seconds)} texts/s, ${perSecond(tokens, seconds)} tokens/s`;
      const waste = padded / Math.max(1, tokens + padded);
      const padding = scorer.scorePadded === undefined ? "" : `, padding ${(100 * waste).toFixed(1)} %`;
      const cached = known > 0 ? `, ${known.toLocaleString("en-US")} known before` : "";
      const note = `${speed}${padding}${cached}`;
      progress.update("score", known + scored, total(), note);
    },
  };
}

/** With a decimal where that is a figure of weight. */
function perSecond(count: number, seconds: number): string {
  const rate = count / seconds;
  return rate < 10 ? rate.toFixed(1) : Math.round(rate).toLocaleString("en-US");
}
