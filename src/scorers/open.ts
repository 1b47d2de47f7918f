import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Scorer, ScorerKind, ScorerOptions } from "../contract.js";
import { TareError } from "../errors.js";

/** Opens what the user named: `kind:rest` of a known kind, else a path to an ONNX model. Errors: TARE_MODEL_MISSING and the kind's own. */
export async function openScorer(
  spec: string,
  kinds: readonly ScorerKind[],
  options: ScorerOptions,
): Promise<Scorer> {
  const colon = spec.indexOf(":");
  const named = kinds.find((kind) => kind.name === spec.slice(0, Math.max(0, colon)));
  if (named !== undefined) return named.open(spec.slice(colon + 1), options);
  const onnx = kinds.find((kind) => kind.name === "onnx");
  const folder = spec.replace(/#[^#]*$/, "");
  if (onnx !== undefined && [spec, folder].some((path) => existsSync(resolve(options.cwd, path))))
    return onnx.open(spec, options);
  const names = kinds.map((kind) => `${kind.name}:`).join(", ");
  throw new TareError("TARE_MODEL_MISSING", `neither a path nor one of ${names}`, { where: spec });
}
