import { join } from "node:path";
import { expect, test } from "vitest";
import http from "../../../src/scorers/http.js";
import { loadTokenizer } from "../../../src/scorers/onnx/tokenizer.js";
import { describeWithShared } from "../../shared.js";
import { readReference, toText } from "../fixture-models.js";
import { score, withServer } from "./opened.js";
import { serve } from "./server.js";

describeWithShared("tokenizer=DIR", "fixtures/models", (models) => {
  /** What a server makes of a string: its ids with the tokenizer's own special tokens. */
  const asServer = async (path: string) =>
    (await loadTokenizer({ path, tokenizerConfig: {}, templateFile: undefined })).encodeFramed;

  test.each(["llama-chat", "gemma2-chat", "qwen2-chat", "modernbert-chat"])(
    "%s: the text that is sent becomes the reference ids in a server that adds special tokens",
    async (name) => {
      const folder = join(models, name);
      const ids = await asServer(folder);
      const cases = readReference(folder).cases.filter(({ truncated }) => !truncated);
      expect(cases.length).toBeGreaterThan(5);
      await withServer(
        "vllm-classify",
        async (scorer, server) => {
          const before = server.seen.length;
          await score(
            scorer,
            cases.map(({ messages }) => toText(messages)),
          );
          const sent = server.seen.slice(before).flatMap(({ body }) => body.input as string[]);
          expect(sent.map(ids)).toEqual(cases.map(({ input_ids }) => input_ids));
          const tokens = cases.map(({ messages }) => scorer.prepare("k", toText(messages)).tokens);
          expect(tokens).toEqual(cases.map(({ input_ids }) => input_ids.length));
          expect(scorer.identity.files["chat template"]).toMatch(/^[0-9a-f]{32}$/);
        },
        { fragment: `#my-rm&tokenizer=${folder}`, more: "batch=1000&concurrency=1" },
      );
    },
  );

  test("a folder without a chat template", async () => {
    const folder = join(models, "bert-pair");
    await expect(
      http.open(`openrlhf+http://127.0.0.1:9#tokenizer=${folder}`, { cwd: "." }),
    ).rejects.toMatchObject({ code: "TARE_MODEL_TEMPLATE", where: folder });
  });
});

test.each([
  ["", "/get_reward"],
  ["/", "/get_reward"],
  ["/rm", "/rm/get_reward"],
  ["/rm/", "/rm/get_reward"],
  ["/rm/get_reward?api-version=1", "/rm/get_reward"],
])("the address %j is asked at %s", async (end, path) => {
  const server = await serve("openrlhf", {
    instead: (_, response) => {
      response.end(`{"rewards": []}`);
      return true;
    },
  });
  try {
    await expect(http.open(`openrlhf+${server.url}${end}#render=plain`, { cwd: "." })).rejects.toThrow(
      /16 texts/,
    );
    expect(server.seen.map((request) => request.path)).toEqual([path]);
  } finally {
    await server.close();
  }
});
