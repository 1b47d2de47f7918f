import { resolve } from "node:path";
import type { CommandModule } from "yargs";
import { TareError } from "../errors.js";
import { byName } from "../nearest.js";
import { bindText } from "../store/ask/bind-text.js";
import type { Store } from "../store/open.js";
import { bindParameters } from "../store/queries.js";
import { unfinishedRuns } from "../store/unfinished-runs.js";
import { answerQuestion, type Written } from "./answer/answer-question.js";
import { ANSWER_FORMATS, type AnswerFormatName } from "./answer/formats.js";
import { readSql } from "./answer/read-sql.js";
import { leaveWhenInterrupted } from "./interrupt.js";
import { oneFormat, REPEATED, SHARED } from "./options.js";
import { printNote } from "./terminal.js";
import { withStore } from "./with-store.js";

interface Args {
  name: string | undefined;
  sql: string | undefined;
  param: string[];
  db: string;
  format: AnswerFormatName;
  json: boolean;
  output: string | undefined;
  limit: number | undefined;
  timeout: number;
}

/** Rows that a table shows where nobody says how many. */
const TABLE_ROWS = 500;

export const query: CommandModule<object, Args> = {
  command: "query [name]",
  describe: "Ask the database a named question, or one in SQL; nothing is written to it",
  builder: (yargs) =>
    yargs
      .positional("name", { type: "string", describe: "Query by name: see `tare list queries`" })
      .option("sql", {
        type: "string",
        requiresArg: true,
        describe: "In place of a name: one SELECT of your own (see db/README.md); - reads it from stdin",
      })
      .option("param", {
        ...REPEATED,
        default: [] as string[],
        describe: "A parameter as name=value; repeatable. In --sql it is :name",
      })
      .option("db", SHARED.db)
      .option("format", {
        choices: Object.keys(ANSWER_FORMATS) as AnswerFormatName[],
        default: "table" as const,
        describe: "How to write the rows",
      })
      .option("json", { ...SHARED.json, describe: "The same as --format json" })
      .option("output", SHARED.output)
      .option("limit", {
        type: "number",
        requiresArg: true,
        describe: `Rows to write at most; 0: all. The others are counted. [default: ${TABLE_ROWS} in a table, else all]`,
      })
      .option("timeout", {
        type: "number",
        default: 60,
        requiresArg: true,
        describe: "Seconds after which the query is stopped; 0: never",
      })
      .check(oneFormat, false)
      .check(oneQuestion, false)
      .example(
        "$0 query worst-pairs --param augmentation=claim-negated",
        "the pairs that broke the expectation most",
      )
      .example("$0 query rm-bench --format csv", "hard, normal and easy accuracy of RM-Bench data")
      .example("$0 query effects --format parquet --output effects.parquet", "for pandas, DuckDB, Polars")
      .example('$0 query --sql "SELECT * FROM verdicts_latest"', "any question, read-only") as never,
  async handler(args) {
    const { name, db, output, timeout } = args;
    leaveWhenInterrupted();
    const given = readParams(args.param);
    const format = args.json ? "json" : args.format;
    const limit = args.limit ?? (format === "table" ? TABLE_ROWS : 0);
    const { sql, bind } = name === undefined ? await ownSql(args.sql!, given) : await namedSql(name, given);
    const what = name === undefined ? "the query" : `query ${name}`;
    const written = await withStore(db, async (store) => {
      const values = bind(store);
      const answer = await answerQuestion(
        { path: resolve(db), sql, values },
        { format, output, timeoutMs: timeout * 1000, limit: limit === 0 ? Number.POSITIVE_INFINITY : limit },
      );
      tell(answer, what, db);
      if (name !== undefined && answer.rows === 0) tellUnfinished(store, values.run);
      return answer;
    });
    if (format === "table" && output === undefined) tellShow(written, db);
  },
};

interface Asked {
  readonly sql: string;
  bind(store: Store): Record<string, string | number | null>;
}

async function namedSql(name: string, given: Readonly<Record<string, string>>): Promise<Asked> {
  const { listQueries } = await import("../registry.js");
  const named = byName("query", name, listQueries());
  return { sql: named.sql, bind: (store) => bindParameters(store, named, given) };
}

async function ownSql(text: string, given: Readonly<Record<string, string>>): Promise<Asked> {
  const sql = await readSql(text);
  return { sql, bind: () => bindText(sql, given) };
}

function tell({ rows, left }: Written, what: string, db: string): void {
  if (left === undefined) printNote(`${what}: ${rows} rows shown of many more: --limit 0 writes all`);
  else if (left > 0) printNote(`${what}: ${rows} rows shown of ${rows + left}: --limit 0 writes all`);
  else if (rows === 0) printNote(`${what}: nothing in ${db} matches`);
}

/** An unfinished run has scores at most: that a question finds nothing says nothing of the model. */
function tellUnfinished(store: Store, run: string | number | null | undefined): void {
  if (run === undefined || typeof run === "number") return;
  for (const { id, state } of unfinishedRuns(store, run))
    printNote(`run ${id.slice(0, 12)} stopped while ${state}: its own command goes on with it`);
}

/** Keys in a table are there to be looked up: said to a person alone. */
function tellShow({ rows, columns }: Written, db: string): void {
  const column = ["pair", "item"].find((name) => columns.includes(name));
  if (column === undefined || rows === 0 || process.stdout.isTTY !== true) return;
  const elsewhere = db === SHARED.db.default ? "" : ` --db ${db}`;
  printNote(`a ${column} with its texts and all scores: tare show ${column.toUpperCase()}${elsewhere}`);
}

function oneQuestion({ name, sql, limit, timeout }: Partial<Args>): true {
  if (name === undefined && sql === undefined)
    throw new Error("name a query (see `tare list queries`), or give one with --sql");
  if (name !== undefined && sql !== undefined)
    throw new Error(`query ${name} and --sql are two questions: give one of them`);
  if (limit !== undefined && !(Number.isSafeInteger(limit) && limit >= 0))
    throw new Error("--limit wants a whole number, 0 for all rows");
  if (timeout !== undefined && !(timeout >= 0)) throw new Error("--timeout wants seconds, 0 for no limit");
  return true;
}

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
