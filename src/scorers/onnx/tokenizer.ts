import { messageOf, TareError } from "../../errors.js";
import { compileTemplate, configuredTemplate, type Render, tokenText } from "./chat-template.js";
import { type ModelFolder, readJson } from "./folder.js";
import { mendTokenizer, partTypes } from "./mend-tokenizer.js";

/** The special tokens a tokenizer's post-processor puts around one segment, or around two. */
export interface Frame {
  readonly before: readonly number[];
  /** Between the two segments of a pair; empty for a single one. */
  readonly between: readonly number[];
  readonly after: readonly number[];
}

export interface Tokenizer {
  /** Ids of the text alone, without special tokens. */
  encode(text: string): number[];
  /** Ids with the special tokens of the post-processor. */
  encodeFramed(text: string): number[];
  /** The text of these ids, without special tokens. */
  decode(ids: readonly number[]): string;
  readonly single: Frame;
  /** The frame of two segments. One that closes no second segment (`after` is empty) was not made for pairs. */
  readonly pair: Frame | undefined;
  /** Texts of the special tokens. */
  readonly specials: readonly string[];
  readonly padId: number | undefined;
  readonly maxLength: number | undefined;
  readonly hasTemplate: boolean;
  /** The chat template; undefined where there is none. */
  readonly template: string | undefined;
  /** The chat template's text for these messages; throws what the template throws. */
  readonly render: Render;
  /** Types of the parts that tokenizer.json is made of: its model, normalizers and pre-tokenizers. */
  readonly parts: ReadonlySet<string>;
}

/** What of a folder its tokenizer needs. */
export type TokenizerFolder = Pick<ModelFolder, "path" | "tokenizerConfig" | "templateFile">;

/** Loads the folder's tokenizer; never reaches for the network. Errors: TARE_MODEL_NO_TOKENIZER, TARE_MODEL_TEMPLATE. */
export async function loadTokenizer(folder: TokenizerFolder): Promise<Tokenizer> {
  const { path, tokenizerConfig } = folder;
  const file = await readJson(path, "tokenizer.json");
  const loaded = await construct(path, mendTokenizer(file), tokenizerConfig);
  const ids = (text: string, pair: string | null, special: boolean): number[] =>
    loaded(text, { text_pair: pair, add_special_tokens: special, return_tensor: false, truncation: false })
      .input_ids as number[];
  const encode = (text: string): number[] => ids(text, null, false);
  const [a, b] = [encode("a"), encode("b")];
  const single = findFrame(ids("a", null, true), a, []);
  if (single === undefined)
    throw new TareError("TARE_MODEL_NO_TOKENIZER", "special tokens change the ids of the text", {
      where: path,
    });
  const template = folder.templateFile ?? configuredTemplate(tokenizerConfig);
  return {
    encode,
    encodeFramed: (text) => ids(text, null, true),
    decode: (made) => loaded.decode([...made], { skip_special_tokens: true }),
    single,
    // A post-processor that writes no token of its own (ByteLevel) drops the second segment here; Python's joins the two.
    pair: findFrame(ids("a", "b", true), a, b) ?? (isEmpty(single) ? single : undefined),
    specials: specialsOf(file.added_tokens),
    padId: loaded.pad_token_id ?? undefined,
    maxLength: numberOf(tokenizerConfig.model_max_length),
    hasTemplate: template !== undefined,
    template,
    render: compile(path, template, tokenizerConfig),
    parts: new Set(partTypes([file.model, file.normalizer, file.pre_tokenizer])),
  };
}

/** The class that tokenizer_config.json names, made of the mended file. */
async function construct(path: string, file: object, config: ModelFolder["config"]) {
  const classes = await import("@huggingface/transformers");
  const name = String(config.tokenizer_class ?? "").replace(/Fast$/, "");
  const named = (classes as unknown as Record<string, typeof classes.PreTrainedTokenizer>)[name];
  const Chosen = name.endsWith("Tokenizer") && named !== undefined ? named : classes.PreTrainedTokenizer;
  const texts = Object.entries(config).map(([key, value]) => [
    key,
    key.endsWith("_token") ? (tokenText(value) ?? value) : value,
  ]);
  try {
    return new Chosen(file, Object.fromEntries(texts));
  } catch (error) {
    throw new TareError("TARE_MODEL_NO_TOKENIZER", `the tokenizer cannot be loaded: ${messageOf(error)}`, {
      where: path,
      cause: error,
    });
  }
}

function compile(path: string, template: string | undefined, config: ModelFolder["config"]): Render {
  if (template === undefined)
    return () => {
      throw new Error("there is none");
    };
  try {
    return compileTemplate(template, config);
  } catch (error) {
    throw new TareError("TARE_MODEL_TEMPLATE", `the chat template cannot be parsed: ${messageOf(error)}`, {
      where: path,
      cause: error,
    });
  }
}

function specialsOf(added: unknown): string[] {
  const tokens = (Array.isArray(added) ? added : []) as {
    readonly content: string;
    readonly special?: boolean;
  }[];
  return tokens.filter(({ special }) => special === true).map(({ content }) => content);
}

function isEmpty({ before, after }: Frame): boolean {
  return before.length + after.length === 0;
}

/** Takes the ids of the probe segments out of the framed probe; what stays is the frame. */
function findFrame(framed: number[], first: number[], second: number[]): Frame | undefined {
  const start = indexOfRun(framed, first, 0);
  const next = indexOfRun(framed, second, start + first.length);
  if (start < 0 || next < 0) return undefined;
  return {
    before: framed.slice(0, start),
    between: framed.slice(start + first.length, next),
    after: framed.slice(next + second.length),
  };
}

/** Where the run begins in the list at or after `from`; -1 where it does not. An empty run is found at once. */
function indexOfRun(list: readonly number[], run: readonly number[], from: number): number {
  for (let at = from; at + run.length <= list.length; at++)
    if (run.every((id, offset) => list[at + offset] === id)) return at;
  return -1;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" && value < 1e9 ? value : undefined;
}
