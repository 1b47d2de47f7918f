/** What can go wrong with a budget. */
export const BUDGET_CODES = {
  TARE_BUDGET_SYNTAX: {
    exit: 2,
    means: "A budget does not say how much of what.",
    fix: "Give a time or a number of texts: --budget 30m, 2h, 1h30m, 90s or 50000texts.",
  },
  TARE_BUDGET_TOO_SMALL: {
    exit: 2,
    means: "A budget buys too few prompts for any claim to be judged.",
    fix: "Raise --budget; `tare plan` without one tells what all of the data would cost.",
  },
} as const;
