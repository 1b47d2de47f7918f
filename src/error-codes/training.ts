/** What can go wrong with data that a model may have been trained on. */
export const TRAINING_CODES = {
  TARE_TRAINED_ON: {
    exit: 2,
    means:
      "Data of the run were exported for training, and --contamination refuse was given, or nothing else is left.",
    fix: "Weigh on other data, or leave those out: --contamination leave-out.",
  },
  TARE_EXPORT_EMPTY: {
    exit: 2,
    means:
      "No pair of the run is left to be written as training data: each was held out, left out or filtered.",
    fix: "Hold out less, name other operators, or leave out --filter; the message says how many pairs went where.",
  },
  TARE_EXPORT_RULER: {
    exit: 2,
    means:
      "The rewards of a run do not vary, so that --filter has no ruler to tell which pairs its model is unsure of.",
    fix: "Filter by a run whose model tells answers apart: --baseline-run RUN. `tare list runs` lists them.",
  },
} as const;
