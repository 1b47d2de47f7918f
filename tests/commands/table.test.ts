import { describe, expect, test } from "vitest";
import { renderTable } from "../../src/commands/table.js";

const COLUMNS = ["name", "share", "text"];
const ROWS = [
  ["a, b", 0.123_456_789, 'She said "no".\nThen she left.'],
  ["ü", null, ""],
  ["c", 12, "日本語 🙂"],
];

/** RFC 4180, read by hand: quoted fields may hold commas, line ends and doubled quotes. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n)/gy;
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(field)) {
    row.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe("rows", () => {
  test("as JSON: a list of objects that keep every type", () => {
    const objects = JSON.parse(renderTable(COLUMNS, ROWS, "json"));
    expect(objects).toEqual(ROWS.map(([name, share, text]) => ({ name, share, text })));
    expect(JSON.parse(renderTable(COLUMNS, [], "json"))).toEqual([]);
  });

  test("as CSV: a head and one record a row, nothing cut or rounded", () => {
    const read = readCsv(renderTable(COLUMNS, ROWS, "csv"));
    expect(read).toEqual([
      COLUMNS,
      ...ROWS.map((row) => row.map((cell) => (cell === null ? "" : String(cell)))),
    ]);
    expect(readCsv(renderTable(COLUMNS, [], "csv"))).toEqual([COLUMNS]);
  });

  test("as a table: each row on lines of its own, six figures, a dash for nothing", () => {
    const table = renderTable(COLUMNS, ROWS, "table");
    expect(table).toContain("0.123457");
    expect(table).toContain("—");
    expect(table).toContain("日本語");
    expect(table).not.toContain("null");
    expect(renderTable(COLUMNS, [], "table")).toContain("share");
  });
});
