import { afterEach, describe, expect, test } from "vitest";
import { score, texts, withServer } from "./opened.js";
import { rewardOf } from "./protocols.js";
import type { Faults } from "./server.js";

const TEXTS = texts(20);
/** OpenRLHF sends a plain list; its responses rendered alone keep the expectation in one line. */
const FRAGMENT = "#render=response";
const REWARDS = TEXTS.map(({ response }) => [rewardOf(response)]);

/** Opens a sound server, then breaks it by `fault` from its next request on. */
function thenBroken(fault: NonNullable<Faults["instead"]>, more = "") {
  let [broken, count] = [false, 0];
  const faults: Faults = { instead: (_, response) => broken && fault(++count, response) };
  return withServer(
    "openrlhf",
    async (scorer, server) => {
      broken = true;
      const before = server.seen.length;
      const start = performance.now();
      const result = await score(scorer, TEXTS).catch((error: unknown) => error);
      return { result, requests: server.seen.length - before, milliseconds: performance.now() - start };
    },
    { faults, fragment: FRAGMENT, more: `batch=100${more}` },
  );
}

const answering = (status: number, headers: Record<string, string> = {}, body = "busy") =>
  ((_, response) => {
    response.writeHead(status, headers).end(body);
    return true;
  }) satisfies Faults["instead"];

describe("what passes is tried again", () => {
  test.each<[string, NonNullable<Faults["instead"]>]>([
    ["a 500, twice", (count, response) => count <= 2 && answering(500)(count, response)],
    ["a 429", (count, response) => count <= 1 && answering(429)(count, response)],
    ["a 503 without a word", (count, response) => count <= 1 && answering(503, {}, "")(count, response)],
    [
      "a connection that is dropped before the answer",
      (count, response) => {
        if (count <= 1) response.destroy();
        return count <= 1;
      },
    ],
    [
      "a connection that is dropped in the middle of the answer",
      (count, response) => {
        if (count > 1) return false;
        response.writeHead(200, { "content-length": "1000" }).write('{"rewards": [1,');
        setTimeout(() => response.destroy(), 10);
        return true;
      },
    ],
  ])("%s", async (name, fault) => {
    const { result, requests } = await thenBroken(fault);
    expect(result).toEqual(REWARDS);
    expect(requests).toBe(name.includes("twice") ? 3 : 2);
  });

  test("Retry-After is waited for", async () => {
    const fault: Faults["instead"] = (count, response) =>
      count <= 1 && answering(429, { "retry-after": "1" })(count, response);
    const { result, milliseconds } = await thenBroken(fault!);
    expect(result).toEqual(REWARDS);
    expect(milliseconds).toBeGreaterThanOrEqual(1000);
  });

  test("an answer that comes too late", async () => {
    const { result, requests } = await thenBroken((count) => count <= 1, "&timeout=1");
    expect(result).toEqual(REWARDS);
    expect(requests).toBe(2);
  });

  test("as often as asked for and no more; the last failure is told", async () => {
    expect(await thenBroken(answering(500), "&retries=1")).toMatchObject({
      requests: 2,
      result: { code: "TARE_HTTP_ANSWER", message: "openrlhf answered 500: busy" },
    });
    expect(await thenBroken(() => true, "&retries=0&timeout=1")).toMatchObject({
      requests: 1,
      result: { code: "TARE_HTTP_UNREACHABLE", message: "no answer within 1 s" },
    });
  });
});

