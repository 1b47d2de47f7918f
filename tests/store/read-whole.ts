import type { Store } from "../../src/store/open.js";

interface Step {
  readonly opcode: string;
  readonly p1: number;
  readonly p2: number;
}

/**
 * The tables that a statement reads from end to end, themselves or by one of their indexes, as SQLite's own program for it has
 * them: a cursor that is opened on a table's pages and then rewound, rather than sought in.
 */
export function readWhole({ db }: Store, sql: string, values: object): string[] {
  const pages = new Map(
    db
      .prepare<[], [number, string]>("SELECT rootpage, tbl_name FROM sqlite_schema WHERE rootpage > 0")
      .raw()
      .all(),
  );
  const open = new Map<number, string>();
  const whole = new Set<string>();
  for (const { opcode, p1, p2 } of db.prepare<[object], Step>(`EXPLAIN ${sql}`).all(values)) {
    if (opcode === "OpenRead" || opcode === "ReopenIdx") open.set(p1, pages.get(p2) ?? "");
    else if (opcode.startsWith("Open")) open.delete(p1);
    if (/^(Rewind|Last|Count)$/.test(opcode) && open.has(p1)) whole.add(open.get(p1)!);
  }
  return [...whole].sort();
}
