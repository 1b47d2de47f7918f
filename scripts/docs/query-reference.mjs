import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listQueries } from "../../dist/src/registry.js";
import { code, fence, fold, table } from "./markdown.mjs";
import { examplePath } from "./query-examples.mjs";

/** Every named query with its parameters, its columns and an example of its answer. */
export function queryReference(root) {
  return listQueries()
    .map((query) => entryOf(query, root))
    .join("\n\n");
}

function entryOf({ name, title, parameters, columns }, root) {
  const asked = parameters.map(({ name: parameter, standard, summary }) => [
    code(parameter),
    standard === undefined ? "must be given" : code(standard),
    summary,
  ]);
  const example = join(root, examplePath(name));
  return [
    `## ${code(name)}`,
    title,
    ...(asked.length === 0 ? [] : [table(["parameter", "if left out", "what it is"], asked)]),
    table(
      ["column", "what it holds"],
      columns.map(({ name: column, meaning }) => [code(column), meaning]),
    ),
    ...(existsSync(example) ? [fold("Example", fence("text", readFileSync(example, "utf8")))] : []),
  ].join("\n\n");
}
