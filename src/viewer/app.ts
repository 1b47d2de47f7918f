import { Hono } from "hono";
import { describeError, TareError } from "../errors.js";
import { asStoreError } from "../store/sqlite-errors.js";
import { setHeaders } from "./door/headers.js";
import { requireReading } from "./door/method.js";
import { requireOrigin } from "./door/origin.js";
import { requireToken } from "./door/session.js";
import { statusOf } from "./door/status.js";
import { SCRIPT } from "./layout/script.js";
import { STYLE } from "./layout/style.js";
import { asFailure, showFailure } from "./pages/failure.js";
import { showRuns } from "./pages/runs.js";
import type { Viewing } from "./viewing.js";

export interface Door {
  readonly token: string;
  /** The port that the server listens on. */
  readonly port: () => number;
}

/** Who stands before the door is told in one line of text: its pages are for those inside. */
const AT_THE_DOOR: ReadonlySet<string> = new Set(["TARE_VIEW_TOKEN", "TARE_VIEW_ORIGIN", "TARE_VIEW_METHOD"]);

/** The pages of the viewer, each a function of what it looks at and of its address. */
export function makeApp(viewing: Viewing, { token, port }: Door): Hono {
  const app = new Hono();
  app.use(setHeaders);
  app.use(async (context, next) => {
    await next();
    context.header("Cache-Control", "no-store");
  });
  app.use(requireOrigin(port), requireReading, requireToken(token, port));

  app.get("/style.css", (context) => context.body(STYLE, 200, { "Content-Type": "text/css; charset=utf-8" }));
  app.get("/script.js", (context) =>
    context.body(SCRIPT, 200, { "Content-Type": "text/javascript; charset=utf-8" }),
  );
  app.get("/", (context) => context.html(showRuns(viewing, context.req.url)));

  app.notFound((context) => {
    const missing = new TareError("TARE_VIEW_PAGE", `there is no page ${context.req.path}`);
    return context.html(showFailure(viewing, missing), 404);
  });
  app.onError((thrown, context) => {
    const failure = asFailure(asStoreError(thrown, viewing.store.path));
    const status = statusOf(failure.code);
    if (AT_THE_DOOR.has(failure.code)) return context.text(`${describeError(failure)}\n`, status);
    return context.html(showFailure(viewing, failure), status);
  });
  return app;
}
