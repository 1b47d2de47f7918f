import { readdir, readFile } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import type { ScorerOptions } from "../../contract.js";
import { messageOf, TareError } from "../../errors.js";
import { chooseGraph, type Graph } from "./choose-graph.js";
import { kindOf, locateModel } from "./locate.js";
import { type PairPrompt, readPairPrompt } from "./pair-prompt.js";
import { readTemplateChoice } from "./template-choice.js";

/** A model folder in the layout of transformers.js and Optimum, read but for its weights. */
export interface ModelFolder {
  readonly name: string;
  readonly path: string;
  /** Absolute path of the chosen graph. */
  readonly graph: string;
  readonly dtype: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly tokenizerConfig: Readonly<Record<string, unknown>>;
  /** What the user wants prompt and response to become. */
  readonly input: "auto" | "pair" | "chat";
  /** The chat template that outranks the one in tokenizer_config.json: the user's own, else chat_template.jinja. */
  readonly templateFile: string | undefined;
  /** Absolute path of the user's own chat template. */
  readonly ownTemplate: string | undefined;
  readonly pairPrompt: PairPrompt;
  /** Paths relative to the folder of the small files that change numbers. */
  readonly files: readonly string[];
}

/** Files of a model folder that change numbers where they are there. */
export const OPTIONAL_FILES = ["chat_template.jinja", "tare.json"];

/** Reads the model that `spec` (DIR, DIR#DTYPE or FILE.onnx) names. Errors: TARE_MODEL_*, TARE_USAGE. */
export async function readFolder(
  spec: string,
  options: Pick<ScorerOptions, "cwd" | "dtype" | "template">,
): Promise<ModelFolder> {
  const { path, names, dtype, graph: named } = await locateModel(spec, options);
  const graph: Graph = named ?? chooseGraph(path, await listGraphs(path, names), dtype);
  for (const file of ["tokenizer.json", "tokenizer_config.json"]) {
    if (!names.includes(file))
      throw new TareError("TARE_MODEL_NO_TOKENIZER", `the folder has no ${file}`, { where: path });
  }
  const optional = OPTIONAL_FILES.filter((file) => names.includes(file));
  const settings = names.includes("tare.json") ? await readJson(path, "tare.json") : {};
  const own = await readTemplateChoice(options.template, options.cwd);
  return {
    name: basename(path),
    path,
    graph: join(path, graph.file),
    dtype: graph.dtype,
    config: flattenConfig(await readJson(path, "config.json")),
    tokenizerConfig: await readJson(path, "tokenizer_config.json"),
    input: own.input,
    templateFile: own.file?.text ?? (await readOptional(path, names, "chat_template.jinja")),
    ownTemplate: own.file?.path,
    pairPrompt: readPairPrompt(settings, join(path, "tare.json")),
    files: ["config.json", "tokenizer.json", "tokenizer_config.json", ...optional],
  };
}

async function readOptional(
  path: string,
  names: readonly string[],
  file: string,
): Promise<string | undefined> {
  return names.includes(file) ? readFile(join(path, file), "utf8") : undefined;
}

async function listGraphs(path: string, names: readonly string[]): Promise<string[]> {
  const inner = names.includes("onnx") && (await kindOf(join(path, "onnx"))) === "folder";
  const nested = inner ? (await readdir(join(path, "onnx"))).map((name) => `onnx/${name}`) : [];
  return [...nested, ...names].filter((name) => name.endsWith(".onnx")).sort();
}

/** A JSON object in a file of the folder. Errors: TARE_MODEL_CONFIG. */
export async function readJson(folder: string, file: string): Promise<Readonly<Record<string, unknown>>> {
  const where = join(folder, file);
  try {
    const value: unknown = JSON.parse(await readFile(where, "utf8"));
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
    throw new Error("it does not hold a JSON object");
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    const what = missing ? `the folder has no ${file}` : `${file} cannot be read: ${messageOf(error)}`;
    throw new TareError("TARE_MODEL_CONFIG", what, { where: missing ? folder : where, cause: error });
  }
}

/** Multimodal families keep the language model's settings one level down, in `text_config`. */
function flattenConfig(config: ModelFolder["config"]): ModelFolder["config"] {
  const text = config.text_config;
  return typeof text === "object" && text !== null ? { ...text, ...config } : config;
}

/** `file` as it enters a scorer's identity: relative to the model, with forward slashes. */
export function relativeName(folder: string, file: string): string {
  return relative(folder, file).split(sep).join("/");
}
