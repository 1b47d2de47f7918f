import { messageOf } from "../../errors.js";

/** The longest Retry-After that is waited for, in seconds. */
const LONGEST_WAIT = 300;
/** Largest answer that is read, in bytes. */
const LARGEST = 2 ** 24;
/** What no waiting mends: nobody there, no such host, a certificate that is not trusted, a port of another protocol. */
const NOBODY =
  /bad port|ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|CERT|EPROTO|ERR_SSL|ERR_TLS|self-signed/;
const NO_BODY = new Set([204, 205, 304]);

/** What happened to one question on its way, its repetitions included. */
export interface Journey {
  attempts: number;
  timeouts: number;
  /** The last answer, whatever its status; undefined where the last request had none. */
  answer: { readonly status: number; readonly body: string; readonly headers: Headers } | undefined;
  /** Why the last request had no answer. */
  lost: string;
  /** Of the last request. */
  timedOut: boolean;
}

/** Whether the server has ever answered: before, nobody there is a wrong address, and is not asked again. */
export interface Acquaintance {
  met: boolean;
}

/**
 * What the client fetches with. It does what the client's own way leaves out: the whole answer, not only its head, must
 * come within the time-out; no redirect is followed, so that the key goes to no other host; a wait is never endless; and
 * what waiting cannot mend is not asked again (`giveUp`).
 */
export function transport(journey: Journey, acquaintance: Acquaintance, giveUp: AbortController) {
  return async (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
    journey.attempts++;
    journey.answer = undefined;
    journey.timedOut = false;
    try {
      const response = await fetch(url, { ...init, redirect: "manual" });
      acquaintance.met = true;
      const body = await bodyOf(response);
      const headers = new Headers(response.headers);
      headers.delete("content-encoding"); // it is decoded
      headers.delete("content-length");
      mindWaiting(headers, response.status);
      const { status } = response;
      journey.answer = { status, body, headers };
      return new Response(NO_BODY.has(status) ? null : body, { status, headers });
    } catch (error) {
      journey.lost = reasonOf(error);
      journey.timedOut = init?.signal?.aborted === true && !giveUp.signal.aborted;
      // One that took too long may do so again, and keeps the server from the others: it is asked once more, no oftener.
      if (journey.timedOut && ++journey.timeouts > 1) giveUp.abort();
      if (!acquaintance.met && NOBODY.test(journey.lost)) giveUp.abort();
      throw error;
    }
  };
}

async function bodyOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let held = 0;
  for await (const chunk of response.body ?? []) {
    held += chunk.length;
    if (held > LARGEST) throw new Error(`the answer is longer than ${LARGEST / 2 ** 20} MiB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** The client waits as long as it is told; a server that does not know something will not learn it. */
function mindWaiting(headers: Headers, status: number): void {
  const wait = secondsToWait(headers);
  if (status === 501 || wait > LONGEST_WAIT) headers.set("x-should-retry", "false");
  // None, a date gone by or nothing readable: the client's own waits, which grow.
  if (!(wait > 0)) for (const name of ["retry-after", "retry-after-ms"]) headers.delete(name);
}

/** Seconds that a server asks to be left alone for; NaN where it does not say. */
export function secondsToWait(headers: Headers): number {
  const milliseconds = headers.get("retry-after-ms");
  if (milliseconds !== null) return Number.parseFloat(milliseconds) / 1000;
  return Number.parseFloat(headers.get("retry-after") ?? "");
}

/** fetch says "fetch failed"; its cause says why. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const told = cause instanceof AggregateError ? cause.errors[0] : cause;
  const code = (told as NodeJS.ErrnoException | undefined)?.code ?? "";
  const message = messageOf(told ?? error) || "the connection was lost";
  if (message === "bad port") return "bad port: Node's fetch asks nobody at the port of another protocol";
  return message.includes(code) ? message : `${message} (${code})`;
}
