import { TareError } from "../../errors.js";
import type { ModelFolder } from "./folder.js";
import type { GraphShape } from "./graph-shape.js";
import type { Tokenizer } from "./tokenizer.js";

/**
 * The longest input in tokens, special tokens included: the least of what positions and graph allow and what the user asked
 * for, or else the tokenizer says. Errors: TARE_USAGE where more is asked for than the model can take.
 */
export function readWindow(
  folder: ModelFolder,
  tokenizer: Tokenizer,
  shape: GraphShape,
  asked: number | undefined,
): number {
  if (asked !== undefined && !(Number.isInteger(asked) && asked >= 8))
    throw new TareError(
      "TARE_USAGE",
      `a longest input of ${asked} tokens is not a whole number of at least 8`,
    );
  const most = Math.min(readPositions(folder.config) ?? Infinity, shape.fixedLength ?? Infinity);
  if (asked !== undefined && asked > most)
    throw new TareError("TARE_USAGE", `a longest input of ${asked} tokens is more than the model's ${most}`, {
      where: folder.path,
      fix: `Ask for at most ${most}, or leave --max-length out.`,
    });
  const known = [asked ?? tokenizer.maxLength, most].filter(
    (limit) => limit !== undefined && Number.isFinite(limit),
  ) as number[];
  if (known.length === 0)
    throw new TareError("TARE_MODEL_CONFIG", "neither config nor tokenizer says how long an input may be", {
      where: folder.path,
      fix: "Set model_max_length in tokenizer_config.json.",
    });
  return Math.min(...known);
}

/** Positions the model has been built with; undefined where config.json names none. */
export function readPositions(config: ModelFolder["config"]): number | undefined {
  const found = [config.max_position_embeddings, config.n_positions].find(
    (value) => typeof value === "number" && value > 0,
  ) as number | undefined;
  if (found === undefined) return undefined;
  // RoBERTa and its kin count positions from pad_token_id + 1, so that many rows of the table are never free.
  const counted = /roberta|camembert/.test(String(config.model_type));
  const pad = config.pad_token_id;
  return counted ? found - (typeof pad === "number" ? pad + 1 : 2) : found;
}
