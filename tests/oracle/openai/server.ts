import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  // biome-ignore lint/suspicious/noExplicitAny: what the protocol sends
  readonly body: any;
}

/** What is answered: JSON unless `raw` is given; `lost` breaks the connection off instead. */
export interface Said {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly raw?: string;
  readonly lost?: true;
  /** Milliseconds before the answer's head, and before its body. */
  readonly slow?: number;
  readonly slowBody?: number;
}

export interface ChatServer {
  readonly url: string;
  readonly seen: readonly Seen[];
  /** Requests for completions alone. */
  asked(): readonly Seen[];
  /** Requests that were given up before they were answered. */
  readonly dropped: () => number;
  close(): Promise<void>;
}

export const GOOD = '{"rewritten":"Boil it."}';

export function completion(content: unknown, more: { readonly [name: string]: unknown } = {}): Said {
  const { finish_reason = "stop", message = {}, ...rest } = more;
  const choice = { index: 0, finish_reason, message: { role: "assistant", content, ...(message as object) } };
  const usage = { prompt_tokens: 11, completion_tokens: 5, total_tokens: 16 };
  return {
    json: { id: "c", object: "chat.completion", model: "m-served", choices: [choice], usage, ...rest },
  };
}

/** A server on this machine that answers as `say` does; `request` counts completions from 1. */
export async function serveChat(
  say: (seen: Seen, request: number) => Said,
  models: readonly string[] | Said = ["m"],
): Promise<ChatServer> {
  const seen: Seen[] = [];
  let [asked, dropped] = [0, 0];
  const server = createServer(async (request, response) => {
    response.on("close", () => {
      if (!response.writableFinished) dropped++;
    });
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString("utf8");
    const one: Seen = {
      method: request.method!,
      path: request.url!,
      headers: request.headers,
      body: text === "" ? undefined : JSON.parse(text),
    };
    seen.push(one);
    const said = one.path.replace(/\?.*/, "").endsWith("/models") ? listed(models) : say(one, ++asked);
    if (said.lost) return request.socket.destroy();
    await pause(said.slow);
    const type = said.raw === undefined ? "application/json" : "text/html";
    response.writeHead(said.status ?? 200, { "content-type": type, ...said.headers });
    response.flushHeaders();
    await pause(said.slowBody);
    response.end(said.raw ?? JSON.stringify(said.json ?? {}));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    asked: () => seen.filter(({ path }) => path.includes("/chat/completions")),
    dropped: () => dropped,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function listed(models: readonly string[] | Said): Said {
  if (!Array.isArray(models)) return models as Said;
  return { json: { object: "list", data: models.map((id) => ({ id, object: "model" })) } };
}

function pause(milliseconds: number | undefined): Promise<void> | undefined {
  return milliseconds === undefined ? undefined : new Promise((done) => setTimeout(done, milliseconds));
}

/** The client waits this long and not its own half second before it asks again. */
export const SOON = { "retry-after-ms": "2" };
