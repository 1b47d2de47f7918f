import { TareError } from "../errors.js";
import { didYouMean } from "../nearest.js";
import type { Store } from "./open.js";
import { PARAMETER_TYPES, type ParameterType, readParameter } from "./query-parameters.js";
import { withStoreErrors } from "./sqlite-errors.js";

export interface QueryParameter {
  readonly name: string;
  readonly type: ParameterType;
  /** Undefined: it must be given. */
  readonly standard: string | undefined;
  readonly summary: string;
}

export interface QueryColumn {
  readonly name: string;
  readonly meaning: string;
}

/** A named question: the SQL of one file of db/queries with what its header says. */
export interface NamedQuery {
  readonly name: string;
  readonly title: string;
  readonly parameters: readonly QueryParameter[];
  /** Of the answer, in their order. */
  readonly columns: readonly QueryColumn[];
  readonly sql: string;
}

/**
 * Header of a query file: `-- title` on the first line, then one line a parameter, `-- :name type [= standard]  what it is`,
 * and one a column of the answer, `-- > name  what it holds`; other lines are remarks.
 */
export function parseQuery(name: string, sql: string): NamedQuery {
  const header = sql.split("\n").filter((line) => line.startsWith("-- "));
  const parameters = header.flatMap((line): QueryParameter[] => {
    const match = PARAMETER.exec(line);
    if (match === null) return [];
    const [, parameter, type, standard, summary] = match;
    return [{ name: parameter!, type: type as ParameterType, standard, summary: summary! }];
  });
  const columns = header.flatMap((line): QueryColumn[] => {
    const match = COLUMN.exec(line);
    return match === null ? [] : [{ name: match[1]!, meaning: match[2]! }];
  });
  return { name, title: header[0]!.slice(3), parameters, columns, sql };
}

const PARAMETER = new RegExp(`^-- :(\\w+) (${PARAMETER_TYPES.join("|")})(?: = (\\S+))? {2}(.+)$`);
const COLUMN = /^-- > (\w+) {2}(.+)$/;

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Runs a named query; `given` overrides the standard values. Throws TARE_QUERY_PARAMETER, TARE_NO_RUN, TARE_UNKNOWN_NAME. */
export function runQuery(store: Store, query: NamedQuery, given: Readonly<Record<string, string>>): Table {
  return withStoreErrors(store.path, () => {
    const values = bindParameters(store, query, given);
    const statement = store.db.prepare(query.sql).raw();
    const columns = statement.columns().map(({ name }) => name);
    return { columns, rows: statement.all(values) as (string | number | null)[][] };
  });
}

/** The values of all parameters of a query, `given` in place of the standard ones. Throws as runQuery does. */
export function bindParameters(
  store: Store,
  query: NamedQuery,
  given: Readonly<Record<string, string>>,
): Record<string, string | number | null> {
  const place = { where: `query ${query.name}` };
  for (const name of Object.keys(given)) {
    if (query.parameters.some((parameter) => parameter.name === name)) continue;
    const known = query.parameters.map((parameter) => parameter.name).join(", ") || "none";
    const hint = didYouMean(
      name,
      query.parameters.map((parameter) => parameter.name),
    );
    throw new TareError(
      "TARE_QUERY_PARAMETER",
      `unknown parameter "${name}"${hint}; it takes: ${known}`,
      place,
    );
  }
  const entries = query.parameters.map(({ name, type, standard, summary }) => {
    const value = given[name] ?? standard;
    if (value === undefined)
      throw new TareError("TARE_QUERY_PARAMETER", `--param ${name}=… is missing: ${summary}`, place);
    if (value === standard) return [name, standardOf(type, standard)];
    try {
      return [name, readParameter(type, value, store)];
    } catch (error) {
      throw error instanceof TareError ? error.at(`query ${query.name}, parameter ${name}`) : error;
    }
  });
  return Object.fromEntries(entries);
}

/** `latest` and `any` leave the parameter open. */
function standardOf(type: ParameterType, standard: string): string | number | null {
  if (standard === "latest" || standard === "any") return null;
  return type === "number" ? Number(standard) : standard;
}
