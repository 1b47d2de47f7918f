/** What can go wrong where something of the database is looked at. */
export const BROWSING_CODES = {
  TARE_UNKNOWN_KEY: {
    exit: 2,
    means: "No run, item or pair of the database has this key, or several begin so.",
    fix: "Runs: `tare list runs`. Pairs: `tare query worst-pairs --param augmentation=NAME` prints their keys. Another database: --db.",
  },
  TARE_NOT_ASKED: {
    exit: 2,
    means: "No oracle was asked for this pair or item, or not with this operator.",
    fix: "Pairs and refusals of an oracle: `tare query oracle-pairs`, `tare query oracle-refusals`. What a rule changed: `tare show KEY`.",
  },
} as const;
