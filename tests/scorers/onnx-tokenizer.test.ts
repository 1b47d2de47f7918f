import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadTokenizer } from "../../src/scorers/onnx/tokenizer.js";
import { describeWithShared } from "../shared.js";

/** Expected values: tokenizers 0.22.2 in Python, on the same files. */
describeWithShared(
  "the tokenizer gives Python's ids where this runtime's own would not",
  "fixtures/models",
  (root) => {
    let folder = "";
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), "tare-tokenizer-"));
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    const load = (model: string) =>
      loadTokenizer({ path: join(root, model), tokenizerConfig: {}, templateFile: undefined });
    /** The tokenizer of a model with another normalizer. */
    const loadWith = (model: string, name: string, normalizer: unknown) => {
      const file = JSON.parse(readFileSync(join(root, model, "tokenizer.json"), "utf8")) as object;
      const path = join(folder, name);
      mkdirSync(path);
      writeFileSync(join(path, "tokenizer.json"), JSON.stringify({ ...file, normalizer }));
      return loadTokenizer({ path, tokenizerConfig: {}, templateFile: undefined });
    };

    test("neighbouring Chinese characters beyond U+FFFF are one token each", async () => {
      const { encode } = await load("bert-pair");
      expect(encode("\u{20000}\u{20001}\u{20002}")).toEqual([1, 1, 1]);
      expect(encode("a\u{20BB7}b")).toEqual([43, 1, 44]);
    });

    test("Unigram: splits of equal score, and U+FEFF at an edge", async () => {
      const { encode } = await load("deberta-v2-pair");
      const ids = encode("It's the 1,000th prime.");
      expect(ids.slice(ids.indexOf(204), ids.indexOf(204) + 2)).toEqual([204, 489]);
      expect(encode("\ufeffbom start").slice(0, 2)).toEqual([9, 3]);
    });

    test("byte-level words: U+FEFF is no white space", async () => {
      const { encode } = await load("roberta-pair");
      expect(encode("\n\ufeff[")).toEqual([203, 176, 124, 128, 63]);
    });

    test("lower-casing takes no notice of a word's end", async () => {
      const normalizer = { type: "Lowercase" };
      const { encode } = await loadWith("qwen2-chat", "lower", normalizer);
      const plain = await load("qwen2-chat");
      expect(encode("ΑΣ.")).toEqual(plain.encode("ασ."));
      expect(encode("ΑΣ.")).not.toEqual(plain.encode("ας."));
    });

    test("one-sided Strip", async () => {
      const { encode } = await loadWith("qwen2-chat", "strip", {
        type: "Strip",
        strip_left: true,
        strip_right: false,
      });
      const plain = await load("qwen2-chat");
      expect(encode("\u0085\u2003 x \n")).toEqual(plain.encode("x \n"));
      expect(encode("\ufeffx")).toEqual(plain.encode("\ufeffx"));
    });

    test("the parts of tokenizer.json are named", async () => {
      const { parts } = await load("deberta-v2-pair");
      expect([...parts].sort()).toEqual(["Metaspace", "NFKC", "Replace", "Sequence", "Strip", "Unigram"]);
    });
  },
);
