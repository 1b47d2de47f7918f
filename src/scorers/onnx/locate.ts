import { readdir, stat } from "node:fs/promises";
import { basename, dirname, relative, resolve, sep } from "node:path";
import type { ScorerOptions } from "../../contract.js";
import { TareError } from "../../errors.js";
import { dtypeOf, type Graph } from "./choose-graph.js";

/** Where a model lies. */
export interface Location {
  /** Absolute path of the folder with config and tokenizer. */
  readonly path: string;
  readonly names: readonly string[];
  readonly dtype: string | undefined;
  /** The graph, where the user named the file itself. */
  readonly graph: Graph | undefined;
}

/** Finds the folder, or the folder around the graph, that `spec` names. Errors: TARE_MODEL_MISSING, TARE_USAGE. */
export async function locateModel(
  spec: string,
  { cwd, dtype: asked }: Pick<ScorerOptions, "cwd" | "dtype">,
): Promise<Location> {
  const { path, dtype: written } = await splitSpec(spec, cwd);
  if (asked !== undefined && written !== undefined && asked !== written)
    throw new TareError("TARE_USAGE", `${spec} says ${written} and --dtype ${asked}`);
  const dtype = asked ?? written;
  const kind = await kindOf(path);
  if (kind === "folder") return { path, names: await readdir(path), dtype, graph: undefined };
  if (kind === "file" && path.endsWith(".onnx")) return aroundGraph(path, dtype);
  const what = kind === "nothing" ? "there is no such folder" : "this is a file; a model is a folder";
  throw new TareError("TARE_MODEL_MISSING", what, {
    where: path,
    ...(kind === "file"
      ? { fix: `Give the folder that holds it, or its .onnx file (${dirname(path)}).` }
      : {}),
  });
}

/** Config and tokenizer lie beside the graph, or one folder up, as Optimum and transformers.js lay them. */
async function aroundGraph(file: string, dtype: string | undefined): Promise<Location> {
  const graph = { file, dtype: dtypeOf(file) };
  if (dtype !== undefined && dtype !== graph.dtype)
    throw new TareError("TARE_USAGE", `${basename(file)} is ${graph.dtype}, and ${dtype} is asked for`);
  const beside = dirname(file);
  const homes = [beside, dirname(beside)];
  for (const path of homes) {
    const names = await readdir(path);
    if (!names.includes("tokenizer.json")) continue;
    return { path, names, dtype, graph: { ...graph, file: relative(path, file).split(sep).join("/") } };
  }
  throw new TareError("TARE_MODEL_NO_TOKENIZER", `neither of ${homes.join(", ")} has a tokenizer.json`, {
    where: file,
  });
}

/** A folder's own name may hold a `#`: the whole is tried first. */
async function splitSpec(spec: string, cwd: string): Promise<{ path: string; dtype: string | undefined }> {
  const whole = resolve(cwd, spec);
  const at = spec.lastIndexOf("#");
  if (at < 0 || (await kindOf(whole)) !== "nothing") return { path: whole, dtype: undefined };
  return { path: resolve(cwd, spec.slice(0, at)), dtype: spec.slice(at + 1) };
}

export async function kindOf(path: string): Promise<"folder" | "file" | "nothing"> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return "nothing";
  return found.isDirectory() ? "folder" : "file";
}
