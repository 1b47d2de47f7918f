import type { Store } from "../open.js";
import { type NamedQuery, runQuery } from "../queries.js";

/** Asks a named question of one run; rows as objects by column. */
export type Ask = <Row>(query: string, parameters?: Readonly<Record<string, string>>) => Row[];

/** Whatever a report shows comes from the questions of db/queries, so that everyone can ask them again. */
export function askOf(store: Store, queries: readonly NamedQuery[], run: string): Ask {
  return <Row>(name: string, parameters: Readonly<Record<string, string>> = {}) => {
    const query = queries.find((one) => one.name === name)!;
    const { columns, rows } = runQuery(store, query, { ...parameters, run });
    return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])) as Row);
  };
}
