import type { NamedQuery } from "../store/queries.js";

/** A named query in words: what it asks, its parameters, the columns of its answer, its SQL. */
export function explainQuery({ name, title, parameters, columns, sql }: NamedQuery): string {
  const given = parameters.map(({ name: parameter, standard, summary }): [string, string] => [
    `--param ${parameter}=${standard ?? "…"}`,
    `${summary}${standard === undefined ? " (must be given)" : ""}`,
  ]);
  return [
    `${name}: ${title}`,
    ...section("parameters", given),
    ...section(
      "columns",
      columns.map(({ name: column, meaning }) => [column, meaning]),
    ),
    "",
    "SQL:",
    "",
    bodyOf(sql),
  ].join("\n");
}

function section(title: string, rows: readonly (readonly [string, string])[]): string[] {
  if (rows.length === 0) return [];
  const width = Math.max(...rows.map(([first]) => first.length));
  return ["", `${title}:`, ...rows.map(([first, second]) => `  ${first.padEnd(width)}  ${second}`)];
}

/** The statement and its remarks, without what has been told. */
function bodyOf(sql: string): string {
  const lines = sql.trim().split("\n").slice(1);
  return lines.filter((line) => !/^-- [:>]/.test(line)).join("\n");
}
