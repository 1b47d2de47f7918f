import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Prepared, Random, Scorer, Text } from "../../src/contract.js";
import { stream } from "../../src/random.js";
import type { Encoded } from "../../src/scorers/onnx/encode-pair.js";
import { describeWithShared } from "../shared.js";
import { FAMILIES, withModel } from "./fixture-models.js";

const SEEDS = [1, 2, 3, 4, 5];
/** Short: attention is quadratic, and every rule of the window holds at any length. */
const WINDOW = 96;

/** First and last code point of the blocks that letters are drawn from: Latin to emoji, Chinese beyond U+FFFF, tags. */
const BLOCKS = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x300, 0x3ff],
  [0x590, 0x6ff],
  [0x900, 0xe7f],
  [0x1100, 0x11ff],
  [0x2000, 0x2bff],
  [0x3040, 0x30ff],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xe000, 0xf8ff],
  [0xfe00, 0xffff],
  [0x1f000, 0x1faff],
  [0x20000, 0x2ffff],
  [0xe0000, 0xe007f],
] as const;
const SPECIAL = [
  ..."[CLS] [SEP] [PAD] [MASK] [UNK] <s> </s> <pad> <unk> <mask> <bos> <eos> <start_of_turn> <end_of_turn>".split(
    " ",
  ),
  ..."<|im_start|> <|im_end|> <|endoftext|> <|begin_of_text|> <|eot_id|> <think> </think> {{bos_token}} {%if%} ▁ Ġ ##ed".split(
    " ",
  ),
];
const LONE = ["\ud800", "\udc00", "\udfff\ud800", "a\ud83d"];

type Maker = (random: Random) => string;
const letters: Maker = (random) => {
  const [first, last] = random.pick(BLOCKS);
  return String.fromCodePoint(first + random.integer(last - first + 1));
};
const control: Maker = (random) =>
  String.fromCodePoint(
    random.pick([random.integer(32), 0x7f + random.integer(33), 0xfeff, 0x2028, 0x200b, 0xad]),
  );
const many =
  (make: Maker, most: number): Maker =>
  (random) =>
    Array.from({ length: 1 + random.integer(most) }, () => make(random)).join("");
const mixed: Maker = (random) =>
  random.pick([letters, control, () => random.pick(SPECIAL), () => random.pick(LONE), () => " "])(random);

const KINDS: Readonly<Record<string, Maker>> = {
  unicode: many(letters, 60),
  control: many(control, 40),
  special: many((random) => random.pick(SPECIAL) + random.pick(["", " ", "\n"]), 12),
  surrogates: many((random) => random.pick(LONE) + random.pick(["", "x", " "]), 12),
  mixed: many(mixed, 80),
  empty: (random) => random.pick(["", " ", "\n\n", "\t \r\n"]),
  word: (random) => random.pick(["x", "é", "字", "😀", "0"]).repeat(1000 + random.integer(1000)),
};

/** A line of about 100 kB, of any kind of text. */
const line: Maker = (random) => {
  const piece = many(mixed, 200)(random).replace(/[\r\n]/g, " ");
  return piece.repeat(Math.ceil(100_000 / Buffer.byteLength(`${piece}.`)));
};

function textsOf(seed: number): Text[] {
  const random = stream(seed, "fuzz");
  const texts = Object.values(KINDS).flatMap((make) => [
    { messages: [{ role: "user", content: make(random) }], response: make(random) },
    { messages: [{ role: "user", content: "Why?" }], response: make(random) },
  ]);
  return [...texts, { messages: [{ role: "user", content: "Why?" }], response: line(random) }];
}

describeWithShared("any text through every model", "fixtures/models", (root) => {
  test.each(FAMILIES)(
    "%s: finite logits, ids of the vocabulary, the window and its closing tokens kept",
    async (model) => {
      const { vocab_size: rows } = JSON.parse(readFileSync(join(root, model, "config.json"), "utf8")) as {
        vocab_size: number;
      };
      const closing = await lastIds(join(root, model));
      await withModel(
        join(root, model),
        async (scorer) => {
          for (const seed of SEEDS) {
            const prepared = textsOf(seed).map((text, index) =>
              scorer.prepare(`seed ${seed}, text ${index}`, text),
            );
            expect(prepared.some(({ truncated }) => truncated)).toBe(true);
            for (const { key, input, tokens, truncated } of prepared) {
              const { ids } = input as Encoded;
              expect(
                ids.every((id) => Number.isInteger(id) && id >= 0 && id < rows),
                key,
              ).toBe(true);
              expect([ids.length, tokens <= WINDOW], key).toEqual([tokens, true]);
              if (truncated) expect([tokens, ids.slice(-closing.length)], key).toEqual([WINDOW, closing]);
            }
            for (const { key, logits } of await scoreAll(scorer, prepared))
              expect(logits.every(Number.isFinite), key).toBe(true);
          }
        },
        { maxLength: WINDOW },
      );
    },
  );
});

/** The ids that end every text whatever its words: two responses share them. */
async function lastIds(model: string): Promise<readonly number[]> {
  return withModel(model, async (scorer) => {
    const [one, two] = ["seven blue", "stones?"].map((response) => {
      const text = { messages: [{ role: "user", content: "Why?" }], response };
      return (scorer.prepare(response, text).input as Encoded).ids;
    });
    let same = 0;
    while (one!.at(-1 - same) === two!.at(-1 - same)) same++;
    expect(same).toBeGreaterThan(0);
    return one!.slice(-same);
  });
}

async function scoreAll(scorer: Scorer, prepared: readonly Prepared[]) {
  const logits = await scorer.score(prepared);
  return prepared.map(({ key }, index) => ({ key, logits: logits[index]! }));
}
