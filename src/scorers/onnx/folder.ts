import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { messageOf, TareError } from "../../errors.js";
import { chooseGraph } from "./choose-graph.js";
import { type PairPrompt, readPairPrompt } from "./pair-prompt.js";

/** A model folder in the layout of transformers.js and Optimum, read but for its weights. */
export interface ModelFolder {
  readonly name: string;
  readonly path: string;
  /** Absolute path of the chosen graph. */
  readonly graph: string;
  readonly dtype: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly tokenizerConfig: Readonly<Record<string, unknown>>;
  /** The chat template of chat_template.jinja, which outranks the one in tokenizer_config.json. */
  readonly templateFile: string | undefined;
  readonly pairPrompt: PairPrompt;
  /** Paths relative to the folder of the small files that change numbers. */
  readonly files: readonly string[];
}

const OPTIONAL = ["chat_template.jinja", "tare.json"];

/** Reads the folder that `spec` (PATH or PATH#DTYPE) names. Errors: TARE_MODEL_*. */
export async function readFolder(spec: string, cwd: string): Promise<ModelFolder> {
  const { path, dtype } = await splitSpec(spec, cwd);
  const names = await listFolder(path);
  const graph = chooseGraph(path, await listGraphs(path, names), dtype);
  for (const file of ["tokenizer.json", "tokenizer_config.json"]) {
    if (!names.includes(file))
      throw new TareError("TARE_MODEL_NO_TOKENIZER", `the folder has no ${file}`, { where: path });
  }
  await readJson(path, "tokenizer.json");
  const optional = OPTIONAL.filter((file) => names.includes(file));
  const settings = names.includes("tare.json") ? await readJson(path, "tare.json") : {};
  return {
    name: basename(path),
    path,
    graph: join(path, graph.file),
    dtype: graph.dtype,
    config: flattenConfig(await readJson(path, "config.json")),
    tokenizerConfig: await readJson(path, "tokenizer_config.json"),
    templateFile: names.includes("chat_template.jinja")
      ? await readFile(join(path, "chat_template.jinja"), "utf8")
      : undefined,
    pairPrompt: readPairPrompt(settings, join(path, "tare.json")),
    files: ["config.json", "tokenizer.json", "tokenizer_config.json", ...optional],
  };
}

/** A folder's own name may hold a `#`: the whole is tried first. */
async function splitSpec(spec: string, cwd: string): Promise<{ path: string; dtype: string | undefined }> {
  const whole = resolve(cwd, spec);
  const at = spec.lastIndexOf("#");
  if (at < 0 || (await kindOf(whole)) !== "nothing") return { path: whole, dtype: undefined };
  return { path: resolve(cwd, spec.slice(0, at)), dtype: spec.slice(at + 1) };
}

async function kindOf(path: string): Promise<"folder" | "file" | "nothing"> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return "nothing";
  return found.isDirectory() ? "folder" : "file";
}

async function listFolder(path: string): Promise<string[]> {
  const kind = await kindOf(path);
  if (kind === "nothing")
    throw new TareError("TARE_MODEL_MISSING", "there is no such folder", { where: path });
  if (kind === "file")
    throw new TareError("TARE_MODEL_MISSING", "this is a file; a model is a folder", {
      where: path,
      fix: `Give the folder that holds it, with its tokenizer and config (perhaps ${dirname(path)}).`,
    });
  return readdir(path);
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
