import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { messageOf, TareError } from "../errors.js";
import { keepSpare } from "../store/ask/spare-process.js";
import { makeApp } from "./app.js";
import { makeToken } from "./door/token.js";
import { drawApart } from "./drawing/drawing-process.js";
import type { Viewing } from "./viewing.js";

/** Only this machine reaches it. */
const HOST = "127.0.0.1";

/** A query of some thousand characters is part of an address. */
const MOST_HEADER_BYTES = 128 * 1024;

export interface Viewer {
  /** With the token: whoever has it may look. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Serves the pages on 127.0.0.1 at a port, 0 for a free one. Throws TARE_VIEW_PORT. */
export async function serveViewer(viewing: Omit<Viewing, "draw">, wanted: number): Promise<Viewer> {
  const token = makeToken();
  const address = () => server.address() as AddressInfo;
  const app = makeApp({ ...viewing, draw: drawApart }, { token, port: () => address().port });
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { maxHeaderSize: MOST_HEADER_BYTES },
  }) as Server;
  await listen(server, wanted);
  const release = keepSpare();
  const { port } = address();
  return { url: `http://${HOST}:${port}/?token=${token}`, port, close: () => close(server, release) };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once("error", (error) =>
      fail(new TareError("TARE_VIEW_PORT", messageOf(error), { where: `${HOST}:${port}`, cause: error })),
    );
    server.listen(port, HOST, done);
  });
}

/** Browsers keep connections open: they are cut. */
function close(server: Server, release: () => void): Promise<void> {
  release();
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
