import { describe, expect, test } from "vitest";
import type { Text } from "../../../src/contract.js";
import { score, texts, USUAL, withServer } from "./opened.js";
import { headOf, pairReward, rewardOf, serverTemplate } from "./protocols.js";

const TEXTS = texts(50);
/** The plain rendering, written out here: a line a turn. */
const plain = ({ messages, response }: Text) =>
  [...messages, { role: "assistant", content: response }]
    .map((turn) => `${turn.role}: ${turn.content}`)
    .join("\n");
const prompt = ({ messages }: Text) => messages.map(({ content }) => content).join("\n\n");
const wanted = (text: Text, protocol: string) =>
  protocol === "tei-predict" ? pairReward(prompt(text), text.response) : rewardOf(plain(text));

describe.each(Object.keys(USUAL))("%s", (protocol) => {
  test("gives every text its own reward, in order", () =>
    withServer(protocol, async (scorer) => {
      expect(await score(scorer, TEXTS)).toEqual(TEXTS.map((text) => [wanted(text, protocol)]));
      expect(scorer.identity.heads).toHaveLength(1);
      const prepared = scorer.prepare("k", {
        messages: [{ role: "user", content: "a b" }],
        response: "c d  e",
      });
      expect(prepared).toMatchObject({ tokens: 5, truncated: false });
    }));

  test("gives several heads in the order of the model's labels", () =>
    withServer(
      protocol,
      async (scorer) => {
        expect(scorer.identity.heads).toHaveLength(12);
        const rows = await score(scorer, TEXTS);
        for (const [index, row] of rows.entries()) {
          const reward = wanted(TEXTS[index]!, protocol);
          expect(row).toEqual(Array.from({ length: 12 }, (_, head) => headOf(reward, head)));
        }
      },
      { faults: { heads: 12 } },
    ));

  test("sends no more texts a request and no more requests at once than it may", () =>
    withServer(
      protocol,
      async (scorer, server) => {
        expect(scorer.inFlight).toBe(3);
        const before = server.seen.length;
        await Promise.all([score(scorer, TEXTS), score(scorer, TEXTS.slice(0, 20))]);
        expect(server.seen.length - before).toBe(Math.ceil(50 / 7) + Math.ceil(20 / 7));
        expect(server.crowd()).toBe(3);
      },
      { more: "batch=7&concurrency=3", faults: { slow: 15 } },
    ));
});

describe("how a conversation is sent", () => {
  test("vLLM renders messages itself, a conversation a request, and none of them by what came before", () =>
    withServer(
      "vllm-classify",
      async (scorer, server) => {
        const turns = (text: Text) => [...text.messages, { role: "assistant", content: text.response }];
        const rewards = TEXTS.map((text) => [rewardOf(serverTemplate(turns(text)))]);
        expect(await score(scorer, TEXTS)).toEqual(rewards);
        expect(server.seen.at(-1)!.body).toMatchObject({
          add_generation_prompt: false,
          use_activation: false,
        });
        expect(server.seen.every(({ body }) => body.input === undefined)).toBe(true);
      },
      { fragment: "#my-rm&render=messages" },
    ));

  test("the response alone", () =>
    withServer(
      "sglang-classify",
      async (scorer) =>
        expect(await score(scorer, TEXTS)).toEqual(TEXTS.map(({ response }) => [rewardOf(response)])),
      { fragment: "#render=response" },
    ));

  test("OpenRLHF is sent the prompts too", () =>
    withServer("openrlhf", async (scorer, server) => {
      await score(scorer, TEXTS.slice(0, 4));
      expect(server.seen.at(-1)!.body).toEqual({
        query: TEXTS.slice(0, 4).map(plain),
        prompts: TEXTS.slice(0, 4).map(prompt),
      });
    }));

  test("TEI cuts long texts only when told to", async () => {
    for (const [more, truncate] of [
      ["", false],
      ["truncate=yes", true],
    ] as const)
      await withServer(
        "tei-predict",
        async (_, server) => expect(server.seen[0]!.body.truncate).toBe(truncate),
        {
          more,
        },
      );
  });
});

describe("who the scorer is", () => {
  const keyOf = (fragment: string) =>
    withServer("vllm-classify", async (scorer) => ({ key: scorer.key, identity: scorer.identity }), {
      fragment,
    });

  test("protocol, address, model and rendering; not the way it is asked", async () => {
    await withServer("vllm-classify", async ({ identity }, { url }) => {
      expect(identity).toMatchObject({ kind: "http", name: `vllm-classify+${url}#my-rm`, input: "plain" });
    });
    const server = { faults: {} };
    const keys = await withServer(
      "openrlhf",
      async (first, { url }) => {
        const { default: http } = await import("../../../src/scorers/http.js");
        const open = async (end: string) => (await http.open(`openrlhf+${url}${end}`, { cwd: "." })).key;
        return {
          same: [first.key, await open("/?secret=1#render=plain&batch=3&timeout=5&activated=ok")],
          others: [await open("#render=response"), await open("#other&render=plain")],
        };
      },
      server,
    );
    expect(new Set(keys.same).size).toBe(1);
    expect(new Set([...keys.same, ...keys.others]).size).toBe(3);
    expect((await keyOf("#my-rm&render=plain")).identity.name).not.toContain("render");
  });
});
