import { TareError } from "../../errors.js";
import type { Store } from "../open.js";
import { countPairs, rangesOf, readCells } from "./cells.js";
import { completeRows } from "./complete-rows.js";
import { readCursor, writeCursor } from "./cursor.js";
import { findFewPairs, holdsWords } from "./find-words.js";
import { mergeCells, type Order, type PairPlaceInOrder } from "./merge-cells.js";
import { pageByKey } from "./page-by-key.js";
import { pageOf } from "./page-of.js";
import { PAGE_LIMITS, type Page, type PageLimits, type PairPageRequest, type PairRow } from "./pair-page.js";

/**
 * One page of an analysed run's pairs under these filters, in an order that never changes: by difference, then pair, item,
 * position; or by pair. A page may hold fewer than asked for although `next` is there: words that are common elsewhere and
 * rare under these filters are looked for a bounded while. Throws TARE_USAGE for a cursor or a limit that cannot be,
 * TARE_SEARCH_WORDS, TARE_SEARCH_INDEX.
 */
export function pagePairs(
  store: Store,
  request: PairPageRequest,
  limits: PageLimits = PAGE_LIMITS,
): Page<PairRow> {
  const { run, filters = {}, sort = "z", order = "descending", after, before, limit } = request;
  if (!Number.isInteger(limit) || limit < 1 || limit > 500)
    throw new TareError("TARE_USAGE", `a page holds 1 to 500 pairs, not ${limit}`);
  if (sort === "pair") return pageByKey(store, request, limits);
  const backwards = before !== undefined;
  const way: Order = (order === "descending") === backwards ? "ascending" : "descending";
  const from = after ?? before;
  const place = from === undefined ? undefined : placeOf(from);
  const cells = readCells(store, run, filters);
  const { broken, search } = filters;
  const ranges = cells.flatMap((cell) => rangesOf(cell, broken));
  const few = search === undefined ? undefined : findFewPairs(store, run, cells, search, limits);
  const inRange = ({ cell, difference }: PairPlaceInOrder) =>
    ranges.some((range) => range.cell === cell && range.low <= difference && difference <= range.high);
  const found = few?.filter(inRange);
  const ordered = found === undefined ? mergeCells(store, ranges, way, place) : sorted(found, way, place);
  const holds = search === undefined || few !== undefined ? () => true : holdsWords(store, search);
  const page = pageOf(ordered, ({ pair }) => holds(pair), limit, limits.lookedAt);
  const count = found?.length ?? countPairs(cells, broken);
  const counted =
    search === undefined || found !== undefined
      ? { rows: count, exact: true }
      : { rows: page.taken.length, exact: false };
  return finishPage(store, page, { backwards, after, count: counted });
}

interface Taken {
  readonly taken: readonly PairPlaceInOrder[];
  /** The last one looked at. */
  readonly last: PairPlaceInOrder | undefined;
  readonly more: boolean;
}

function finishPage(
  store: Store,
  { taken, last, more }: Taken,
  asked: {
    readonly backwards: boolean;
    readonly after: string | undefined;
    readonly count: Page<PairRow>["count"];
  },
): Page<PairRow> {
  const { backwards, after, count } = asked;
  const [near, far] = [taken[0], last];
  const rows = completeRows(store, backwards ? [...taken].reverse() : taken);
  const [first, end] = backwards ? [far, near] : [near, far];
  const next = (backwards || more) && end !== undefined ? { next: cursorOf(end) } : {};
  const previous =
    (backwards ? more : after !== undefined) && first !== undefined ? { previous: cursorOf(first) } : {};
  return { rows, ...next, ...previous, count };
}

/** What a few pairs come to that were found by their words. */
function sorted(
  found: readonly PairPlaceInOrder[],
  way: Order,
  after: Omit<PairPlaceInOrder, "cell"> | undefined,
): PairPlaceInOrder[] {
  const sign = way === "ascending" ? 1 : -1;
  return found
    .filter((one) => after === undefined || sign * compare(one, after) > 0)
    .sort((a, b) => sign * compare(a, b));
}

function compare(a: Omit<PairPlaceInOrder, "cell">, b: Omit<PairPlaceInOrder, "cell">): number {
  for (const column of ["difference", "pair", "item", "position"] as const)
    if (a[column] !== b[column]) return a[column] < b[column] ? -1 : 1;
  return 0;
}

function cursorOf({ difference, pair, item, position }: PairPlaceInOrder): string {
  return writeCursor([difference, pair, item, position]);
}

function placeOf(cursor: string): Omit<PairPlaceInOrder, "cell"> {
  const [difference, pair, item, position] = readCursor(cursor, ["number", "string", "string", "number"]);
  return { difference, pair, item, position } as Omit<PairPlaceInOrder, "cell">;
}
