/** What can go wrong with data that a model may have been trained on. */
export const TRAINING_CODES = {
  TARE_TRAINED_ON: {
    exit: 2,
    means:
      "Data of the run were exported for training, and --contamination refuse was given, or nothing else is left.",
    fix: "Weigh on other data, or leave those out: --contamination leave-out.",
  },
} as const;
