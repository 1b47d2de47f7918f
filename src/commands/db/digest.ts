import type { CommandModule } from "yargs";
import { combineDigests, digestTables } from "../../store/digest.js";
import { SHARED } from "../options.js";
import { renderTable } from "../table.js";
import { printResult } from "../terminal.js";
import { withStore } from "../with-store.js";

interface Args {
  db: string;
  json: boolean;
}

export const digest: CommandModule<object, Args> = {
  command: "digest",
  describe: "One hash a table; times and file paths left out",
  builder: (yargs) =>
    yargs
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
