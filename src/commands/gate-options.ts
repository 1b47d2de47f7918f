import type { Options } from "yargs";
import { REPEATED } from "./options.js";

/** What commands that judge may also write, and with which waivers they judge. */
export const GATE_OPTIONS = {
  report: {
    ...REPEATED,
    default: [] as string[],
    describe:
      "Also write this report: NAME=PATH, - for stdout in place of the result; github alone: the step summary; repeatable",
  },
  waivers: {
    type: "string",
    requiresArg: true,
    describe: "JSON file of waivers: claims of a scorer that block nothing until a day",
  },
} as const satisfies Record<string, Options>;
