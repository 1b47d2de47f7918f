import { messageOf, TareError } from "../../errors.js";
import type { ModelFolder } from "./folder.js";

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
  readonly single: Frame;
  /** Undefined where the post-processor closes no second segment: such a tokenizer was not made for pairs. */
  readonly pair: Frame | undefined;
  readonly padId: number | undefined;
  readonly maxLength: number | undefined;
  readonly hasTemplate: boolean;
  /** The chat template's text for these messages; throws what the template throws. */
  render(messages: readonly { role: string; content: string }[]): string;
}

/** What of a folder its tokenizer needs. */
export type TokenizerFolder = Pick<ModelFolder, "path" | "tokenizerConfig" | "templateFile">;

/** Loads the folder's tokenizer; never reaches for the network. Errors: TARE_MODEL_NO_TOKENIZER. */
export async function loadTokenizer(folder: TokenizerFolder): Promise<Tokenizer> {
  const { AutoTokenizer, env } = await import("@huggingface/transformers");
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  const loaded = await AutoTokenizer.from_pretrained(folder.path, { local_files_only: true }).catch(
    (error: unknown) => {
      throw new TareError("TARE_MODEL_NO_TOKENIZER", `the tokenizer cannot be loaded: ${messageOf(error)}`, {
        where: folder.path,
        cause: error,
      });
    },
  );
  const ids = (text: string, pair: string | null, special: boolean): number[] =>
    loaded(text, { text_pair: pair, add_special_tokens: special, return_tensor: false, truncation: false })
      .input_ids as number[];
  const encode = (text: string): number[] => ids(text, null, false);
  const [a, b] = [encode("a"), encode("b")];
  const pair = findFrame(ids("a", "b", true), a, b);
  const single = findFrame(ids("a", null, true), a, []);
  if (single === undefined)
    throw new TareError("TARE_MODEL_NO_TOKENIZER", "special tokens change the ids of the text", {
      where: folder.path,
    });
  return {
    encode,
    encodeFramed: (text) => ids(text, null, true),
    single,
    pair: pair !== undefined && pair.after.length > 0 ? pair : undefined,
    padId: loaded.pad_token_id ?? undefined,
    maxLength: numberOf(folder.tokenizerConfig.model_max_length),
    hasTemplate: folder.templateFile !== undefined || loaded.chat_template !== null,
    render: (messages) =>
      loaded.apply_chat_template([...messages], {
        tokenize: false,
        ...(folder.templateFile === undefined ? {} : { chat_template: folder.templateFile }),
      }) as string,
  };
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
