import { readdir } from "node:fs/promises";
import { TareError } from "../../errors.js";
import { type ModelFolder, readFolder, readJson } from "../../scorers/onnx/folder.js";
import { loadTokenizer, type Tokenizer } from "../../scorers/onnx/tokenizer.js";
import { readPositions } from "../../scorers/onnx/window.js";

const GENERATION = "generation_config.json";

/** A language model's folder, read but for its weights. */
export interface LanguageFolder {
  /** Its `files` hold generation_config.json too, where there is one. */
  readonly folder: ModelFolder;
  readonly tokenizer: Tokenizer;
  /** Most tokens of prompt and answer together; undefined where nothing says so. */
  readonly window: number | undefined;
  /** Ids that end an answer. */
  readonly ends: readonly number[];
  /** What generation_config.json says of sampling. */
  readonly generation: Readonly<Record<string, unknown>>;
}

/** Reads DIR, DIR#DTYPE or FILE.onnx. Errors: TARE_MODEL_*, TARE_USAGE. */
export async function readLanguageFolder(
  spec: string,
  options: { readonly cwd: string; readonly dtype: string | undefined },
): Promise<LanguageFolder> {
  const found = await readFolder(spec, { cwd: options.cwd, dtype: options.dtype as never });
  const { path, config } = found;
  const written = (await readdir(path)).includes(GENERATION);
  const generation = written ? await readJson(path, GENERATION) : {};
  const folder = written ? { ...found, files: [...found.files, GENERATION] } : found;
  const tokenizer = await loadTokenizer(folder);
  if (!tokenizer.hasTemplate)
    throw new TareError("TARE_MODEL_TEMPLATE", "the folder has no chat template", {
      where: path,
      fix: "Add chat_template.jinja, or chat_template in tokenizer_config.json: an oracle is asked in a conversation.",
    });
  const limits = [readPositions(config), tokenizer.maxLength].filter((limit) => limit !== undefined);
  return {
    folder,
    tokenizer,
    window: limits.length === 0 ? undefined : Math.min(...limits),
    ends: readEnds(path, generation.eos_token_id ?? config.eos_token_id),
    generation,
  };
}

/** Without an end every answer would run on to its limit. */
function readEnds(path: string, value: unknown): readonly number[] {
  const ends = [value].flat().filter((id) => typeof id === "number");
  if (ends.length > 0) return ends;
  throw new TareError(
    "TARE_MODEL_CONFIG",
    "neither generation_config.json nor config.json has an eos_token_id",
    {
      where: path,
      fix: "Set eos_token_id in generation_config.json to the id that ends the assistant's turn.",
    },
  );
}
