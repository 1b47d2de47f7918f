import type { Options } from "yargs";
import { CONTAMINATION } from "../stages/contamination.js";
import { REPEATED } from "./options.js";

const TRAINED_ON = {
  ...REPEATED,
  default: [] as string[],
  describe:
    "The models were trained on this file: data in any format, pairs, or a digest list (tare augment --digests); repeatable",
} as const satisfies Options;

/** What a command that weighs does with data that were exported for training. */
export const WEIGHING_ON = {
  "trained-on": TRAINED_ON,
  contamination: {
    choices: CONTAMINATION,
    default: "flag",
    describe:
      "Items exported for training: flag (no claim that rests on them passes), leave-out, refuse, accept (flagged, and passes stand)",
  },
} as const satisfies Record<string, Options>;

/** The same for a run that was weighed already. */
export const JUDGING_ON = {
  contamination: {
    choices: ["flag", "refuse", "accept"] as const,
    default: "flag",
    describe:
      "Items exported for training: flag (no claim that rests on them passes), refuse, accept (flagged, and passes stand)",
  },
} as const satisfies Record<string, Options>;

export const GATING_ON = { "trained-on": TRAINED_ON, ...JUDGING_ON } as const;
