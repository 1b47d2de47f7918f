import type { CommandModule } from "yargs";
import { TareError } from "../errors.js";
import { byName } from "../nearest.js";
import { runQuery } from "../store/queries.js";
import { oneFormat, REPEATED, SHARED } from "./options.js";
import { renderTable, TABLE_FORMATS, type TableFormat } from "./table.js";
import { printNote, printResult } from "./terminal.js";
import { withStore } from "./with-store.js";

interface Args {
  name: string;
  param: string[];
  db: string;
  format: TableFormat;
  json: boolean;
}

export const query: CommandModule<object, Args> = {
  command: "query <name>",
  describe: "Ask the database a named question",
  builder: (yargs) =>
    yargs
      .positional("name", {
        type: "string",
        demandOption: true,
        describe: "Query by name: see `tare list queries`",
      })
      .option("param", {
        ...REPEATED,
        default: [] as string[],
        describe: "A parameter as name=value; repeatable",
      })
      .option("db", SHARED.db)
      .option("format", { choices: TABLE_FORMATS, default: "table", describe: "How to print the rows" })
      .option("json", { ...SHARED.json, describe: "The same as --format json" })
      .check(oneFormat, false)
      .example(
        "$0 query worst-pairs --param augmentation=claim-negated",
        "the pairs that broke the expectation most",
      )
      .example("$0 query rm-bench --format csv", "hard, normal and easy accuracy of RM-Bench data") as never,
  async handler({ name, param, db, format, json }) {
    const { listQueries } = await import("../registry.js");
    const named = byName("query", name, listQueries());
    const { columns, rows } = await withStore(db, (store) => runQuery(store, named, readParams(param)));
    printResult(renderTable(columns, rows, json ? "json" : format));
    if (rows.length === 0) printNote(`query ${name}: nothing in ${db} matches`);
  },
};

function readParams(given: readonly string[]): Record<string, string> {
  const pairs = given.map(split);
  const twice = pairs.find(([name], index) => pairs.findIndex(([other]) => other === name) !== index);
  if (twice === undefined) return Object.fromEntries(pairs);
  throw new TareError("TARE_QUERY_PARAMETER", `--param ${twice[0]}=… is given more than once`);
}

function split(parameter: string): [string, string] {
  const at = parameter.indexOf("=");
  if (at > 0) return [parameter.slice(0, at), parameter.slice(at + 1)];
  throw new TareError("TARE_QUERY_PARAMETER", `--param wants name=value, not "${parameter}"`);
}
