import type { TableFormat } from "./table-format.js";

/** RFC 4180 with a head, lines end in LF. NULL is an empty field, an empty text a quoted one. */
export const csv: TableFormat = async (columns, give) => {
  const { stringify } = await import("csv-stringify/sync");
  const lines = (rows: readonly (readonly unknown[])[]) =>
    stringify(rows as unknown[][], { quoted_match: /^$/ });
  give(lines([columns.map(({ name }) => name)]));
  return { write: (rows) => give(lines(rows)), end: () => {} };
};