describe("what does not pass is told at once", () => {
  test.each<[string, NonNullable<Faults["instead"]>, string, RegExp]>([
    [
      "a page of HTML",
      answering(
        200,
        { "content-type": "text/html" },
        `<html>\n  <title>Bad gateway</title>${"x".repeat(500)}`,
      ),
      "TARE_HTTP_ANSWER",
      /openrlhf answered 200: <html> <title>Bad gateway<\/title>x{150,170}$/,
    ],
    ["an empty answer", answering(200, {}, ""), "TARE_HTTP_ANSWER", /answered 200: nothing/],
    [
      "another protocol's answer",
      answering(200, {}, '{"data": []}'),
      "TARE_HTTP_ANSWER",
      /field rewards is wrong/,
    ],
    [
      "words for scores",
      answering(200, {}, '{"rewards": ["high"]}'),
      "TARE_HTTP_ANSWER",
      /rewards\.0 is wrong/,
    ],
    [
      "a short list",
      answering(200, {}, '{"rewards": [1, 2]}'),
      "TARE_HTTP_ANSWER",
      /20 texts were sent and 2 scores/,
    ],
    ["a bad request", answering(400, {}, "too long"), "TARE_HTTP_ANSWER", /answered 400: too long/],
    ["too large a request", answering(413), "TARE_HTTP_ANSWER", /answered 413/],
    ["no such place", answering(404), "TARE_HTTP_ANSWER", /answered 404/],
    ["no right", answering(403), "TARE_HTTP_DENIED", /answered 403: busy/],
    [
      "a redirect",
      answering(307, { location: "http://192.0.2.1/elsewhere" }),
      "TARE_HTTP_ANSWER",
      /redirect to http:\/\/192\.0\.2\.1\/elsewhere: none is followed/,
    ],
  ])("%s", async (_, fault, code, message) => {
    const { result, requests } = await thenBroken(fault);
    expect(result).toMatchObject({ code, message: expect.stringMatching(message) });
    expect(requests).toBe(1);
  });

  test("nobody there", async () => {
    const closed = await withServer("openrlhf", async (_, { url }) => url, { fragment: FRAGMENT });
    const { default: http } = await import("../../../src/scorers/http.js");
    const start = performance.now();
    await expect(http.open(`openrlhf+${closed}${FRAGMENT}`, { cwd: "." })).rejects.toMatchObject({
      code: "TARE_HTTP_UNREACHABLE",
      where: `openrlhf+${closed}`,
      message: expect.stringContaining("ECONNREFUSED"),
    });
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe("the token", () => {
  const TOKEN = "s3cret-token";
  afterEach(() => {
    delete process.env.TARE_HTTP_TOKEN;
  });

  test("is sent, and is no part of the scorer", async () => {
    process.env.TARE_HTTP_TOKEN = TOKEN;
    await withServer(
      "openrlhf",
      async (scorer, { seen }) => {
        expect(await score(scorer, TEXTS)).toEqual(REWARDS);
        expect(seen.every(({ headers }) => headers.authorization === `Bearer ${TOKEN}`)).toBe(true);
        expect(JSON.stringify(scorer.identity)).not.toContain(TOKEN);
      },
      { faults: { token: TOKEN }, fragment: FRAGMENT },
    );
  });

  test("is not repeated when the server refuses it and says which it was", async () => {
    process.env.TARE_HTTP_TOKEN = "wr0ng";
    const faults = { token: TOKEN };
    const refusal = await withServer("openrlhf", async () => {}, { faults, fragment: FRAGMENT }).catch(
      (error) => error,
    );
    expect(refusal).toMatchObject({
      code: "TARE_HTTP_DENIED",
      message: expect.stringContaining("invalid token Bearer …"),
    });
    process.env.TARE_HTTP_TOKEN = "two\nlines";
    await expect(
      withServer("openrlhf", async () => {}, { faults, fragment: FRAGMENT }),
    ).rejects.toMatchObject({
      code: "TARE_HTTP_DENIED",
      message: expect.not.stringContaining("two"),
    });
  });
});

test("a dead scorer gives up what is under way", () =>
  withServer(
    "openrlhf",
    async (scorer, server) => {
      const asked = score(scorer, TEXTS).catch((error: unknown) => error);
      const before = server.seen.length;
      while (server.seen.length === before) await new Promise((done) => setTimeout(done, 5));
      await scorer.close();
      expect(await asked).toMatchObject({ code: "TARE_INTERRUPTED" });
    },
    {
      fragment: FRAGMENT,
      faults: { instead: (request) => request > 4 },
    },
  ));
