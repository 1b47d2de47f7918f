import type { Options } from "yargs";

/** Options that several commands share. */
export const SHARED = {
  db: { type: "string", default: "tare.db", describe: "SQLite database", requiresArg: true },
  run: {
    type: "string",
    describe: "Run id or its beginning; the newest command's runs if left out",
    requiresArg: true,
  },
  json: { type: "boolean", default: false, describe: "Print JSON on stdout" },
  quiet: { type: "boolean", default: false, describe: "No progress on stderr" },
  output: { type: "string", describe: "Write to this file instead of stdout", requiresArg: true },
} as const satisfies Record<string, Options>;

/** Every value yargs gives for an option that may be repeated. */
export const REPEATED = { type: "string", array: true, nargs: 1, requiresArg: true } as const;
