import { readdirSync, readFileSync } from "node:fs";
import { packagePath } from "../../dist/src/paths.js";

const CREATE = /^CREATE (?:VIRTUAL )?(?:TABLE|VIEW) (\w+)/;

function sqlLines(folder) {
  return readdirSync(packagePath("db", folder))
    .filter((file) => file.endsWith(".sql"))
    .sort()
    .flatMap((file) => readFileSync(packagePath("db", folder, file), "utf8").split("\n"));
}

/** What released migrations leave unsaid of tables ("") and columns: they are not edited any more. */
export function dictionary() {
  return JSON.parse(readFileSync(packagePath("db", "dictionary.json"), "utf8"));
}

/** Table or view -> the comment that stands right above its CREATE, or its purpose in the dictionary; '' for neither. */
export function purposes(folder) {
  const said = dictionary();
  const found = new Map();
  let above = [];
  for (const line of sqlLines(folder)) {
    const name = CREATE.exec(line)?.[1];
    if (name !== undefined) found.set(name, above.join(" ") || (said[name]?.[""] ?? ""));
    const comment = /^-- (?!-{3})(.*)$/.exec(line)?.[1];
    above = comment === undefined ? [] : [...above, comment];
  }
  return found;
}

/**
 * `table.column` -> { comment, values } as the migrations write them: the remark at the line's end, and CHECK (… IN (…)).
 * Where they have no remark, the dictionary's.
 */
export function columnRemarks() {
  const said = dictionary();
  const found = new Map();
  let table = "";
  for (const line of sqlLines("migrations")) {
    table = CREATE.exec(line)?.[1] ?? table;
    const added = /^ALTER TABLE (\w+) ADD COLUMN (\w+)/.exec(line);
    const column = added?.[2] ?? /^ {2}(\w+) /.exec(line)?.[1];
    if (column === undefined) continue;
    const owner = added?.[1] ?? table;
    const comment = /-- (.*)$/.exec(line)?.[1] ?? said[owner]?.[column] ?? "";
    const values = /\bIN \(([^)]*)\)/.exec(line)?.[1] ?? "";
    found.set(`${owner}.${column}`, { comment, values: values.replaceAll("'", "") });
  }
  return found;
}
