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
  "augmentations",
  "pairs",
  "param",
  "file",
  "from",
  "report",
  "also",
  "import",
  "trained-on",
  "trainedOn",
  "hold-out",
  "holdOut",
  "map",
]);

/** The only command that takes several runs. */
function isExport(words: unknown): boolean {
  return Array.isArray(words) && words[0] === "db" && words[1] === "export";
}

/** yargs makes a list of an option given twice; which of the two was meant nobody can tell. */
export function onlyOnce(given: Readonly<Record<string, unknown>>): true {
  const repeats = (name: string) => MAY_REPEAT.has(name) || (name === "run" && isExport(given._));
  const twice = Object.keys(given).find((name) => Array.isArray(given[name]) && !repeats(name));
  if (twice === undefined) return true;
  const values = new Set(given[twice] as unknown[]);
  // What --no-NAME gives.
  if (values.has(false) && values.size > 1)
    throw new Error(`--${twice} and --no-${twice} contradict each other: give one of them`);
  throw new Error(`--${twice} is given more than once`);
}

/** Formats that a command takes where none is named: beside --json, nobody can tell whether one was. */
const UNNAMED: ReadonlySet<unknown> = new Set([undefined, "terminal", "table", "json"]);

/** --json is a --format too: another one beside it cannot be meant. */
export function oneFormat({ format, json, _: words }: Readonly<Record<string, unknown>>): true {
  // Of training data it is the form of the file, not of what is printed.
  if (Array.isArray(words) && words[0] === "export") return true;
  if (json !== true || UNNAMED.has(format)) return true;
  throw new Error(`--format ${format} and --json contradict each other: give one of them`);
}
