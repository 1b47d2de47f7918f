import type { Prepared, Scorer, ScorerIdentity, ScorerOptions, Text } from "../../contract.js";
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
import { nameProvider } from "./tf32.js";
import type { Tokenizer } from "./tokenizer.js";
import { tunableOf } from "./tunable.js";
import { findWarnings } from "./warnings.js";

export interface Parts {
  readonly folder: ModelFolder;
  readonly tokenizer: Tokenizer;
  readonly session: Session;
  /** The same graph in another process, with other threads. */
  readonly reopen: (threads: number) => Promise<Session>;
  readonly shape: GraphShape;
  readonly prints: Fingerprint;
  readonly input: ModelInput;
  readonly maxLength: number;
  readonly options: ScorerOptions;
}

/** Puts the parts together and scores one small text, so that a graph that cannot run is refused at load. */
export async function buildScorer(parts: Parts): Promise<Scorer> {
  const { folder, session, shape, prints, input, options } = parts;
  const single = mustBeSingle(parts);
  const padId = readPadId(parts);
  const probe = { messages: [{ role: "user", content: "What is 2 + 2?" }], response: "4" };
  const probed = { key: "the probe text", text: probe, ...prepareChecked(parts, "the probe text", probe) };
  const [logits] = await runBatch(parts, session, padId, [probed], 0);
  if (logits === undefined || (shape.heads ?? logits.length) !== logits.length)
    throw new TareError("TARE_MODEL_OUTPUTS", `the graph promised ${shape.heads} logits a text`, {
      where: folder.graph,
    });
  const common = {
    kind: "onnx",
    name: folder.name,
    architecture: readArchitecture(folder.config),
    dtype: folder.dtype,
    provider: nameProvider(session.device.obtained, process.env),
    input: input.kind,
    maxLength: parts.maxLength,
    truncation: input.truncation,
    files: prints.files,
    heads: nameHeads(folder.config, logits.length, shape.output),
  };
  const warnings = findWarnings(parts);
  const chosen = single || (options.batching ?? "auto") !== "auto";

  const present = (run: Session, loading: number, alone: boolean, budget: number): Scorer => {
    const identity: ScorerIdentity = { ...common, batching: alone ? "single" : "right-padded" };
    const scorePadded = (batch: readonly Prepared[], length: number) =>
      runBatch(parts, run, padId, batch, length);
    return {
      key: scorerKey(identity),
      identity,
      tokenBudget: alone ? 1 : budget,
      threads: run.threads,
      deviceReport: run.device,
      warnings,
      tunable: tunableOf(parts, alone),
      ...(alone || chosen ? {} : { alone: () => present(run, loading, true, 1) }),
      tuned: async ({ tokenBudget, threads }) => {
        const same = threads === run.threads;
        return present(same ? run : await parts.reopen(threads), same ? loading : 0, alone, tokenBudget);
      },
      prepare: (key, text) => ({ key, text, ...prepareChecked(parts, key, text) }),
      score: (batch) => scorePadded(batch, 0),
      scorePadded,
      describe: () => describeModel(parts, padId),
      sessionMilliseconds: () => run.milliseconds() - loading,
      close: run.close,
    };
  };
  return present(session, session.milliseconds(), single, tunableOf(parts, single).budgets[0]!);
}

/** Whether batches may hold one text only: by the graph, or since it scales over the batch, or as the user wants. */
function mustBeSingle({ folder, shape, prints, options }: Parts): boolean {
  const asked = options.batching ?? "auto";
  if (shape.single && asked === "padded")
    throw new TareError("TARE_USAGE", "the graph takes one text at a time: --batching padded is not for it", {
      where: folder.graph,
    });
  return shape.single || asked === "single" || (asked === "auto" && prints.dynamicInt8);
}

async function runBatch(
  { shape }: Parts,
  session: Session,
  padId: number,
  batch: readonly Prepared[],
  length: number,
): Promise<number[][]> {
  const rows = batch.map((prepared) => prepared.input as Encoded);
  const feeds = collate(rows, shape, padId, shape.fixedLength ?? Math.max(length, longest(rows)));
  const logits = await session.run(feeds, nameBatch(batch));
  const heads = logits.length / rows.length;
  return rows.map((_, row) => [...logits.subarray(row * heads, (row + 1) * heads)]);
}

/** An id beyond config.json's vocabulary would read outside the embedding table. */
function prepareChecked({ folder, input }: Parts, key: string, text: Text): Omit<Prepared, "key" | "text"> {
  const encoded = input.encode(text, key);
  const rows = folder.config.vocab_size;
  const beyond = typeof rows === "number" ? encoded.ids.find((id) => id >= rows) : undefined;
  if (beyond === undefined)
    return { tokens: encoded.ids.length, truncated: encoded.truncated, input: encoded };
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
