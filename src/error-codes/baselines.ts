/** What can go wrong with a baseline that claims are held against. */
export const BASELINE_CODES = {
  TARE_BASELINE_MISSING: {
    exit: 2,
    means: "The rubric holds claims against a baseline, and none was given; or its file cannot be read.",
    fix: "Give --baseline FILE (made by `tare baseline save`), or say --no-baseline to judge without these claims.",
  },
  TARE_BASELINE_DAMAGED: {
    exit: 2,
    means: "A baseline file is not what `tare baseline save` wrote.",
    fix: "Save it again from its run, or restore the file as it was committed.",
  },
  TARE_BASELINE_NEWER: {
    exit: 2,
    means: "A baseline file was written by a newer tare.",
    fix: "Update tare, or save the baseline again with this version.",
  },
  TARE_BASELINE_DATA: {
    exit: 2,
    means: "The baseline is of other data or another seed: its pairs are not these.",
    fix: "Weigh the baseline's model on these data with this seed, and save it again.",
  },
  TARE_BASELINE_RUBRIC: {
    exit: 2,
    means:
      "The baseline lacks a claim the rubric holds against it, or made it of other operators or figures.",
    fix: "Weigh the baseline's model under this rubric (known texts are not scored again), and save it again.",
  },
} as const;
