import type { CommandModule } from "yargs";
import { combineDigests, digestTables } from "../../store/digest.js";
import { databaseOf, type NamedDatabase, namesDatabase } from "../named-database.js";
import { SHARED } from "../options.js";
import { renderTable } from "../table.js";
import { printResult } from "../terminal.js";
import { withStore } from "../with-store.js";

interface Args extends NamedDatabase {
  json: boolean;
}

export const digest: CommandModule<object, Args> = {
  command: "digest [database]",
  describe: "One hash a table; times and file paths left out",
  builder: (yargs) =>
    namesDatabase(yargs)
      .option("json", SHARED.json)
      .example("$0 db digest", "equal digests: the same texts, pairs, scores and verdicts") as never,
  async handler({ json, ...named }) {
    const path = databaseOf(named);
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
