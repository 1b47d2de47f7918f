import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, request } from "node:http";

/** Passes every request on to `url` as it came, and keeps a list of them: what a server was asked, counted by no part of tare. */
export async function countingProxy(url) {
  const target = new URL(url);
  const asked = [];
  const server = createServer(async (incoming, outgoing) => {
    const chunks = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const one = { digest: createHash("sha256").update(body).digest("hex"), answered: false };
    if (incoming.url.includes("/chat/completions")) asked.push(one);
    const { host: _, connection: __, ...headers } = incoming.headers;
    const onward = request(
      { host: target.hostname, port: target.port, path: incoming.url, method: incoming.method, headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode, answer.headers);
        answer.pipe(outgoing);
        answer.on("end", () => {
          one.answered = !outgoing.destroyed;
        });
      },
    );
    onward.on("error", () => outgoing.destroy());
    // Whoever asked is gone: the server need not go on writing.
    outgoing.on("close", () => onward.destroy());
    onward.end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    asked,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Requests by how often the same question was sent: `again` holds those that were sent more than once. */
export function repeated(asked) {
  const times = new Map();
  for (const { digest } of asked) times.set(digest, (times.get(digest) ?? 0) + 1);
  const again = [...times].filter(([, count]) => count > 1);
  return {
    requests: asked.length,
    questions: times.size,
    again: again.reduce((sum, [, count]) => sum + count - 1, 0),
  };
}
