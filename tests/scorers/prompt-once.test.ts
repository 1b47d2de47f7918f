import { join } from "node:path";
import { AutoTokenizer, env } from "@huggingface/transformers";
import { expect, test } from "vitest";
import type { Encoded } from "../../src/scorers/onnx/encode-pair.js";
import { describeWithShared } from "../shared.js";
import { readReference, toText, withModel } from "./fixture-models.js";

/** The splits of this text are mended after the tokenizer, which alone gives others than Python's. */
const MENDED = "numbers-url";

describeWithShared("a prompt is tokenised once for all its responses", "fixtures/models", (root) => {
  test.each(["bert-pair", "roberta-pair", "deberta-v2-pair", "multi-head"])(
    "%s: the ids are those of prompt and response tokenised together",
    async (model) => {
      env.allowRemoteModels = false;
      const whole = await AutoTokenizer.from_pretrained(join(root, model), { local_files_only: true });
      const { cases } = readReference(join(root, model));
      // One turn each, so that the prompt is a string; the long ones are cut, which is another test's matter.
      const texts = cases
        .filter(({ id, messages, truncated }) => id !== MENDED && messages.length === 2 && !truncated)
        .map(({ messages }) => toText(messages))
        .filter(({ messages, response }) => messages[0]!.content.length + response.length < 600);
      expect(texts.length).toBeGreaterThan(3);
      await withModel(join(root, model), async (scorer) => {
        for (const { messages } of texts)
          for (const { response } of texts) {
            if (response === "") continue;
            const { ids } = scorer.prepare("k", { messages, response }).input as Encoded;
            const options = { text_pair: response, return_tensor: false, truncation: false };
            expect(ids).toEqual(whole(messages[0]!.content, options).input_ids);
          }
      });
    },
  );
});
