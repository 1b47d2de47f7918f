import { TareError } from "../errors.js";
import type { Store } from "./open.js";
import { withStoreErrors } from "./sqlite-errors.js";

export interface QueryParameter {
  readonly name: string;
  readonly type: "text" | "number";
  /** Undefined: it must be given. */
  readonly standard: string | undefined;
  readonly summary: string;
}

/** A named question: the SQL of one file of db/queries with what its header says. */
export interface NamedQuery {
  readonly name: string;
  readonly title: string;
  readonly parameters: readonly QueryParameter[];
  readonly sql: string;
}

/**
 * Header of a query file: `-- title` on the first line, then one line a parameter:
 * `-- :name type [= standard]  what it is`.
 */
export function parseQuery(name: string, sql: string): NamedQuery {
  const header = sql.split("\n").filter((line) => line.startsWith("-- "));
  const parameters = header.flatMap((line): QueryParameter[] => {
    const match = /^-- :(\w+) (text|number)(?: = (\S+))? {2}(.+)$/.exec(line);
    if (match === null) return [];
    const [, parameter, type, standard, summary] = match;
    return [{ name: parameter!, type: type as QueryParameter["type"], standard, summary: summary! }];
  });
  return { name, title: header[0]!.slice(3), parameters, sql };
}

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Runs a named query; `given` overrides the standard values. Throws TARE_QUERY_PARAMETER. */
export function runQuery(store: Store, query: NamedQuery, given: Readonly<Record<string, string>>): Table {
  const values = bindParameters(query, given);
  return withStoreErrors(store.path, () => {
    const statement = store.db.prepare(query.sql).raw();
    const columns = statement.columns().map(({ name }) => name);
    return { columns, rows: statement.all(values) as (string | number | null)[][] };
  });
}

function bindParameters(
  query: NamedQuery,
  given: Readonly<Record<string, string>>,
): Record<string, string | number | null> {
  const place = { where: `query ${query.name}` };
  for (const name of Object.keys(given)) {
    if (query.parameters.some((parameter) => parameter.name === name)) continue;
    const known = query.parameters.map((parameter) => parameter.name).join(", ") || "none";
    throw new TareError("TARE_QUERY_PARAMETER", `unknown parameter "${name}"; it takes: ${known}`, place);
  }
  const entries = query.parameters.map(({ name, type, standard, summary }) => {
    const value = given[name] ?? standard;
    if (value === undefined)
      throw new TareError("TARE_QUERY_PARAMETER", `--param ${name}=… is missing: ${summary}`, place);
    if (value === "latest" || value === "any") return [name, null];
    if (type === "text") return [name, value];
    const number = Number(value);
    if (Number.isNaN(number))
      throw new TareError("TARE_QUERY_PARAMETER", `${name} wants a number, not "${value}"`, place);
    return [name, number];
  });
  return Object.fromEntries(entries);
}
