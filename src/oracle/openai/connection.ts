import { setMaxListeners } from "node:events";
import type OpenAI from "openai";
import { TareError } from "../../errors.js";
import type { Address } from "./address.js";
import type { Key } from "./key.js";
import { type Acquaintance, type Journey, secondsToWait, transport } from "./transport.js";

/** What a server said in the end, whatever the status. */
export interface Came {
  readonly status: number;
  readonly body: string;
  /** Where a redirect leads; empty where there is none. */
  readonly location: string;
  /** Seconds it asks to be left alone for; NaN where it does not say. */
  readonly wait: number;
  readonly attempts: number;
}

export interface Connection {
  /** Errors: TARE_ORACLE_UNREACHABLE, TARE_ORACLE_TIMEOUT, TARE_INTERRUPTED. */
  complete(body: OpenAI.Chat.ChatCompletionCreateParamsNonStreaming, signal: AbortSignal): Promise<Came>;
  /** The same for the list of models. */
  models(signal: AbortSignal): Promise<Came>;
  /** Gives up what is under way. */
  close(): void;
}

interface Settings {
  readonly address: Address;
  readonly key: Key;
  /** Seconds. */
  readonly timeout: number;
  readonly retries: number;
  /** Names the server in errors. */
  readonly where: string;
}

type Send = (client: OpenAI, options: { signal: AbortSignal }) => PromiseLike<unknown>;

/** Speaks to one server through the official client, which repeats what may pass. Nothing is sent yet. */
export async function connect({ address, key, timeout, retries, where }: Settings): Promise<Connection> {
  const { default: Client } = await import("openai");
  const client = new Client({
    baseURL: address.shown,
    defaultQuery: address.query,
    timeout: timeout * 1000,
    maxRetries: retries,
    // What the client would otherwise take from the environment, meant for another server.
    apiKey: key.secret ?? "none",
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: "off",
    ...(key.secret === undefined ? { defaultHeaders: { Authorization: null } } : {}),
  });
  const closing = new AbortController();
  const acquaintance: Acquaintance = { met: false };

  const mind = (signal: AbortSignal): void => {
    if (signal.aborted || closing.signal.aborted)
      throw new TareError("TARE_INTERRUPTED", "given up while the oracle was asked");
  };
  const exchange = async (send: Send, signal: AbortSignal): Promise<Came> => {
    mind(signal);
    const giveUp = new AbortController();
    const journey: Journey = { attempts: 0, timeouts: 0, answer: undefined, lost: "", timedOut: false };
    const own = client.withOptions({ fetch: transport(journey, acquaintance, giveUp) });
    const interrupted = whenAborted([signal, closing.signal]);
    try {
      // The client sleeps between requests whatever its signal says: the race ends the wait at once.
      await Promise.race([send(own, { signal: giveUp.signal }), interrupted.rejected]);
    } catch {
      // What came, or why nothing came, is known from the journey: the client's errors leave much of it out.
    } finally {
      giveUp.abort();
      interrupted.release();
    }
    mind(signal);
    const { answer, attempts, lost, timedOut } = journey;
    if (answer !== undefined) {
      const { status, body, headers } = answer;
      return {
        status,
        body,
        location: headers.get("location") ?? "",
        wait: secondsToWait(headers),
        attempts,
      };
    }
    if (timedOut) throw new TareError("TARE_ORACLE_TIMEOUT", `no answer within ${timeout} s`, { where });
    throw new TareError("TARE_ORACLE_UNREACHABLE", lost, { where });
  };

  return {
    complete: (body, signal) =>
      exchange((own, options) => own.chat.completions.create(body, options), signal),
    models: (signal) => exchange((own, options) => own.get("/models", options), signal),
    close: () => closing.abort(),
  };
}

/** Rejects when one of the signals aborts; listens no longer than until it is released. */
function whenAborted(signals: AbortSignal[]): {
  readonly rejected: Promise<never>;
  release(): void;
} {
  const { promise, reject } = withReject();
  const abort = () => reject(new Error("aborted"));
  setMaxListeners(0, ...signals); // one a question that is open, and gone with it: no leak to warn of
  for (const signal of signals) {
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort);
  }
  return {
    rejected: promise,
    release: () => {
      for (const signal of signals) signal.removeEventListener("abort", abort);
    },
  };
}

function withReject(): { readonly promise: Promise<never>; readonly reject: (error: Error) => void } {
  let reject!: (error: Error) => void;
  const promise = new Promise<never>((_, rejects) => {
    reject = rejects;
  });
  promise.catch(() => {}); // it is looked at in the race alone
  return { promise, reject };
}
