import type { Store } from "../open.js";
import { countPairs, rangesOf, readCells } from "./cells.js";
import { completeRows } from "./complete-rows.js";
import { readCursor, writeCursor } from "./cursor.js";
import { findFewPairs, holdsWords, placesOf } from "./find-words.js";
import { mergeCells, type PairPlaceInOrder } from "./merge-cells.js";
import { pageOf } from "./page-of.js";
import type { Page, PageLimits, PairPageRequest, PairRow } from "./pair-page.js";

/** Pairs read at a time. */
const PART = 500;

/** A page by the keys of the pairs: all pairs of the run are gone through in that order, and those that fit are taken. */
export function pageByKey(store: Store, request: PairPageRequest, limits: PageLimits): Page<PairRow> {
  const { run, filters = {}, order = "descending", after, before, limit } = request;
  const backwards = before !== undefined;
  const down = (order === "descending") !== backwards;
  const cells = readCells(store, run, filters);
  const { broken, search } = filters;
  const ranges = new Map(cells.map((cell) => [cell.id, rangesOf(cell, broken)]));
  const fits = ({ cell, difference }: PairPlaceInOrder) =>
    ranges.get(cell)?.some(({ low, high }) => low <= difference && difference <= high) === true;
  const few =
    search !== undefined
      ? findFewPairs(store, run, cells, search, limits)?.filter(fits)
      : countPairs(cells, broken) <= limits.fewPairs
        ? [...mergeCells(store, [...ranges.values()].flat(), "ascending", undefined)]
        : undefined;
  const from = after ?? before;
  const place = from === undefined ? undefined : readCursor(from, ["string", "string", "number"]);
  const holds = search === undefined || few !== undefined ? () => true : holdsWords(store, search);
  const ordered = few === undefined ? walk(store, run, down, place) : sorted(few, down, place);
  const page = pageOf(
    ordered,
    (row) => fits(row) && holds(row.pair),
    limit,
    few === undefined ? limits.lookedAtByKey : Infinity,
  );
  const rows = completeRows(store, backwards ? [...page.taken].reverse() : page.taken);
  const [near, far] = [page.taken[0], page.last];
  const [first, end] = backwards ? [far, near] : [near, far];
  const count = few?.length ?? countPairs(cells, broken);
  return {
    rows,
    ...((backwards || page.more) && end !== undefined ? { next: cursorOf(end) } : {}),
    ...((backwards ? page.more : after !== undefined) && first !== undefined
      ? { previous: cursorOf(first) }
      : {}),
    count:
      search === undefined || few !== undefined
        ? { rows: count, exact: true }
        : { rows: page.taken.length, exact: false },
  };
}

type Place = readonly (string | number)[];

const keyOf = ({ pair, item, position }: PairPlaceInOrder): Place => [pair, item, position];
const cursorOf = (row: PairPlaceInOrder): string => writeCursor(keyOf(row));

function* walk(
  store: Store,
  run: string,
  down: boolean,
  after: Place | undefined,
): Generator<PairPlaceInOrder> {
  const [beyond, direction] = down ? ["<", "DESC"] : [">", "ASC"];
  const read = (place: Place | undefined) =>
    store.db
      .prepare<(string | number)[], string>(
        `SELECT pair FROM run_pairs
          WHERE run = ? ${place === undefined ? "" : `AND (pair, item, position) ${beyond} (?, ?, ?)`}
          ORDER BY pair ${direction}, item ${direction}, position ${direction} LIMIT ${PART}`,
      )
      .pluck()
      .all(run, ...(place ?? []));
  for (let place = after; ; ) {
    const pairs = read(place);
    if (pairs.length === 0) return;
    const rows = sorted(placesOf(store, run, [...new Set(pairs)]), down, place);
    yield* rows;
    place = [pairs.at(-1)!, down ? "" : "\u{10FFFF}", down ? -1 : Number.MAX_SAFE_INTEGER];
  }
}

function sorted(
  rows: readonly PairPlaceInOrder[],
  down: boolean,
  after: Place | undefined,
): PairPlaceInOrder[] {
  const sign = down ? -1 : 1;
  return rows
    .filter((row) => after === undefined || sign * compare(keyOf(row), after) > 0)
    .sort((a, b) => sign * compare(keyOf(a), keyOf(b)));
}

function compare(a: Place, b: Place): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
}
