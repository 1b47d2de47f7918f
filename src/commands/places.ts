import { isPath } from "../discover.js";
import { splitReference } from "../stages/references.js";
import { databaseOf, type NamedDatabase } from "./named-database.js";

/** A file that a command line names, and by which argument. */
export interface Place {
  readonly by: string;
  /** As given; - is stdin or stdout. */
  readonly path: string;
}

export interface Places {
  readonly inputs: readonly Place[];
  readonly outputs: readonly Place[];
}

type Given = Readonly<Record<string, unknown>>;

/** Arguments that name files to read, under the names yargs gives them. */
const READ = {
  ...{ data: "the data", pairs: "--pairs", waivers: "--waivers", key: "--key", also: "--also" },
  ...{ publicKey: "--public-key", trainedOn: "--trained-on", import: "--import" },
  ...{ reference: "--reference", baseline: "--baseline" },
};

/** Arguments that hold a name of ours or a file. */
const READ_IF_PATH = { rubric: "--rubric", format: "--format", augmentation: "--augmentation" };

const WRITTEN = {
  out: "--out",
  digests: "--digests",
  export: "--export",
  output: "--output",
  card: "--card",
};

/** The files that a parsed command line reads and writes. */
export function placesOf(given: Given): Places {
  const inputs = placed(given, READ);
  const named = placed(given, READ_IF_PATH).map(({ by, path }) => ({ by, path: splitReference(path).name }));
  const models = [...texts(given.model), ...texts(given.a), ...texts(given.b)];
  const templates = texts(given.template).filter((name) => !["auto", "pair", "chat"].includes(name));
  const outputs = placed(given, WRITTEN);
  const reports = texts(given.report).filter((spec) => spec.includes("="));
  const snapshot = (action: string, by: string) =>
    command(given) === "baseline" && given.action === action
      ? texts(given.file).map((path) => ({ by, path }))
      : [];
  return {
    inputs: [
      ...inputs,
      ...named.filter(({ path }) => isPath(path)),
      ...models.map((spec) => ({ by: "--model", path: fileOfModel(spec) })),
      ...templates.map((path) => ({ by: "--template", path })),
      ...["oracle", "verifier"]
        .flatMap((name) => texts(given[name]).map((spec) => ({ by: `--${name}`, path: fileOfOracle(spec) })))
        .filter(({ path }) => path !== ""),
      ...snapshot("show", "the snapshot"),
      ...databases(given).flatMap((db) =>
        ["", "-wal", "-shm", "-journal"].map((end) => ({ by: "--db", path: db + end })),
      ),
    ],
    outputs: [
      ...outputs,
      ...reports.map((spec) => ({ by: "--report", path: spec.slice(spec.indexOf("=") + 1) })),
      ...snapshot("save", "the snapshot"),
    ].filter(({ path }) => path !== ""),
  };
}

/** `tare db` takes it as a word too, and so cannot leave the standard to yargs. */
function databases(given: Given): string[] {
  return command(given) === "db" ? [databaseOf(given as NamedDatabase)] : texts(given.db);
}

function command({ _: words }: Given): unknown {
  return Array.isArray(words) ? words[0] : undefined;
}

function placed(given: Given, names: Readonly<Record<string, string>>): Place[] {
  return Object.entries(names).flatMap(([name, by]) => texts(given[name]).map((path) => ({ by, path })));
}

function texts(value: unknown): string[] {
  return [value].flat().filter((one) => typeof one === "string");
}

/** `precomputed:FILE`, `scripted:@FILE`, `DIR#DTYPE`: what lies on the disk of it. */
function fileOfModel(spec: string): string {
  return spec.replace(/^(precomputed:|scripted:@|onnx:)/, "").replace(/#[^/]*$/, "");
}

/** `replay:FILE`: what an oracle's answers are read from; empty where that is no file. */
function fileOfOracle(spec: string): string {
  return spec.startsWith("replay:") ? spec.slice("replay:".length) : "";
}
