import { createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { describeError, type TareError } from "../../../src/errors.js";
import { openOracle } from "../../../src/oracle/open.js";
import { ask, OPTIONS, PARAPHRASE, question } from "../asked.js";
import { opened } from "./opened.js";
import { completion, GOOD, type Said, SOON, serveChat } from "./server.js";

const QUESTION = question("paraphrase", PARAPHRASE);
const KEY = "sk-hunter2-hunter2";

beforeEach(() => {
  for (const name of ["TARE_ORACLE_KEY", "TARE_VERIFIER_KEY"]) vi.stubEnv(name, "");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

async function failure(asked: Promise<unknown>): Promise<TareError> {
  return asked.then(
    () => expect.fail("it was answered"),
    (error: TareError) => error,
  );
}

/** A port on which nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

describe("what goes wrong with a server", () => {
  it.each<[string, Said, string, RegExp]>([
    [
      "busy for ever",
      { status: 429, headers: SOON, json: { error: { message: "Slow down" } } },
      "TARE_ORACLE_BUSY",
      /answered 429: Slow down; asked 3 times/,
    ],
    [
      "unavailable for ever",
      { status: 503, headers: SOON, raw: "" },
      "TARE_ORACLE_BUSY",
      /answered 503: nothing; asked 3 times/,
    ],
    [
      "broken for ever",
      { status: 500, headers: SOON, json: { error: "out of memory" } },
      "TARE_ORACLE_ANSWER",
      /answered 500: out of memory/,
    ],
    ["no chat server", { status: 405, raw: "no" }, "TARE_ORACLE_ANSWER", /answered 405: no/],
    ["short of credit", { status: 402, json: { error: { message: "Pay" } } }, "TARE_ORACLE_KEY", /402: Pay/],
    [
      "broken JSON",
      { headers: { "content-type": "application/json" }, raw: '{"choices": [' },
      "TARE_ORACLE_ANSWER",
      /no JSON; it begins "{\\"choices/,
    ],
    ["a page", { raw: "<html>hello</html>" }, "TARE_ORACLE_ANSWER", /a page of HTML; it begins "<html>/],
    ["an empty page", { raw: "" }, "TARE_ORACLE_ANSWER", /no JSON; it begins "nothing"/],
    ["no choices", { json: { choices: [] } }, "TARE_ORACLE_ANSWER", /no chat completion: choices/],
    [
      "an error with a good status",
      { json: { error: { message: "upstream died" } } },
      "TARE_ORACLE_ANSWER",
      /upstream died/,
    ],
    ["nothing to read", { status: 204 }, "TARE_ORACLE_ANSWER", /no JSON/],
  ])("%s", async (_, said, code, message) => {
    const { oracle, server } = await opened(() => said, { retries: 2 });
    const error = await failure(ask(oracle, QUESTION));
    expect(error).toMatchObject({
      code,
      message: expect.stringMatching(message),
      where: `${server.url}/v1 (m)`,
    });
    expect(error.fix).not.toBe("");
  });

  it("too long a wait is not waited for", async () => {
    const { oracle, server } = await opened(() => ({ status: 429, headers: { "retry-after": "86400" } }));
    const error = await failure(ask(oracle, QUESTION));
    expect(error).toMatchObject({
      code: "TARE_ORACLE_BUSY",
      message: expect.stringContaining("come back in 86400 s"),
    });
    expect(server.asked()).toHaveLength(1);
  });

  it("slow with its head or its body: asked once more, no oftener", async () => {
    const slow = async (said: Said): Promise<void> => {
      const { oracle, server } = await opened(() => ({ ...completion(GOOD), ...said }), { timeout: 0.1 });
      const error = await failure(ask(oracle, QUESTION));
      expect(error).toMatchObject({ code: "TARE_ORACLE_TIMEOUT", message: "no answer within 0.1 s" });
      expect(server.asked()).toHaveLength(2);
    };
    await Promise.all([slow({ slow: 1_000 }), slow({ slowBody: 1_000 })]);
  });

  it("nobody there is told at once", async () => {
    const port = await freePort();
    const oracle = await openOracle(`http://127.0.0.1:${port}`, { ...OPTIONS, model: "m" });
    const started = performance.now();
    const error = await failure(ask(oracle, QUESTION));
    expect(performance.now() - started).toBeLessThan(400);
    expect(error).toMatchObject({
      code: "TARE_ORACLE_UNREACHABLE",
      message: expect.stringContaining("ECONNREFUSED"),
      where: `http://127.0.0.1:${port}/v1 (m)`,
    });
    await oracle.close();
  });

  it("a port that is never asked is told at once", async () => {
    const oracle = await openOracle("http://127.0.0.1:9", { ...OPTIONS, model: "m" });
    const started = performance.now();
    expect(await failure(ask(oracle, QUESTION))).toMatchObject({
      code: "TARE_ORACLE_UNREACHABLE",
      message: expect.stringContaining("bad port"),
    });
    expect(performance.now() - started).toBeLessThan(400);
    await oracle.close();
  });

  it("connections that always break off", async () => {
    const { oracle, server } = await opened(() => ({ lost: true }), { retries: 1 });
    expect(await failure(ask(oracle, QUESTION))).toMatchObject({ code: "TARE_ORACLE_UNREACHABLE" });
    expect(server.asked()).toHaveLength(2);
  });

  it("an interrupted question ends at once, and the server is let go", async () => {
    const { oracle, server } = await opened(() => ({ ...completion(GOOD), slow: 5_000 }));
    const stop = new AbortController();
    const asked = failure(ask(oracle, QUESTION, stop.signal));
    await vi.waitFor(() => expect(server.asked()).toHaveLength(1));
    const started = performance.now();
    stop.abort();
    expect(await asked).toMatchObject({ code: "TARE_INTERRUPTED" });
    expect(performance.now() - started).toBeLessThan(200);
    await vi.waitFor(() => expect(server.dropped()).toBe(1));
    expect(await failure(ask(oracle, QUESTION, stop.signal))).toMatchObject({ code: "TARE_INTERRUPTED" });
    expect(server.asked()).toHaveLength(1);
  });

  it("an interrupted wait ends at once, as does one whose oracle is closed", async () => {
    const { oracle, server } = await opened(() => ({ status: 429, headers: { "retry-after": "2" } }));
    const stop = new AbortController();
    const asked = [failure(ask(oracle, QUESTION, stop.signal)), failure(ask(oracle, QUESTION))];
    await vi.waitFor(() => expect(server.asked()).toHaveLength(2));
    const started = performance.now();
    stop.abort();
    expect(await asked[0]).toMatchObject({ code: "TARE_INTERRUPTED" });
    await oracle.close();
    expect(await asked[1]).toMatchObject({ code: "TARE_INTERRUPTED" });
    expect(performance.now() - started).toBeLessThan(200);
  });
});

describe("the model's name", () => {
  it.each([404, 400])(
    "that the server does not have (%i): what it offers, and the nearest",
    async (status) => {
      const said = {
        status,
        json: { error: { message: "The model `lama-3` does not exist", code: "model_not_found" } },
      };
      const { oracle } = await opened(() => said, { model: "lama-3", models: ["llama-3", "gemma"] });
      expect(await failure(ask(oracle, QUESTION))).toMatchObject({
        code: "TARE_ORACLE_MODEL",
        message: 'it has no model "lama-3" (did you mean llama-3?); it offers llama-3, gemma',
      });
    },
  );

  it.each<[string, readonly string[] | Said]>([
    ["is listed", ["m"]],
    ["cannot be looked up", { status: 404 }],
  ])("that %s: then a 404 is the address's fault", async (_, models) => {
    const { oracle } = await opened(() => ({ status: 404, json: { detail: "Not Found" } }), { models });
    expect(await failure(ask(oracle, QUESTION))).toMatchObject({
      code: "TARE_ORACLE_ANSWER",
      message: "answered 404: Not Found",
      fix: expect.stringContaining("/v1"),
    });
  });

  it.each<[string, readonly string[] | Said, string, RegExp]>([
    ["one of many", ["a", "b"], "TARE_ORACLE_MODEL", /no model was named; it offers a, b/],
    [
      "one of very many",
      Array.from({ length: 25 }, (_, i) => `m${i}`),
      "TARE_ORACLE_MODEL",
      /m19 and 5 more/,
    ],
    ["none", [], "TARE_ORACLE_MODEL", /lists none/],
    ["nothing of the kind", { json: { models: [] } }, "TARE_ORACLE_ANSWER", /no list of models/],
  ])("left out where the server lists %s", async (_, models, code, message) => {
    const error = await failure(opened(() => completion(GOOD), { model: undefined, models }));
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it("left out where the server wants a key: as of a model that was named, questions fail", async () => {
    const { oracle } = await opened(() => completion(GOOD), { model: undefined, models: { status: 401 } });
    expect(oracle.identity.model).toBe("");
    const message = expect.stringMatching(/TARE_ORACLE_KEY is not set/);
    expect(await failure(ask(oracle, QUESTION))).toMatchObject({ code: "TARE_ORACLE_KEY", message });
  });
});

describe("the key", () => {
  it("is sent as a bearer token, the verifier's from its own variable, and none where none is set", async () => {
    vi.stubEnv("OPENAI_API_KEY", "sk-of-another-server");
    vi.stubEnv("OPENAI_ORG_ID", "org-x");
    vi.stubEnv("OPENAI_PROJECT_ID", "proj-x");
    vi.stubEnv("OPENAI_BASE_URL", "http://127.0.0.1:1");
    const { oracle, server } = await opened(() => completion(GOOD));
    await ask(oracle, QUESTION);
    expect(JSON.stringify(server.seen)).not.toMatch(/sk-of-another|org-x|proj-x/);
    expect(server.seen[0]!.headers).not.toHaveProperty("authorization");

    vi.stubEnv("TARE_ORACLE_KEY", KEY);
    vi.stubEnv("TARE_VERIFIER_KEY", "verify-me");
    const first = await opened(() => completion(GOOD));
    await ask(first.oracle, QUESTION);
    expect(first.server.seen[0]!.headers.authorization).toBe(`Bearer ${KEY}`);
    const second = await opened(() => completion(GOOD), { keyFrom: "TARE_VERIFIER_KEY" });
    await ask(second.oracle, QUESTION);
    expect(second.server.seen[0]!.headers.authorization).toBe("Bearer verify-me");
    expect(first.oracle.key).not.toContain(KEY);
    expect(JSON.stringify(first.oracle.identity)).not.toContain(KEY);
  });

  it.each([401, 403])("that is refused (%i) is told of, and never repeated", async (status) => {
    vi.stubEnv("TARE_ORACLE_KEY", KEY);
    const json = { error: { message: `Incorrect API key provided: ${KEY}.` } };
    const { oracle, server } = await opened(() => ({ status, json }));
    const error = await failure(ask(oracle, QUESTION));
    expect(error).toMatchObject({ code: "TARE_ORACLE_KEY", fix: expect.stringContaining("TARE_ORACLE_KEY") });
    expect(error.message).toContain("Incorrect API key provided: …");
    expect(server.asked()).toHaveLength(1);
  });

  it.each<[string, Said]>([
    ["429", { status: 429, headers: SOON, json: { error: KEY } }],
    ["500", { status: 500, headers: SOON, raw: KEY }],
    ["400", { status: 400, json: { detail: [{ loc: ["header"], msg: KEY }] } }],
    ["404", { status: 404, raw: KEY }],
    ["200", { raw: `<html>${KEY}</html>` }],
    ["a redirect", { status: 302, headers: { location: `http://127.0.0.1:1/?k=${KEY}` } }],
    ["a lost connection", { lost: true }],
    ["a slow answer", { slow: 300 }],
  ])("stands in no error after %s, nor what the address's query holds", async (_, said) => {
    vi.stubEnv("TARE_ORACLE_KEY", KEY);
    const echoed = said.raw === undefined ? said : { ...said, raw: `${said.raw} my-secret` };
    const { oracle } = await opened(() => echoed, { retries: 0, timeout: 0.05, path: "/v1?token=my-secret" });
    const error = await failure(ask(oracle, QUESTION));
    expect(error.code).toMatch(/^TARE_ORACLE_/);
    const all = [
      describeError(error),
      error.stack,
      JSON.stringify(error),
      String(error.cause),
      oracle.identity.address,
    ];
    expect(all.join("\n")).not.toMatch(/hunter2|my-secret/);
  });

  it("stands in no refusal, which is stored", async () => {
    vi.stubEnv("TARE_ORACLE_KEY", KEY);
    const error = { message: `Filtered: Bearer ${KEY}, my-secret`, code: "content_filter" };
    const { oracle } = await opened(() => ({ status: 400, json: { error } }), {
      path: "/v1?token=my-secret",
    });
    expect(await ask(oracle, QUESTION)).toMatchObject({ finish: "refused", text: "Filtered: Bearer …, …" });
  });

  it("goes to no other host: redirects are not followed", async () => {
    vi.stubEnv("TARE_ORACLE_KEY", KEY);
    const elsewhere = await serveChat(() => completion(GOOD));
    for (const status of [301, 302, 303, 307, 308]) {
      const location = `${elsewhere.url}/v1/chat/completions?x=1`;
      const { oracle, server } = await opened(() => ({ status, headers: { location } }));
      expect(await failure(ask(oracle, QUESTION))).toMatchObject({
        code: "TARE_ORACLE_ANSWER",
        message: `answered ${status}, a redirect to ${elsewhere.url}/v1/chat/completions: none is followed`,
      });
      expect(server.asked()).toHaveLength(1);
    }
    expect(elsewhere.seen).toEqual([]);
    await elsewhere.close();
  });

  it("that no header may hold is refused without being shown", async () => {
    vi.stubEnv("TARE_ORACLE_KEY", `${KEY}\n`);
    const error = await failure(openOracle("http://127.0.0.1:9", { ...OPTIONS, model: "m" }));
    expect(error).toMatchObject({ code: "TARE_ORACLE_KEY" });
    expect(describeError(error)).not.toContain(KEY);
  });
});

describe("an address", () => {
  it.each([
    ["http://user:hunter2@127.0.0.1:9", /name or a password/],
    ["http://127.0.0.1:9/v1#gemma", /ends in #gemma/],
    ["http://", /no http/],
    ["http://127.0.0.1:99999", /no http/],
  ])("like %s is refused", async (spec, message) => {
    const error = await failure(openOracle(spec, { ...OPTIONS, model: "m" }));
    expect(error).toMatchObject({ code: "TARE_ORACLE_SPEC", message: expect.stringMatching(message) });
    expect(describeError(error)).not.toContain("hunter2");
  });

  it("is waited for no longer than can be", async () => {
    const error = await failure(openOracle("http://127.0.0.1:9", { ...OPTIONS, model: "m", timeout: 301 }));
    expect(error).toMatchObject({ code: "TARE_ORACLE_SPEC", message: expect.stringContaining("300 s") });
  });
});
