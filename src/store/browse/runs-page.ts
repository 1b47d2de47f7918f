import { TareError } from "../../errors.js";
import type { Store } from "../open.js";
import type { RunState } from "../runs.js";
import { readCursor, writeCursor } from "./cursor.js";
import type { Page } from "./pair-page.js";

export interface RunFilters {
  /** Part of the model's name, in any case. */
  readonly model?: string;
  readonly rubric?: string;
  readonly state?: RunState;
  readonly verdict?: "pass" | "fail" | "inconclusive";
}

export interface RunListRow {
  readonly run: string;
  readonly begun: string;
  readonly model: string;
  readonly dtype: string;
  readonly rubric: string;
  readonly seed: number;
  readonly state: RunState;
  readonly verdict: "pass" | "fail" | "inconclusive" | null;
  readonly items: number;
  readonly pairs: number;
  /** Of the newest command: what is meant where no run is named. */
  readonly newest: boolean;
}

/** The runs of the database, the newest first. Throws TARE_USAGE for a cursor or a limit that cannot be. */
export function listRunsPage(
  { db }: Store,
  {
    filters = {},
    after,
    limit,
  }: { readonly filters?: RunFilters; readonly after?: string | undefined; readonly limit: number },
): Page<RunListRow> {
  if (!Number.isInteger(limit) || limit < 1 || limit > 500)
    throw new TareError("TARE_USAGE", `a page holds 1 to 500 runs, not ${limit}`);
  const place = after === undefined ? [] : readCursor(after, ["string", "string"]);
  const where = `FROM runs r JOIN scorers s ON s.key = r.scorer JOIN rubrics b ON b.digest = r.rubric
    WHERE (@model IS NULL OR instr(lower(s.name), lower(@model))) AND (@rubric IS NULL OR b.name = @rubric)
      AND (@state IS NULL OR r.state = @state) AND (@verdict IS NULL OR r.verdict = @verdict)`;
  const { model = null, rubric = null, state = null, verdict = null } = filters;
  const asked = { model, rubric, state, verdict };
  const rows = db
    .prepare<unknown[], Omit<RunListRow, "newest"> & { readonly newest: number }>(
      `SELECT r.id AS run, r.created_at AS begun, s.name AS model, s.dtype, b.name AS rubric, r.seed, r.state, r.verdict,
              (SELECT count(*) FROM run_items i WHERE i.run = r.id) AS items,
              coalesce((SELECT sum(c.pairs) FROM pair_cells c WHERE c.run = r.id), (SELECT count(*) FROM run_pairs p WHERE p.run = r.id)) AS pairs,
              r.id IN (SELECT run FROM newest_runs) AS newest
         ${where} AND (@at IS NULL OR (r.created_at, r.id) < (@at, @id))
        ORDER BY r.created_at DESC, r.id DESC LIMIT @size`,
    )
    .all({ ...asked, at: place[0] ?? null, id: place[1] ?? null, size: limit + 1 });
  const count = db.prepare<unknown[], number>(`SELECT count(*) ${where}`).pluck().get(asked)!;
  const page = rows.slice(0, limit).map((row): RunListRow => ({ ...row, newest: row.newest === 1 }));
  const last = page.at(-1);
  const next = rows.length > limit && last !== undefined ? { next: writeCursor([last.begun, last.run]) } : {};
  return { rows: page, ...next, count: { rows: count, exact: true } };
}
