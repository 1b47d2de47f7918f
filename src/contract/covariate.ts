/** What is measured of every pair, variant less base, and held at zero to adjust an effect (statistics.md §5). */
export const COVARIATES = [
  "tokens",
  "sentences",
  "listItems",
  "headings",
  "bold",
  "codeSpans",
  "numbers",
  "urls",
  "capitals",
  "registerMarkers",
  "codeErrors",
] as const;

/** `tokens` is the doublings of the length, log2 of variant over base; the others are counts. */
export type Covariate = (typeof COVARIATES)[number];
