import type { Augmentation, Expectation } from "../../contract.js";
import type { Store } from "../open.js";
import type { PairFilters } from "./pair-page.js";

/** Pairs of a run that are alike in all but their texts (table pair_cells). */
export interface Cell {
  readonly id: number;
  readonly expects: Expectation;
  readonly changes: Augmentation["changes"];
  readonly pairs: number;
  readonly broken: number;
  /** Differences up to this are ties. */
  readonly tolerance: number;
}

/** A part of a cell by difference, both ends included. */
export interface CellRange {
  readonly cell: number;
  readonly low: number;
  readonly high: number;
}

/** The cells of a run that the filters leave, whatever they say of `broken` and `search`. */
export function readCells({ db }: Store, run: string, filters: PairFilters): Cell[] {
  const parts = ["c.run = @run"];
  for (const column of ["augmentation", "role", "subset"] as const)
    if (filters[column] !== undefined) parts.push(`c.${column} = @${column}`);
  for (const column of ["attribute", "expects"] as const)
    if (filters[column] !== undefined) parts.push(`a.${column} = @${column}`);
  if (filters.dose !== undefined) parts.push("c.dose IS @dose");
  if (filters.truncated !== undefined) parts.push(`c.truncated = ${filters.truncated ? 1 : 0}`);
  const { broken: _, truncated: __, search: ___, ...values } = filters;
  return db
    .prepare<Record<string, unknown>, Cell>(
      `SELECT c.id, a.expects, a.changes, c.pairs, c.broken, 2 * coalesce(r.noise_floor, 0) AS tolerance
         FROM pair_cells c JOIN augmentations a ON a.name = c.augmentation AND a.version = c.version JOIN runs r ON r.id = c.run
        WHERE ${parts.join(" AND ")} ORDER BY c.id`,
    )
    .all({ run, ...values });
}

/** How many pairs of these cells are broken, or are not, or all. */
export function countPairs(cells: readonly Cell[], broken: boolean | undefined): number {
  const of = (cell: Cell) =>
    broken === undefined ? cell.pairs : broken ? cell.broken : cell.pairs - cell.broken;
  return cells.reduce((sum, cell) => sum + of(cell), 0);
}

/** Where in a cell the pairs lie that are broken, or are not, or all. Of a change of the prompt none counts as broken. */
export function rangesOf(cell: Cell, broken: boolean | undefined): CellRange[] {
  const { id, expects, changes, tolerance } = cell;
  const range = (low: number, high: number): CellRange => ({ cell: id, low, high });
  const all = range(-Infinity, Infinity);
  if (broken === undefined) return [all];
  if (changes === "prompt") return broken ? [] : [all];
  const above = nextAbove(tolerance);
  const [rises, falls] = [range(above, Infinity), range(-Infinity, -above)];
  const [below, over] = [range(-Infinity, tolerance), range(-tolerance, Infinity)];
  if (expects === "same") return broken ? [rises, falls] : [range(-tolerance, tolerance)];
  if (expects === "higher") return broken ? [falls] : [over];
  return broken ? [rises] : [below];
}

/** The smallest double that is larger than this one, which is not negative. */
function nextAbove(value: number): number {
  const double = new Float64Array([value]);
  const bits = new BigUint64Array(double.buffer);
  bits[0] = bits[0]! + 1n;
  return double[0]!;
}
