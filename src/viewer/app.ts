import { type Context, Hono } from "hono";
import { describeError, TareError } from "../errors.js";
import { asStoreError } from "../store/sqlite-errors.js";
import { setHeaders } from "./door/headers.js";
import { requireReading } from "./door/method.js";
import { requireOrigin } from "./door/origin.js";
import { requireSameFile } from "./door/same-file.js";
import { requireToken } from "./door/session.js";
import { statusOf } from "./door/status.js";
import { SCRIPT } from "./layout/script.js";
import { STYLE } from "./layout/style.js";
import { asFailure, showFailure } from "./pages/failure.js";
import { showPages } from "./show-pages.js";
import type { Viewing } from "./viewing.js";

export interface Door {
  readonly token: string;
  /** The port that the server listens on. */
  readonly port: () => number;
}

/** Who stands before the door is told in one line of text: the pages are for those inside. */
const AT_THE_DOOR: ReadonlySet<string> = new Set(["TARE_VIEW_TOKEN", "TARE_VIEW_ORIGIN", "TARE_VIEW_METHOD"]);

/** The viewer without its server: the door, then the pages, then what becomes of a failure. */
export function makeApp(viewing: Viewing, { token, port }: Door): Hono {
  const app = new Hono();
  app.use(setHeaders, neverKept, requireOrigin(port), requireReading, requireToken(token, port));
  app.get("/style.css", (context) => sendText(context, STYLE, "text/css"));
  app.get("/script.js", (context) => sendText(context, SCRIPT, "text/javascript"));
  app.use(requireSameFile(viewing.store.path));
  showPages(app, viewing);
  app.notFound((context) => {
    throw new TareError("TARE_VIEW_PAGE", `there is no page ${context.req.path}`);
  });
  app.onError((thrown, context) => {
    const failure = asFailure(asStoreError(thrown, viewing.store.path));
    const status = statusOf(failure.code);
    if (AT_THE_DOOR.has(failure.code)) return context.text(`${describeError(failure)}\n`, status);
    return context.html(showFailure(viewing, failure), status);
  });
  return app;
}

/** No browser keeps a page on its disk. */
async function neverKept(context: Context, next: () => Promise<void>): Promise<void> {
  await next();
  context.header("Cache-Control", "no-store");
}

function sendText(context: Context, text: string, type: string): Response {
  return context.body(text, 200, { "Content-Type": `${type}; charset=utf-8` });
}
