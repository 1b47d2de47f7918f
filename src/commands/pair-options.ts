import type { Options } from "yargs";
import { REPEATED } from "./options.js";

/** What pairs a run is made of: in every command that weighs or plans. */
export const PAIR_OPTIONS = {
  pairs: {
    ...REPEATED,
    default: [] as string[],
    describe:
      "Also weigh counterfactual pairs of your own (as tare augment writes them); repeatable, or without data",
  },
  rubric: {
    type: "string",
    default: "general",
    requiresArg: true,
    describe: "Rubric by name or file",
  },
  augmentation: {
    ...REPEATED,
    alias: "augmentations",
    default: [] as string[],
    describe: "Also run this operator (NAME, NAME@DOSE, FILE or oracle:*), shown but not gated; repeatable",
  },
} as const satisfies Record<string, Options>;

interface Sources {
  readonly data: readonly string[];
  readonly pairs: readonly string[];
  readonly format?: string | undefined;
  readonly map?: readonly string[] | undefined;
}

/** There is something to weigh, and no format is forced on pairs. */
export function requireSources({ data, pairs, format, map }: Sources): true {
  if (data.length + pairs.length === 0) throw new Error("Give data, or --pairs.");
  if (pairs.length > 0 && (format !== undefined || map !== undefined))
    throw new Error("--format and --map do not go with --pairs: formats are detected file by file");
  return true;
}
