/** What is taken of rows that come in order. */
export interface Taken<Row> {
  readonly taken: readonly Row[];
  /** The last row that the page covers, taken or not: where the next one begins. */
  readonly last: Row | undefined;
  /** Whether there may be more after it. */
  readonly more: boolean;
}

/** The first `limit` rows that hold, of at most `most` that are looked at. */
export function pageOf<Row>(
  rows: Iterable<Row>,
  holds: (row: Row) => boolean,
  limit: number,
  most: number,
): Taken<Row> {
  const taken: Row[] = [];
  let last: Row | undefined;
  let looked = 0;
  for (const row of rows) {
    if (looked === most) return { taken, last, more: true };
    const fits = holds(row);
    if (fits && taken.length === limit) return { taken, last: taken.at(-1), more: true };
    looked++;
    last = row;
    if (fits) taken.push(row);
  }
  return { taken, last, more: false };
}
