import { TareError } from "../../errors.js";
import type { Store } from "../open.js";
import { readCursor, writeCursor } from "./cursor.js";
import type { Page, PairFilters, PairPageRequest, PairRow } from "./pair-page.js";

type Stored = Omit<PairRow, "truncated" | "suspect" | "broken"> & {
  readonly truncated: number;
  readonly suspect: number;
  readonly broken: number;
};

/**
 * One page of a run's pairs under these filters, in an order that never changes: by difference, then pair, item, position.
 * Throws TARE_USAGE for a cursor or a limit that cannot be.
 */
export function pagePairs({ db }: Store, request: PairPageRequest): Page<PairRow> {
  const { run, filters = {}, sort = "z", order = "descending", after, before, limit } = request;
  if (!Number.isInteger(limit) || limit < 1 || limit > 500)
    throw new TareError("TARE_USAGE", `a page holds 1 to 500 pairs, not ${limit}`);
  const backwards = before !== undefined;
  const down = (order === "descending") !== backwards;
  const columns = sort === "pair" ? PAIR_COLUMNS : ["difference", ...PAIR_COLUMNS];
  const shape = columns.map((column) =>
    column === "difference" || column === "position" ? "number" : "string",
  );
  const from = after ?? before;
  const place = from === undefined ? [] : readCursor(from, shape as ("string" | "number")[]);
  const { where, values } = conditionOf(filters);
  const beyond =
    place.length === 0
      ? ""
      : `AND (${columns.join(", ")}) ${down ? "<" : ">"} (${columns.map(() => "?").join(", ")})`;
  const rows = db
    .prepare<unknown[], Stored>(
      `SELECT * FROM (${SELECT}) w WHERE run = ? ${where} ${beyond}
        ORDER BY ${columns.map((column) => `${column} ${down ? "DESC" : "ASC"}`).join(", ")} LIMIT ?`,
    )
    .all(run, ...values, ...place, limit + 1);
  const more = rows.length > limit;
  const page = rows.slice(0, limit).map(asRow);
  if (backwards) page.reverse();
  const cursorOf = (row: PairRow) =>
    writeCursor(columns.map((column) => row[column as "difference" | "pair" | "item" | "position"]));
  const [first, last] = [page[0], page.at(-1)];
  const hasNext = backwards ? true : more;
  const hasPrevious = backwards ? more : after !== undefined;
  const count = db
    .prepare<unknown[], number>(`SELECT count(*) FROM (${SELECT}) w WHERE run = ? ${where}`)
    .pluck()
    .get(run, ...values)!;
  return {
    rows: page,
    ...(hasNext && last !== undefined ? { next: cursorOf(last) } : {}),
    ...(hasPrevious && first !== undefined ? { previous: cursorOf(first) } : {}),
    count: { rows: count, exact: true },
  };
}

const PAIR_COLUMNS = ["pair", "item", "position"];

const SELECT = `
  SELECT p.run, p.pair, p.item, p.position, p.role, p.style, p.subset, p.augmentation, p.dose, p.attribute, p.expects, p.changes,
         p.base_score AS baseScore, p.variant_score AS variantScore, p.difference, p.z, p.truncated, p.suspect,
         p.changes <> 'prompt' AND CASE p.expects WHEN 'higher' THEN -p.difference WHEN 'same' THEN abs(p.difference)
           ELSE p.difference END > 2 * coalesce(r.noise_floor, 0) AS broken,
         substr(q.text, 1, 200) AS prompt, p.base, p.variant
    FROM pair_scores p JOIN runs r ON r.id = p.run JOIN prompts q ON q.key = p.prompt`;

function conditionOf(filters: PairFilters): { readonly where: string; readonly values: readonly unknown[] } {
  const parts: string[] = [];
  const values: unknown[] = [];
  for (const column of ["augmentation", "attribute", "expects", "role", "subset"] as const) {
    if (filters[column] === undefined) continue;
    parts.push(`AND ${column} = ?`);
    values.push(filters[column]);
  }
  for (const column of ["broken", "truncated"] as const)
    if (filters[column] !== undefined) parts.push(`AND ${column} = ${filters[column] ? 1 : 0}`);
  if (filters.dose !== undefined) {
    parts.push("AND dose IS ?");
    values.push(filters.dose);
  }
  if (filters.search !== undefined) {
    parts.push(
      `AND EXISTS (SELECT 1 FROM texts t WHERE t.key IN (base, variant) AND instr(lower(t.response), lower(?)))`,
    );
    values.push(filters.search);
  }
  return { where: parts.join(" "), values };
}

function asRow({ truncated, suspect, broken, ...row }: Stored): PairRow {
  const { base: _base, variant: _variant, run: _run, ...shown } = row as typeof row & Record<string, unknown>;
  return {
    ...(shown as typeof row),
    truncated: truncated === 1,
    suspect: suspect === 1,
    broken: broken === 1,
  };
}
