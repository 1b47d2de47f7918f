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
  cache: {
    type: "boolean",
    default: true,
    describe:
      "Take stored scores as they are; --no-cache makes them again and tells the largest difference, the stored ones stay",
  },
  output: { type: "string", describe: "Write to this file instead of stdout", requiresArg: true },
} as const satisfies Record<string, Options>;

/** Every value yargs gives for an option that may be repeated. */
export const REPEATED = { type: "string", array: true, nargs: 1, requiresArg: true } as const;

const MAY_REPEAT: ReadonlySet<string> = new Set([
  "_",
  "data",
  "model",
  "augmentation",
  "pairs",
  "param",
  "file",
  "report",
  "also",
  "import",
  "trained-on",
  "trainedOn",
  "hold-out",
  "holdOut",
  "map",
]);

/** yargs makes a list of an option given twice; which of the two was meant nobody can tell. */
export function onlyOnce(given: Readonly<Record<string, unknown>>): true {
  const twice = Object.keys(given).find((name) => Array.isArray(given[name]) && !MAY_REPEAT.has(name));
  if (twice !== undefined) throw new Error(`--${twice} is given more than once`);
  return true;
}
