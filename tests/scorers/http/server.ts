import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerAt } from "./protocols.js";

/** What is wrong with the server; `request` counts from 1. */
export interface Faults {
  /** Answers in the server's stead: true where it did. */
  instead?(request: number, response: ServerResponse): boolean;
  /** Changes a good answer before it is sent. */
  change?(json: unknown, request: number): unknown;
  /** Milliseconds before each answer. */
  slow?: number;
  activated?: boolean;
  heads?: number;
  /** The bearer token without which nobody is answered. */
  token?: string;
}

export interface Seen {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  // biome-ignore lint/suspicious/noExplicitAny: JSON of six protocols
  readonly body: any;
}

export interface ModelServer {
  readonly url: string;
  readonly port: number;
  readonly seen: Seen[];
  /** Requests that were being answered at once, at most. */
  readonly crowd: () => number;
  close(): Promise<void>;
}

/** A model server on this machine that speaks one protocol, with the faults that are switched on. */
export async function serve(protocol: string, faults: Faults = {}): Promise<ModelServer> {
  const seen: Seen[] = [];
  let [now, most] = [0, 0];
  const server = createServer(async (request, response) => {
    most = Math.max(most, ++now);
    response.on("close", () => now--);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString("utf8");
    const path = request.url!.replace(/\?.*$/, "");
    const body = text === "" ? undefined : JSON.parse(text);
    seen.push({ path, headers: request.headers, body });
    if (faults.slow !== undefined) await new Promise((done) => setTimeout(done, faults.slow));
    if (faults.token !== undefined && request.headers.authorization !== `Bearer ${faults.token}`)
      return send(response, 401, { error: `invalid token ${request.headers.authorization}` });
    if (faults.instead?.(seen.length, response)) return;
    const asked = { path, body, heads: faults.heads ?? 1, activated: faults.activated ?? false };
    const { status, json } = answerAt(asked, protocol);
    send(response, status, status === 200 && faults.change ? faults.change(json, seen.length) : json);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    seen,
    crowd: () => most,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** NaN is written as Python's json module writes it. */
export function send(response: ServerResponse, status: number, json: unknown): void {
  const nan = "\u0000nan";
  const text = JSON.stringify(json, (_, value) => (Number.isNaN(value) ? nan : value));
  response.writeHead(status, { "content-type": "application/json" });
  response.end(text.replaceAll(JSON.stringify(nan), "NaN"));
}
