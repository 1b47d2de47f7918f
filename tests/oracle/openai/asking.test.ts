import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { withoutReasoning } from "../../../src/oracle/openai/completion.js";
import { ask, PARAPHRASE, question } from "../asked.js";
import { opened } from "./opened.js";
import { completion, GOOD, SOON } from "./server.js";

const QUESTION = question("paraphrase", PARAPHRASE);

describe("a served language model", () => {
  it("is asked with messages, schema, sampling and seed, and answers", async () => {
    const { oracle, server } = await opened(() => completion(GOOD));
    const reply = await ask(oracle, QUESTION);
    expect(reply).toEqual({
      text: GOOD,
      finish: "stop",
      servedModel: "m-served",
      promptTokens: 11,
      completionTokens: 5,
      attempts: 1,
      milliseconds: expect.any(Number),
    });
    expect(reply.milliseconds).toBeGreaterThanOrEqual(0);
    const [seen] = server.asked();
    expect(seen).toMatchObject({ method: "POST", path: "/v1/chat/completions" });
    expect(seen!.body).toEqual({
      model: "m",
      messages: QUESTION.messages,
      max_tokens: 64,
      temperature: 0.7,
      seed: 7,
      response_format: {
        type: "json_schema",
        json_schema: {
          name: "paraphrase",
          strict: true,
          schema: QUESTION.schema,
        },
      },
    });
  });

  it.each([
    ["", "/v1/chat/completions"],
    ["/", "/v1/chat/completions"],
    ["/v1", "/v1/chat/completions"],
    ["/v1/", "/v1/chat/completions"],
    ["/v1/chat/completions", "/v1/chat/completions"],
    ["/proxy/openai", "/proxy/openai/chat/completions"],
    ["/v1?api-version=3", "/v1/chat/completions?api-version=3"],
  ])("at an address that ends in '%s' is asked at %s", async (path, asked) => {
    const { oracle, server } = await opened(() => completion(GOOD), { path });
    await ask(oracle, QUESTION);
    expect(server.seen.map((seen) => seen.path)).toEqual([asked]);
    expect(oracle.identity.address).toBe(`${server.url}${asked.replace(/\/chat.*/, "")}`);
  });

  it("is one oracle with and without /v1, and another under another name", async () => {
    const { oracle, server } = await opened(() => completion(GOOD));
    const { openOracle } = await import("../../../src/oracle/open.js");
    const same = await openOracle(`${server.url}/v1/`, { cwd: ".", model: "m" });
    const other = await openOracle(server.url, { cwd: ".", model: "n" });
    expect(same.key).toBe(oracle.key);
    expect(other.key).not.toBe(oracle.key);
    for (const one of [same, other]) await one.close();
  });

  it.each<[string, Parameters<typeof completion>, object]>([
    ["cut off", ['{"rewr', { finish_reason: "length" }], { text: '{"rewr', finish: "length" }],
    ["filtered", [null, { finish_reason: "content_filter" }], { text: "", finish: "refused" }],
    ["declined", [null, { message: { refusal: "I can't." } }], { text: "I can't.", finish: "refused" }],
    ["empty", [null], { text: "", finish: "stop" }],
    [
      "in parts",
      [
        [
          { type: "text", text: '{"a":' },
          { type: "text", text: "1}" },
        ],
      ],
      { text: '{"a":1}' },
    ],
    ["thought over", [`<think>\nHm, {"a"}?\n</think>\n\n${GOOD}`], { text: GOOD }],
    ["thought over elsewhere", [GOOD, { message: { reasoning_content: "Hm." } }], { text: GOOD }],
    ["without usage", [GOOD, { usage: undefined }], { promptTokens: null, completionTokens: null }],
    [
      "with odd usage",
      [GOOD, { usage: { prompt_tokens: -1 } }],
      { promptTokens: null, completionTokens: null },
    ],
    ["without a name", [GOOD, { model: undefined }], { servedModel: "" }],
    ["of an unknown end", [GOOD, { finish_reason: null }], { finish: "stop" }],
  ])("whose answer is %s", async (_, given, wanted) => {
    const { oracle } = await opened(() => completion(...given));
    expect(await ask(oracle, QUESTION)).toMatchObject(wanted);
  });

  it("whose guard declines with a status is a refusal", async () => {
    const error = { message: "The prompt was filtered.", code: "content_filter" };
    const { oracle, server } = await opened(() => ({ status: 400, json: { error } }));
    expect(await ask(oracle, QUESTION)).toMatchObject({
      text: "The prompt was filtered.",
      finish: "refused",
    });
    expect(server.asked()).toHaveLength(1);
  });

  it("is asked again after 429, 5xx and a lost connection, and the attempts are counted", async () => {
    const { oracle, server } = await opened((_, request) => {
      if (request === 1) return { status: 429, headers: SOON };
      if (request === 2) return { status: 500, headers: SOON };
      if (request === 3) return { status: 503, headers: SOON, raw: "<html>" };
      return completion(GOOD);
    });
    expect(await ask(oracle, QUESTION)).toMatchObject({ text: GOOD, attempts: 4 });
    expect(server.asked()).toHaveLength(4);
  });

  it("is asked again where the connection broke off", async () => {
    const { oracle } = await opened((_, request) => (request === 1 ? { lost: true } : completion(GOOD)));
    expect(await ask(oracle, QUESTION)).toMatchObject({ text: GOOD, attempts: 2 });
  });

  it("is left alone for as long as it says", async () => {
    const { oracle } = await opened((_, request) =>
      request === 1 ? { status: 429, headers: { "retry-after": "0.3" } } : completion(GOOD),
    );
    const reply = await ask(oracle, QUESTION);
    expect(reply.milliseconds).toBeGreaterThanOrEqual(290);
    expect(reply.milliseconds).toBeLessThan(3000);
  });

  it("is opened by the only name it lists", async () => {
    const { oracle, server } = await opened(() => completion(GOOD), {
      model: undefined,
      models: ["only-one"],
    });
    expect(oracle.identity.model).toBe("only-one");
    await ask(oracle, QUESTION);
    expect(server.asked()[0]!.body.model).toBe("only-one");
  });

  it("may call its JSON what it likes", async () => {
    const { oracle } = await opened(() => ({ raw: JSON.stringify(completion(GOOD).json) }));
    expect(await ask(oracle, QUESTION)).toMatchObject({ text: GOOD, finish: "stop" });
  });

  it("leaves nothing on the signal that many questions share", async () => {
    const { oracle } = await opened(() => completion(GOOD));
    const { signal } = new AbortController();
    const warned: string[] = [];
    const listen = (warning: Error) => warned.push(warning.message);
    process.on("warning", listen);
    await Promise.all(Array.from({ length: 20 }, () => ask(oracle, QUESTION, signal)));
    expect(getEventListeners(signal, "abort")).toEqual([]);
    await new Promise((done) => setImmediate(done)); // warnings come on the next tick
    process.off("warning", listen);
    expect(warned).toEqual([]);
  });

  it("is not even asked when it is opened by name", async () => {
    const { server } = await opened(() => completion(GOOD));
    expect(server.seen).toEqual([]);
  });
});

describe("withoutReasoning", () => {
  it.each([
    ["no thoughts", GOOD, GOOD],
    ["thoughts whose opening mark stood in the prompt", `Hm.\n</think>${GOOD}`, GOOD],
    ["thoughts that never end", "<think>Hm, well", ""],
    [
      "an answer about thoughts",
      '{"rewritten":"Write </think> here."}',
      '{"rewritten":"Write </think> here."}',
    ],
    ["a fenced answer about them", "```json\n</think>\n```", "```json\n</think>\n```"],
    ["thoughts that hold the mark again", `<thinking>a</thinking>${GOOD}`, GOOD],
  ])("of %s", (_, content, answer) => {
    expect(withoutReasoning(content)).toBe(answer);
  });
});
