import { basename } from "node:path";
import type { Dtype } from "../../contract.js";
import { TareError } from "../../errors.js";

/** File suffix of each dtype, as transformers.js and Optimum name them. */
const SUFFIXES: Readonly<Record<Dtype, string>> = {
  fp32: "",
  fp16: "_fp16",
  q8: "_quantized",
  int8: "_int8",
  uint8: "_uint8",
  q4: "_q4",
  q4f16: "_q4f16",
  bnb4: "_bnb4",
};

export interface Graph {
  /** Relative to the model folder. */
  readonly file: string;
  readonly dtype: string;
}

/** The graph asked for; else the only one; else fp32. Never a silent choice between quantised ones. */
export function chooseGraph(folder: string, files: readonly string[], dtype: string | undefined): Graph {
  const graphs = files.map((file) => ({ file, dtype: dtypeOf(file) }));
  if (graphs.length === 0)
    throw new TareError("TARE_MODEL_NO_GRAPH", "neither onnx/ nor the folder holds a .onnx file", {
      where: folder,
    });
  const found =
    dtype === undefined && graphs.length === 1
      ? graphs[0]
      : graphs.find((graph) => graph.dtype === (dtype ?? "fp32"));
  if (found !== undefined) return found;
  const there = graphs.map((graph) => `${graph.dtype} (${graph.file})`).join(", ");
  const what = dtype === undefined ? "several graphs and none is fp32" : `no graph of dtype ${dtype}`;
  throw new TareError("TARE_MODEL_NO_GRAPH", `${what}; there are: ${there}`, {
    where: folder,
    fix: `Name one after the folder, as in ${basename(folder)}#${graphs[0]!.dtype}, or with --dtype.`,
  });
}

/** By the end of the file name; a name of its own is its own dtype. */
export function dtypeOf(file: string): string {
  const stem = basename(file, ".onnx");
  const known = Object.entries(SUFFIXES).find(([, suffix]) => stem === `model${suffix}`);
  return known?.[0] ?? stem;
}
