import type { CommandModule } from "yargs";
import { CATALOGUE, type Listing } from "./catalogue.js";
import { SHARED } from "./options.js";
import { renderTable, TABLE_FORMATS, type TableFormat } from "./table.js";
import { printResult } from "./terminal.js";
import { withStore } from "./with-store.js";

const KINDS = [...Object.keys(CATALOGUE), "runs"] as (keyof typeof CATALOGUE | "runs")[];

interface Args {
  kind: (typeof KINDS)[number];
  db: string;
  format: TableFormat;
  json: boolean;
}

export const list: CommandModule<object, Args> = {
  command: "list <kind>",
  describe: "List augmentations, rubrics, formats, queries, scorers, oracles, reports or runs",
  builder: (yargs) =>
    yargs
      .positional("kind", { choices: KINDS, describe: "What to list" })
      .option("db", { ...SHARED.db, describe: "SQLite database (for runs)" })
      .option("format", { choices: TABLE_FORMATS, default: "table", describe: "How to print the rows" })
      .option("json", { ...SHARED.json, describe: "The same as --format json" })
      .example("$0 list augmentations", "what can be changed in an answer")
      .example("$0 list runs", "what the database holds") as never,
  async handler({ kind, db, format, json }) {
    const { columns, rows } = kind === "runs" ? await runs(db) : await CATALOGUE[kind]();
    printResult(renderTable(columns, rows, json ? "json" : format, true));
  },
};

async function runs(path: string): Promise<Listing> {
  const { listRuns } = await import("../store/runs.js");
  return withStore(path, (store) => ({
    columns: ["run", "begun", "model", "rubric", "seed", "state", "verdict"],
    rows: listRuns(store).map(({ id, createdAt, scorerName, rubricName, seed, state, verdict }) => [
      id.slice(0, 12),
      createdAt,
      scorerName,
      rubricName,
      seed,
      state,
      verdict,
    ]),
  }));
}
