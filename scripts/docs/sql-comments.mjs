import { readdirSync, readFileSync } from "node:fs";
import { packagePath } from "../../dist/src/paths.js";

const CREATE = /^CREATE (?:TABLE|VIEW) (\w+)/;

function sqlLines(folder) {
  return readdirSync(packagePath("db", folder))
    .filter((file) => file.endsWith(".sql"))
    .sort()
    .flatMap((file) => readFileSync(packagePath("db", folder, file), "utf8").split("\n"));
}

/** Table or view -> the comment that stands right above its CREATE; '' where none does. */
export function purposes(folder) {
  const found = new Map();
  let above = [];
  for (const line of sqlLines(folder)) {
    const name = CREATE.exec(line)?.[1];
    if (name !== undefined) found.set(name, above.join(" "));
    const comment = /^-- (?!-{3})(.*)$/.exec(line)?.[1];
    above = comment === undefined ? [] : [...above, comment];
  }
  return found;
}

/** `table.column` -> { comment, values } as the migrations write them: the remark at the line's end, and CHECK (… IN (…)). */
export function columnRemarks() {
  const found = new Map();
  let table = "";
  for (const line of sqlLines("migrations")) {
    table = CREATE.exec(line)?.[1] ?? table;
    const added = /^ALTER TABLE (\w+) ADD COLUMN (\w+)/.exec(line);
    const column = added?.[2] ?? /^ {2}(\w+) /.exec(line)?.[1];
    if (column === undefined) continue;
    const comment = /-- (.*)$/.exec(line)?.[1] ?? "";
    const values = /\bIN \(([^)]*)\)/.exec(line)?.[1] ?? "";
    found.set(`${added?.[1] ?? table}.${column}`, { comment, values: values.replaceAll("'", "") });
  }
  return found;
}
