import type { CommandModule } from "yargs";
import { combineDigests, digestTables } from "../store/digest.js";
import { SHARED } from "./options.js";
import { renderTable } from "./table.js";
import { printResult } from "./terminal.js";
import { withStore } from "./with-store.js";

interface Args {
  action: "digest";
  db: string;
  json: boolean;
}

export const db: CommandModule<object, Args> = {
  command: "db <action>",
  describe: "Look after the database: digest of its content",
  builder: (yargs) =>
    yargs
      .positional("action", {
        choices: ["digest"] as const,
        describe: "digest: one hash a table; times and file paths left out",
      })
      .option("db", SHARED.db)
      .option("json", SHARED.json)
      .example("$0 db digest", "equal digests: the same texts, pairs, scores and verdicts") as never,
  async handler({ db: path, json }) {
    const tables = await withStore(path, digestTables);
    const all = combineDigests(tables);
    if (json) printResult(JSON.stringify({ digest: all, tables }, null, 2));
    else
      printResult(
        `${renderTable(
          ["table", "rows", "sha256"],
          tables.map(({ table, rows, digest }) => [table, rows, digest.slice(0, 32)]),
          "table",
        )}\n${all}`,
      );
  },
};
