import { CATALOGUE } from "../../dist/src/commands/catalogue.js";
import { DB_ACTIONS } from "../../dist/src/commands/db.js";
import { EXIT_CODES } from "../../dist/src/commands/exit-codes.js";
import { COMMANDS } from "../../dist/src/commands/index.js";
import { PROBLEMS } from "../../dist/src/doctor/problems.js";
import { ERROR_CODES } from "../../dist/src/error-codes.js";
import { applicabilityTable } from "./applicability.mjs";
import { databaseDiagram, tableDictionary, viewDictionary } from "./database.mjs";
import { operatorTable, rubricTables } from "./extensions.mjs";
import { code, fence, fold, table } from "./markdown.mjs";
import { helpOf } from "./parser.mjs";
import { queryReference } from "./query-reference.mjs";
import { validityTable } from "./validity.mjs";

/** The first cell of a row is a name, as it is typed. */
function listing(name) {
  return async () => {
    const { columns, rows } = await CATALOGUE[name]();
    return table(
      columns,
      rows.map(([first, ...rest]) => [code(first), ...rest]),
    );
  };
}

const nameOf = ({ command }) => command.split(" ")[0];

function commandList() {
  return table(
    ["command", "what it does"],
    COMMANDS.map(({ command, describe }) => [code(`tare ${command}`), describe]),
  );
}

/** Each command, and below `db` each of its actions. */
function commands() {
  const below = { db: DB_ACTIONS };
  const names = COMMANDS.map(nameOf).flatMap((name) => [
    name,
    ...(below[name] ?? []).map((action) => `${name} ${nameOf(action)}`),
  ]);
  return names.map((name) => `## ${name}\n\n${fence("text", helpOf(COMMANDS, name))}`).join("\n\n");
}

function exitCodes() {
  return table(
    ["exit code", "meaning"],
    Object.entries(EXIT_CODES).map(([number, meaning]) => [number, meaning]),
  );
}

function errorCodes() {
  const rows = Object.entries(ERROR_CODES).map(([name, { exit, means, fix }]) => [
    code(name),
    exit,
    means,
    fix,
  ]);
  return fold(`All ${rows.length} codes`, table(["code", "exit code", "what happened", "what to do"], rows));
}

function problems() {
  const rows = Object.entries(PROBLEMS).map(([name, { severity, means, fix }]) => [
    code(name),
    severity,
    means,
    fix,
  ]);
  return table(["problem", "severity", "what it means", "what to do"], rows);
}

/** File -> name of a block -> what makes it. */
export const BLOCKS = {
  "README.md": {
    "command-list": commandList,
    "exit-codes": exitCodes,
    "error-codes": errorCodes,
    problems,
    scorers: listing("scorers"),
    oracles: listing("oracles"),
    formats: listing("formats"),
    queries: listing("queries"),
    reports: listing("reports"),
    augmentations: listing("augmentations"),
    rubrics: listing("rubrics"),
  },
  "docs/commands.md": { commands },
  "augmentations/README.md": { augmentations: operatorTable, applicability: applicabilityTable },
  "augmentations/VALIDITY.md": { validity: validityTable },
  "rubrics/README.md": { rubrics: rubricTables },
  "db/README.md": {
    diagram: databaseDiagram,
    tables: tableDictionary,
    views: viewDictionary,
    queries: listing("queries"),
  },
  "db/QUERIES.md": { reference: queryReference },
};
