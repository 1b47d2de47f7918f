import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import { counted } from "../../reports/layout/words.js";
import { type Around, stopIfAborted } from "../../stages/around.js";
import { exportRuns } from "../../store/export/export-runs.js";
import { openStore, type Store, usingStore } from "../../store/open.js";
import { type RunRow, selectRuns } from "../../store/runs.js";
import { databaseOf, namesDatabase } from "../named-database.js";
import { REPEATED, SHARED } from "../options.js";
import { printResult } from "../terminal.js";
import { withAroundAnew } from "../with-around.js";
import { withStore } from "../with-store.js";
import { exportTables } from "./export-tables.js";
import { newDatabase } from "./new-database.js";

const FORMATS = ["parquet", "csv", "jsonl"] as const;

const build = (yargs: Argv) =>
  namesDatabase(yargs)
    .option("run", {
      ...REPEATED,
      default: [] as string[],
      describe:
        "Run id or its beginning; repeatable. Left out: the newest command's runs as a database, everything as tables",
    })
    .option("format", {
      choices: FORMATS,
      requiresArg: true,
      describe: "Tables and views, a file each; else a database",
    })
    .option("output", {
      type: "string",
      demandOption: true,
      requiresArg: true,
      describe: "The database to be made, or with --format the folder of the files",
    })
    .option("force", { type: "boolean", default: false, describe: "Replace what lies there" })
    .option("json", SHARED.json)
    .option("quiet", SHARED.quiet)
    .example(
      "$0 db export --run 7f3a --output rm-v7.db",
      "the run with its texts and scores, and nothing else",
    )
    .example("$0 db export --format parquet --output tables", "typed columns, for DuckDB, pandas or Polars");

type Args = ReturnType<typeof build> extends Argv<infer T> ? ArgumentsCamelCase<T> : never;

export const exportAction: CommandModule<object, Args> = {
  command: "export [database]",
  describe: "Runs as a database of their own, or tables as Parquet, CSV or JSON Lines",
  builder: build as CommandModule<object, Args>["builder"],
  handler: (args) =>
    withAroundAnew(args.quiet, (around) =>
      withStore(databaseOf(args), async (store) => {
        if (args.format === undefined) await toDatabase(store, args, around);
        else await toTables(store, args, args.format, around);
      }),
    ),
};

/** The runs that were named, in the order of the database; those of the newest command where none is. */
function wanted(store: Store, prefixes: readonly string[]): RunRow[] {
  if (prefixes.length === 0) return selectRuns(store, undefined, false);
  const found = prefixes.flatMap((prefix) => selectRuns(store, prefix, false));
  return found.filter(({ id }, index) => found.findIndex((other) => other.id === id) === index);
}

async function toDatabase(store: Store, { run, output, force, json }: Args, around: Around): Promise<void> {
  const runs = wanted(store, run);
  const made = newDatabase(output, force);
  try {
    const { tables } = await exportRuns(store, runs, made.part, turnOf(around, "exporting"));
    made.keep();
    const ids = runs.map(({ id }) => id);
    if (json) printResult(JSON.stringify({ output, runs: ids, tables }, null, 2));
    else
      printResult(
        `${output}: ${counted(runs.length, "run")} (${ids.map((id) => id.slice(0, 12)).join(", ")}), ${tables.map(({ table, rows }) => `${rows} ${table}`).join(", ")}`,
      );
  } finally {
    made.drop();
  }
}

async function toTables(
  store: Store,
  args: Args,
  format: (typeof FORMATS)[number],
  around: Around,
): Promise<void> {
  const { run, output, force, json } = args;
  const turn = turnOf(around, "exporting");
  const write = (from: Store) => exportTables(from, output, format, force, turn);
  const written =
    run.length === 0 ? await write(store) : await ofRuns(store, wanted(store, run), turn, write);
  if (json) printResult(JSON.stringify({ output, files: written }, null, 2));
  else printResult(written.map(({ file, rows }) => `${file}: ${counted(rows, "row")}`).join("\n"));
}

/** Tables of some runs are those of a database that holds them alone. */
async function ofRuns<T>(
  store: Store,
  runs: readonly RunRow[],
  turn: (done: number, of: number) => Promise<void>,
  work: (only: Store) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "tare-export-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    const path = join(folder, "runs.db");
    await exportRuns(store, runs, path, turn);
    return await usingStore(openStore(path), work);
  } finally {
    remove();
    process.off("exit", remove);
  }
}

function turnOf({ progress, signal }: Around, doing: string) {
  return async (done: number, of: number) => {
    progress.update(doing, done, of, "tables");
    await stopIfAborted(signal, doing);
  };
}
