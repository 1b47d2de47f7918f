import type { Store } from "../open.js";
import type { CellRange } from "./cells.js";

/** Where a pair stands in the order by difference. */
export interface PairPlaceInOrder {
  readonly cell: number;
  readonly difference: number;
  readonly pair: string;
  readonly item: string;
  readonly position: number;
}

export type Order = "ascending" | "descending";

/** Rows read of a cell at a time, once it has given the first. */
const CHUNK = 16;

/**
 * The pairs of these ranges after `after`, in one order by difference, pair, item and position: of each range the first is
 * read by its index, and the next one only when that has been taken. What it costs depends on how many are taken and on how
 * many cells there are, not on how many pairs.
 */
export function* mergeCells(
  { db }: Store,
  ranges: readonly CellRange[],
  order: Order,
  after: Omit<PairPlaceInOrder, "cell"> | undefined,
): Generator<PairPlaceInOrder> {
  const down = order === "descending";
  const [beyond, direction] = down ? ["<", "DESC"] : [">", "ASC"];
  const select = (place: string) =>
    db.prepare<(string | number)[], PairPlaceInOrder>(
      `SELECT cell, difference, pair, item, position FROM pair_rewards
        WHERE cell = ? AND difference BETWEEN ? AND ? ${place}
        ORDER BY difference ${direction}, pair ${direction}, item ${direction}, position ${direction} LIMIT ?`,
    );
  const [first, rest] = [select(""), select(`AND (difference, pair, item, position) ${beyond} (?, ?, ?, ?)`)];
  const read = ({ cell, low, high }: CellRange, from: typeof after, size: number): PairPlaceInOrder[] => {
    if (from === undefined) return first.all(cell, low, high, size);
    const { difference, pair, item, position } = from;
    // The bound itself is tight: rows before the place are never looked at.
    const [least, most] = down ? [low, Math.min(high, difference)] : [Math.max(low, difference), high];
    return least > most ? [] : rest.all(cell, least, most, difference, pair, item, position, size);
  };
  const heads = ranges.map((range) => ({ range, rows: read(range, after, 1), at: 0 }));
  for (;;) {
    let best: (typeof heads)[number] | undefined;
    for (const head of heads) {
      const row = head.rows[head.at];
      if (row !== undefined && (best === undefined || comesBefore(row, best.rows[best.at]!, down)))
        best = head;
    }
    if (best === undefined) return;
    const row = best.rows[best.at]!;
    yield row;
    best.at++;
    if (best.at === best.rows.length) Object.assign(best, { rows: read(best.range, row, CHUNK), at: 0 });
  }
}

function comesBefore(a: PairPlaceInOrder, b: PairPlaceInOrder, down: boolean): boolean {
  for (const column of ["difference", "pair", "item", "position"] as const)
    if (a[column] !== b[column]) return a[column] > b[column] === down;
  return false;
}
