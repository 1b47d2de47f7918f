import { join } from "node:path";
import { afterAll } from "vitest";
import { openStore, type Store } from "../../src/store/open.js";
import { openReading } from "../../src/store/open-reading.js";
import { makeApp } from "../../src/viewer/app.js";
import { drawReport } from "../../src/viewer/drawing/draw-report.js";
import { workplace } from "../cli/workplace.js";

const PORT = 4567;
export const HOST = `127.0.0.1:${PORT}`;
export const TOKEN = "the-token";

export interface LookedAt {
  readonly path: string;
  /** Asks as somebody outside: no cookie, only the headers given. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Asks as a browser that has the token, as often as the page says, and reads it. */
  page(path: string): Promise<{ readonly status: number; readonly html: string }>;
}

/** A viewer, without its server, over a database that `fill` fills before. */
export async function lookAt(fill: (store: Store) => void): Promise<LookedAt> {
  const path = join(workplace().path, "tare.db");
  const store = openStore(path);
  fill(store);
  store.db.close();
  return lookAtFile(path);
}

/** The same over a file that is there. */
export function lookAtFile(path: string, queryMs = 30_000): LookedAt {
  const reading = openReading(path, 200);
  afterAll(reading.close);
  const app = makeApp(
    {
      ...{ store: reading.store, today: () => "2026-01-01", queryMs },
      draw: (request) => drawReport(reading.store, request),
    },
    { token: TOKEN, port: () => PORT },
  );
  const ask = async (at: string, init: RequestInit = {}) =>
    app.request(`http://${HOST}${at}`, { ...init, headers: { host: HOST, ...init.headers } });
  return {
    path,
    ask,
    async page(at) {
      for (;;) {
        const answer = await ask(at, { headers: { cookie: `tare-view-${PORT}=${TOKEN}` } });
        const html = await answer.text();
        if (!html.includes('<meta http-equiv="refresh"')) return { status: answer.status, html };
      }
    },
  };
}
