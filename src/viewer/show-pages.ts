import type { Context, Hono } from "hono";
import { TareError } from "../errors.js";
import { PAGE_POLICY } from "../reports/html/document.js";
import { bindParameters } from "../store/queries.js";
import { keepPages } from "./kept-pages.js";
import type { Piece } from "./layout/document.js";
import { sendCsv } from "./pages/csv.js";
import { showItem } from "./pages/item.js";
import { showPair } from "./pages/pair.js";
import { showPairs } from "./pages/pairs.js";
import { showQueries } from "./pages/queries.js";
import { readQuery, showQuery } from "./pages/query.js";
import { showComparison, showRun } from "./pages/run.js";
import { showRuns } from "./pages/runs.js";
import { showSql } from "./pages/sql.js";
import type { Shown } from "./shown.js";
import type { Viewing } from "./viewing.js";
import { readWanted } from "./wanted/parameters.js";
import { sql as sqlReader } from "./wanted/readers.js";

/** Reports that are kept once drawn: each is some MB. */
const KEPT = 12;

/** Every page at its address. */
export function showPages(app: Hono, viewing: Viewing): void {
  app.get("/", (context) => context.html(showRuns(viewing, context.req.url)));
  const keep = keepPages(KEPT);
  app.get("/run/:id", async (context) =>
    report(context, await showRun(viewing, keep, context.req.param("id"), context.req.url)),
  );
  app.get("/compare", async (context) =>
    report(context, await showComparison(viewing, keep, context.req.url)),
  );
  app.get("/pairs", (context) => answer(context, showPairs(viewing, context.req.url)));
  app.get("/pair/:key", (context) =>
    context.html(showPair(viewing, context.req.param("key"), context.req.url)),
  );
  app.get("/item/:id", (context) =>
    context.html(showItem(viewing, context.req.param("id"), context.req.url)),
  );
  app.get("/queries", (context) => context.html(showQueries(viewing, context.req.url)));
  app.get("/queries/:name", async (context) =>
    answer(context, await showQuery(viewing, context.req.param("name"), context.req.url)),
  );
  app.get("/queries/:name/csv", (context) => {
    const { query, given } = readQuery(context.req.param("name"), context.req.url);
    const values = bindParameters(viewing.store, query, given);
    return sendCsv(viewing, query.name, { sql: query.sql, values }, context.req.method);
  });
  app.get("/sql", async (context) => answer(context, await showSql(viewing, context.req.url)));
  app.get("/sql/csv", (context) => {
    const { sql } = readWanted(context.req.url, { sql: sqlReader });
    if (sql === undefined) throw new TareError("TARE_VIEW_PARAMETER", "the parameter sql is missing");
    return sendCsv(viewing, "tare", { sql, values: {} }, context.req.method);
  });
}

/** A report has its style and script within it, named by their digests; a page of our own has not. */
function report(context: Context, page: Piece | string): Response | Promise<Response> {
  if (typeof page === "string")
    context.header("Content-Security-Policy", `${PAGE_POLICY}; frame-ancestors 'none'`);
  return context.html(page);
}

function answer(context: Context, { page, status }: Shown): Response | Promise<Response> {
  return context.html(page, status);
}
