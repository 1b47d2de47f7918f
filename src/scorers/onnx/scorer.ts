import type { Prepared, Scorer, ScorerIdentity, Text } from "../../contract.js";
import { TareError } from "../../errors.js";
import { scorerKey } from "../../keys.js";
import { collate, longest } from "./collate.js";
import { describeModel } from "./describe.js";
import type { Encoded } from "./encode-pair.js";
import type { Fingerprint } from "./fingerprint.js";
import type { ModelFolder } from "./folder.js";
import type { GraphShape } from "./graph-shape.js";
import { nameHeads } from "./heads.js";
import type { ModelInput } from "./input.js";
import type { Session } from "./session.js";
import type { Tokenizer } from "./tokenizer.js";

/** Measured on two cores: batches of 512 tokens are as fast as single texts, larger ones slower. */
const CPU_TOKEN_BUDGET = 512;

export interface Parts {
  readonly folder: ModelFolder;
  readonly tokenizer: Tokenizer;
  readonly session: Session;
  readonly shape: GraphShape;
  readonly prints: Fingerprint;
  readonly input: ModelInput;
  readonly maxLength: number;
}

/** Puts the parts together and scores one small text, so that a graph that cannot run is refused at load. */
export async function buildScorer(parts: Parts): Promise<Scorer> {
  const { folder, session, shape, prints, input } = parts;
  const prepare = (key: string, text: Text): Prepared => {
    const encoded = encodeChecked(parts, key, text);
    return { key, text, tokens: encoded.ids.length, truncated: encoded.truncated, input: encoded };
  };
  const padId = readPadId(parts);
  const scorePadded = async (batch: readonly Prepared[], length: number): Promise<number[][]> => {
    const rows = batch.map((prepared) => prepared.input as Encoded);
    const feeds = collate(rows, shape.inputs, padId, shape.fixedLength ?? Math.max(length, longest(rows)));
    const logits = await session.run(feeds, nameBatch(batch));
    const heads = logits.length / rows.length;
    return rows.map((_, row) => [...logits.subarray(row * heads, (row + 1) * heads)]);
  };

  const probe = { messages: [{ role: "user", content: "What is 2 + 2?" }], response: "4" };
  const [logits] = await scorePadded([prepare("the probe text", probe)], 0);
  if (logits === undefined || (shape.heads ?? logits.length) !== logits.length)
    throw new TareError("TARE_MODEL_OUTPUTS", `the graph promised ${shape.heads} logits a text`, {
      where: folder.graph,
    });
  const single = shape.single || prints.dynamicInt8;
  const loading = session.milliseconds();
  const identity: ScorerIdentity = {
    kind: "onnx",
    name: folder.name,
    architecture: readArchitecture(folder.config),
    dtype: folder.dtype,
    provider: "cpu",
    input: input.kind,
    maxLength: parts.maxLength,
    truncation: input.truncation,
    batching: single ? "single" : "right-padded",
    files: prints.files,
    heads: nameHeads(folder.config, logits.length),
  };
  return {
    key: scorerKey(identity),
    identity,
    tokenBudget: single ? 1 : CPU_TOKEN_BUDGET,
    prepare,
    score: (batch) => scorePadded(batch, 0),
    scorePadded,
    describe: () => describeModel(parts, padId),
    sessionMilliseconds: () => session.milliseconds() - loading,
    close: session.close,
  };
}

/** An id beyond config.json's vocabulary would read outside the embedding table. */
function encodeChecked({ folder, input }: Parts, key: string, text: Text): Encoded {
  const encoded = input.encode(text);
  const rows = folder.config.vocab_size;
  const beyond = typeof rows === "number" ? encoded.ids.find((id) => id >= rows) : undefined;
  if (beyond === undefined) return encoded;
  throw new TareError(
    "TARE_MODEL_TOKENS",
    `the tokenizer makes id ${beyond}, the model has ${rows} embeddings (at ${key})`,
    { where: folder.path },
  );
}

function readPadId({ folder, tokenizer }: Parts): number {
  const configured = folder.config.pad_token_id;
  const padId = typeof configured === "number" ? configured : tokenizer.padId;
  if (padId !== undefined) return padId;
  throw new TareError("TARE_MODEL_CONFIG", "neither config.json nor the tokenizer names a pad token", {
    where: folder.path,
    fix: "Set pad_token_id in config.json to the id the graph was exported with.",
  });
}

function readArchitecture(config: ModelFolder["config"]): string {
  const [first] = Array.isArray(config.architectures) ? (config.architectures as unknown[]) : [];
  return typeof first === "string" ? first : String(config.model_type ?? "unknown");
}

function nameBatch(batch: readonly Prepared[]): string {
  const keys = batch.slice(0, 4).map((prepared) => prepared.key);
  const more = batch.length > 4 ? ` and ${batch.length - 4} more` : "";
  return `${batch.length === 1 ? "text" : "texts"} ${keys.join(", ")}${more}`;
}
