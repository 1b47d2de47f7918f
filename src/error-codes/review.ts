/** What can go wrong with judgements of pairs. */
export const REVIEW_CODES = {
  TARE_REVIEW_ROW: {
    exit: 2,
    means: "A row of judgements lacks a field or says something else than first, second, tie or invalid.",
    fix: 'Each line wants {"pair": KEY, "seed": N, "judgement": "first"|"second"|"tie"|"invalid"}, pair and seed as --export wrote them; nothing of the file was stored.',
  },
  TARE_REVIEW_PAIR: {
    exit: 2,
    means: "A judgement speaks of a pair that the database does not hold, or there is no pair to read.",
    fix: "Import into the database (--db) the pairs were exported from, or draw pairs from data: `tare review DATA --augmentation NAME`.",
  },
} as const;
