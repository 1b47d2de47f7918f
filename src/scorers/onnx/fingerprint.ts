import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type ModelFolder, relativeName } from "./folder.js";

/** What a look at the bytes of a model tells. */
export interface Fingerprint {
  /** Relative file name -> SHA-256 of every file that changes numbers. */
  readonly files: Readonly<Record<string, string>>;
  /** The graph scales activations over the whole batch (dynamic int8): a score would depend on its batch mates. */
  readonly dynamicInt8: boolean;
  /** Size of the graph with its external data. */
  readonly bytes: number;
}

const DYNAMIC_OPERATORS = ["DynamicQuantizeLinear", "MatMulInteger"];

export async function fingerprint(folder: ModelFolder): Promise<Fingerprint> {
  const entries = await readdir(dirname(folder.graph), { withFileTypes: true });
  const beside = entries
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => !name.endsWith(".onnx") && !folder.files.includes(name));
  const graph = await readThrough(folder.graph, [...DYNAMIC_OPERATORS, ...beside]);
  // A graph with external data holds the name of the data file as a string (onnx.proto, TensorProto.external_data).
  const external = beside
    .filter((name) => graph.found.has(name))
    .map((name) => join(dirname(folder.graph), name));
  const files: Record<string, string> = { [relativeName(folder.path, folder.graph)]: graph.digest };
  for (const path of [...folder.files.map((name) => join(folder.path, name)), ...external])
    files[relativeName(folder.path, path)] = (await readThrough(path, [])).digest;
  if (folder.ownTemplate !== undefined)
    files["--template"] = (await readThrough(folder.ownTemplate, [])).digest;
  const sizes = await Promise.all([folder.graph, ...external].map(async (path) => (await stat(path)).size));
  return {
    files,
    dynamicInt8: DYNAMIC_OPERATORS.some((name) => graph.found.has(name)),
    bytes: sizes.reduce((sum, size) => sum + size, 0),
  };
}

/** One pass over a file: its SHA-256, and which of the needles occur in it. */
async function readThrough(
  path: string,
  needles: readonly string[],
): Promise<{ digest: string; found: ReadonlySet<string> }> {
  const hash = createHash("sha256");
  const found = new Set<string>();
  const overlap = Math.max(0, ...needles.map((needle) => Buffer.byteLength(needle) - 1));
  let tail = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    const seen = needles.length === found.size ? chunk : Buffer.concat([tail, chunk]);
    for (const needle of needles) if (!found.has(needle) && seen.includes(needle)) found.add(needle);
    tail = Buffer.from(seen.subarray(Math.max(0, seen.length - overlap)));
  }
  return { digest: hash.digest("hex"), found };
}
