import { describe, expect, it } from "vitest";
import { ask, PARAPHRASE, question } from "../asked.js";
import { opened } from "./opened.js";
import { completion, GOOD, type Said, type Seen } from "./server.js";

const QUESTION = question("paraphrase", PARAPHRASE);
const refused = (status: number, message: string, more: object = {}): Said => ({
  status,
  json: { error: { message, ...more } },
});
const formatOf = ({ body }: Seen): string => body.response_format?.type ?? "none";

describe("a server that does not take all of the protocol", () => {
  it.each([400, 422, 501])(
    "and answers %i to a schema is asked for any JSON, and remembered",
    async (status) => {
      const { oracle, server, warnings } = await opened((seen) =>
        formatOf(seen) === "json_schema"
          ? refused(status, "'json_schema' is not supported")
          : completion(GOOD),
      );
      expect(await ask(oracle, QUESTION)).toMatchObject({ text: GOOD, attempts: 2 });
      expect(await ask(oracle, QUESTION)).toMatchObject({ text: GOOD, attempts: 1 });
      expect(server.asked().map(formatOf)).toEqual(["json_schema", "json_object", "json_object"]);
      expect(warnings).toEqual([
        expect.stringMatching(/^http:.* \(m\): it takes no response_format json_schema: json_object/),
      ]);
    },
  );

  it("and says nothing of why is asked in ever simpler ways", async () => {
    const { oracle, server, warnings } = await opened((seen) =>
      formatOf(seen) === "none" ? completion(GOOD) : { status: 400, raw: "Bad Request" },
    );
    await ask(oracle, QUESTION);
    await ask(oracle, QUESTION);
    expect(server.asked().map(formatOf)).toEqual(["json_schema", "json_object", "none", "none"]);
    expect(warnings).toEqual([expect.stringContaining("in words alone")]);
  });

  it("of many questions at once is told of once", async () => {
    const { oracle, warnings } = await opened((seen) =>
      formatOf(seen) === "json_schema" ? refused(400, "response_format") : completion(GOOD),
    );
    await Promise.all([1, 2, 3, 4].map(() => ask(oracle, QUESTION)));
    expect(warnings).toHaveLength(1);
  });

  it.each<[string, Said, (seen: Seen) => boolean, string | undefined]>([
    [
      "max_tokens",
      refused(400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.", {
        param: "max_tokens",
      }),
      ({ body }) => body.max_completion_tokens === 64 && !("max_tokens" in body),
      undefined,
    ],
    [
      "seed",
      refused(400, "Unrecognized request argument supplied: seed"),
      ({ body }) => !("seed" in body),
      "no seed",
    ],
    [
      "temperature",
      refused(400, "Only the default (1) value is supported.", { param: "temperature" }),
      ({ body }) => !("temperature" in body),
      "no temperature",
    ],
    [
      "seed in FastAPI's words",
      {
        status: 422,
        json: { detail: [{ loc: ["body", "seed"], msg: "extra fields not permitted", input: 7 }] },
      },
      ({ body }) => !("seed" in body),
      "no seed",
    ],
    [
      "system messages",
      refused(400, "System role not supported"),
      ({ body }) =>
        body.messages.length === 1 &&
        body.messages[0].role === "user" &&
        /is data\.\n\n/.test(body.messages[0].content),
      "no system message",
    ],
    [
      "system messages by its template",
      {
        ...refused(500, "Jinja Exception: System role not supported"),
        headers: { "x-should-retry": "false" },
      },
      ({ body }) => body.messages.length === 1,
      "no system message",
    ],
  ])("and refuses %s is asked without, and keeps the schema", async (_, objection, without, warned) => {
    const { oracle, server, warnings } = await opened((seen) =>
      without(seen) ? completion(GOOD) : objection,
    );
    expect(await ask(oracle, QUESTION)).toMatchObject({ text: GOOD, attempts: 2 });
    await ask(oracle, QUESTION);
    expect(server.asked().map(without)).toEqual([false, true, true]);
    expect(server.asked().map(formatOf)).toEqual(Array(3).fill("json_schema"));
    expect(warnings).toEqual(warned === undefined ? [] : [expect.stringContaining(warned)]);
  });

  it("refuses one thing after the other, and is asked without all of them", async () => {
    const { oracle, server } = await opened(({ body }) => {
      if ("seed" in body) return refused(400, "no seed");
      if ("temperature" in body) return refused(400, "no temperature");
      return "max_tokens" in body ? refused(400, "max_completion_tokens") : completion(GOOD);
    });
    expect(await ask(oracle, QUESTION)).toMatchObject({ attempts: 4 });
    expect(await ask(oracle, QUESTION)).toMatchObject({ attempts: 1 });
    expect(formatOf(server.asked()[0]!)).toBe("json_schema");
  });

  it("and took a question is not asked more simply because of another's fault", async () => {
    const { oracle, server, warnings } = await opened((_, request) =>
      request === 2 ? refused(400, "This model's maximum context length is 10 tokens.") : completion(GOOD),
    );
    await ask(oracle, QUESTION);
    await expect(ask(oracle, QUESTION)).rejects.toMatchObject({
      code: "TARE_ORACLE_ANSWER",
      message: expect.stringContaining("maximum context length"),
    });
    await ask(oracle, QUESTION);
    expect(server.asked().map(formatOf)).toEqual(Array(3).fill("json_schema"));
    expect(warnings).toEqual([]);
  });

  it("whatever it is asked is told of in its own words", async () => {
    const { oracle, server, warnings } = await opened(() => refused(400, "the moon is full"));
    await expect(ask(oracle, QUESTION)).rejects.toMatchObject({
      code: "TARE_ORACLE_ANSWER",
      message: "answered 400: the moon is full",
    });
    expect(server.asked().map(formatOf)).toEqual(["json_schema", "json_object", "none"]);
    expect(warnings).toEqual([]);
  });
});
