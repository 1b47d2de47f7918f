import type { ModelDescription, TensorDescription, Text, Token } from "../contract.js";
import { SAMPLE } from "./sample-texts.js";

/** How a model reads texts, found by reading a few. */
export interface ReadingFacts {
  readonly folder: string;
  readonly inputs: readonly TensorDescription[];
  readonly outputs: readonly TensorDescription[];
  /** The special tokens that tokenizer_config.json names, where the vocabulary has them. */
  readonly special: Readonly<Record<"bos" | "eos" | "pad" | "cls" | "sep", Token | null>>;
  /** What fills up a batch's rows. */
  readonly pad: Token;
  /** What the post-processor puts around a text. */
  readonly frame: { readonly before: readonly Token[]; readonly after: readonly Token[] };
  readonly paddingSide: string | null;
  /** As tokenizer_config.json has it; may be a placeholder such as 1e30. */
  readonly modelMaxLength: number | null;
  readonly positions: number | null;
  readonly maxLength: number;
  readonly sample: {
    readonly rendered: string | null;
    readonly pair: readonly [string, string] | null;
    readonly tokens: readonly Token[];
    /** Leading special tokens that stood twice. */
    readonly doubled: number;
  };
  /** Tokens of a conversation whose prompt and response are one letter each: what template and special tokens take. */
  readonly overhead: number;
  /** Whether a change of this alone changes the ids. */
  readonly sees: Readonly<Record<"prompt" | "response" | "case" | "layout", boolean>>;
  /** The template writes a system turn where the conversation has none. */
  readonly systemAdded: boolean;
  /** Why the template refuses a conversation with a system turn; empty where it takes it. */
  readonly systemRefused: string;
}

const LETTERS: Text = { messages: [{ role: "user", content: "a" }], response: "b" };

export function readingFacts(model: ModelDescription, maxLength: number): ReadingFacts {
  const { config: _, tokenizerConfig, folder, inputs, outputs, positions } = model;
  const { rendered, pair, ids, doubled } = model.read(SAMPLE);
  const before = rendered?.slice(0, rendered.indexOf(SAMPLE.messages[0]!.content)) ?? "";
  return {
    folder,
    inputs,
    outputs,
    special: {
      bos: namedToken(model, "bos_token"),
      eos: namedToken(model, "eos_token"),
      pad: namedToken(model, "pad_token"),
      cls: namedToken(model, "cls_token"),
      sep: namedToken(model, "sep_token"),
    },
    pad: model.token(model.padId),
    frame: { before: model.frame.before.map(model.token), after: model.frame.after.map(model.token) },
    paddingSide: typeof tokenizerConfig.padding_side === "string" ? tokenizerConfig.padding_side : null,
    modelMaxLength:
      typeof tokenizerConfig.model_max_length === "number" ? tokenizerConfig.model_max_length : null,
    positions,
    maxLength,
    sample: { rendered, pair, tokens: ids.map(model.token), doubled },
    overhead: model.read(LETTERS).ids.length - 2,
    sees: {
      prompt: differ(model, SAMPLE, {
        ...SAMPLE,
        messages: [{ role: "user", content: "Why is the sky blue?" }],
      }),
      response: differ(model, SAMPLE, { ...SAMPLE, response: "No." }),
      case: differ(model, respond("Ten Tall Trees"), respond("ten tall trees")),
      layout: differ(model, respond("ten trees\n\nand a hill"), respond("ten trees and a hill")),
    },
    systemAdded: /system/i.test(before),
    systemRefused: refusal(model),
  };
}

function respond(response: string): Text {
  return { ...SAMPLE, response };
}

function differ(model: ModelDescription, a: Text, b: Text): boolean {
  return model.read(a).ids.join() !== model.read(b).ids.join();
}

/** tokenizer_config.json has a token as its text or as an object; it counts where it is one id of the vocabulary. */
function namedToken(model: ModelDescription, name: string): Token | null {
  const value = model.tokenizerConfig[name];
  const content = typeof value === "object" && value !== null && "content" in value ? value.content : value;
  if (typeof content !== "string" || content === "") return null;
  const ids = model.encode(content);
  return ids.length === 1 ? model.token(ids[0]!) : null;
}

function refusal(model: ModelDescription): string {
  try {
    model.read({ ...SAMPLE, messages: [{ role: "system", content: "Be brief." }, ...SAMPLE.messages] });
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}
