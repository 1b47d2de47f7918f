import { setTimeout as pause } from "node:timers/promises";
import pLimit from "p-limit";
import pRetry from "p-retry";
import { messageOf, TareError } from "../../errors.js";
import { parseAnswer } from "./answer.js";
import type { Server } from "./protocol.js";
import type { HttpSpec } from "./spec.js";

/** Waits between tries: 0.25 s, then twice as long each time, times a random 1 to 2 so that clients do not come back together. */
const BACKOFF = { minTimeout: 250, factor: 2, maxTimeout: 10_000, randomize: true } as const;
/** The longest Retry-After that is waited for. */
const LONGEST_WAIT_S = 300;
const SHOWN = 200;
const NOBODY = /ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|ENETUNREACH/;

/** A failure that may pass: the request is sent again. */
class Passing extends Error {
  constructor(
    readonly failure: TareError,
    readonly waitS = 0,
  ) {
    super(failure.message);
  }
}

export interface Sender {
  readonly send: Server["send"];
  /** Gives up what is under way. */
  close(): void;
}

/** Sends requests to one server and no other: redirects are not followed. `token` goes into the Authorization header and nowhere else. */
export function openSender({ protocol, url, name, numbers }: HttpSpec, token: string | undefined): Sender {
  const closing = new AbortController();
  const limit = pLimit(numbers.concurrency);
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token))
    throw new TareError("TARE_HTTP_DENIED", "TARE_HTTP_TOKEN holds a character that no header may have", {
      where: name,
    });
  const headers = {
    "content-type": "application/json",
    accept: "application/json",
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  const fail = (code: TareError["code"], what: string, fix?: string): TareError =>
    new TareError(code, what, { where: name, ...(fix === undefined ? {} : { fix }) });
  const shown = (status: number, body: string): string => {
    const text = (token === undefined ? body : body.replaceAll(token, "…")).replace(/\s+/g, " ").trim();
    return `${protocol.name} answered ${status}: ${text === "" ? "nothing" : text.slice(0, SHOWN)}`;
  };

  let met = false;
  const exchange = async (path: string, body: unknown) => {
    const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(numbers.timeout * 1000)]);
    const method = body === undefined ? "GET" : "POST";
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    try {
      const to = placeOf(url, path);
      const response = await fetch(to, { method, headers, redirect: "manual", signal, ...content });
      met = true;
      return { response, text: await response.text() };
    } catch (error) {
      if (closing.signal.aborted) throw fail("TARE_INTERRUPTED", "given up while the server was asked");
      const what = signal.aborted ? `no answer within ${numbers.timeout} s` : reasonOf(error);
      const failure = fail("TARE_HTTP_UNREACHABLE", what);
      // Nobody there from the start is a wrong address or a server that was not started: waiting tells that only later.
      throw met || !NOBODY.test(what) ? new Passing(failure) : failure;
    }
  };

  const attempt = async <T>(path: string, body: unknown, read: (answer: unknown) => T): Promise<T> => {
    const { response, text } = await exchange(path, body);
    const { status } = response;
    if (status === 401 || status === 403) throw fail("TARE_HTTP_DENIED", shown(status, text));
    if (status === 429 || status >= 500)
      throw new Passing(fail("TARE_HTTP_ANSWER", shown(status, text)), retryAfter(response.headers));
    if (status >= 300 && status < 400) {
      const to = response.headers.get("location") ?? "nowhere";
      throw fail(
        "TARE_HTTP_ANSWER",
        `${protocol.name} answered ${status}, a redirect to ${to}: none is followed`,
      );
    }
    if (status === 413)
      throw fail(
        "TARE_HTTP_ANSWER",
        shown(status, text),
        "Send fewer texts at a time: add batch=8 to the spec.",
      );
    if (!response.ok) throw fail("TARE_HTTP_ANSWER", shown(status, text));
    try {
      return read(parseAnswer(text));
    } catch (error) {
      throw fail("TARE_HTTP_ANSWER", `${messageOf(error)}; ${shown(status, text)}`);
    }
  };

  const send: Server["send"] = (path, body, read) =>
    limit(async () => {
      try {
        return await pRetry(() => attempt(path, body, read), {
          ...BACKOFF,
          retries: numbers.retries,
          signal: closing.signal,
          shouldRetry: async ({ error }) => {
            if (!(error instanceof Passing)) return false;
            if (error.waitS > 0) await pause(error.waitS * 1000, undefined, { signal: closing.signal });
            return true;
          },
        });
      } catch (error) {
        if (error instanceof Passing) throw error.failure;
        throw closing.signal.aborted
          ? fail("TARE_INTERRUPTED", "given up while the server was asked")
          : error;
      }
    });
  return { send, close: () => closing.abort() };
}

/** The path below the address; an address that ends in it already is left as it is. */
function placeOf(url: URL, path: string): URL {
  const place = new URL(url);
  const below = url.pathname.replace(/\/+$/, "");
  place.pathname = below.endsWith(path) ? below : `${below}${path}`;
  return place;
}

/** Seconds; the form with a date is not read, such a server is asked again after the usual wait. */
function retryAfter(headers: Headers): number {
  const seconds = Number(headers.get("retry-after") ?? 0);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), LONGEST_WAIT_S) : 0;
}

/** fetch says "fetch failed"; its cause says why. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const told = cause instanceof AggregateError ? cause.errors[0] : cause;
  return messageOf(told ?? error) || "the connection was lost";
}
