import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Scorer, ScorerKind, ScorerOptions } from "../contract.js";
import { TareError } from "../errors.js";

/** What the user named: `kind:rest` of a known kind, else a path to an ONNX model. Errors: TARE_MODEL_MISSING. */
export function findScorer(
  spec: string,
  kinds: readonly ScorerKind[],
  cwd: string,
): { readonly kind: ScorerKind; readonly rest: string } {
  const colon = spec.indexOf(":");
  const named = kinds.find((kind) => kind.name === spec.slice(0, Math.max(0, colon)));
  if (named !== undefined) return { kind: named, rest: spec.slice(colon + 1) };
  const onnx = kinds.find((kind) => kind.name === "onnx");
  const folder = spec.replace(/#[^#]*$/, "");
  if (onnx !== undefined && spec !== "" && [spec, folder].some((path) => existsSync(resolve(cwd, path))))
    return { kind: onnx, rest: spec };
  const names = kinds.map((kind) => `${kind.name}:`).join(", ");
  throw new TareError("TARE_MODEL_MISSING", `neither a path nor one of ${names}`, { where: spec });
}

/** Opens what the user named. Errors: TARE_MODEL_MISSING and the kind's own. */
export async function openScorer(
  spec: string,
  kinds: readonly ScorerKind[],
  options: ScorerOptions,
): Promise<Scorer> {
  const { kind, rest } = findScorer(spec, kinds, options.cwd);
  return kind.open(rest, options);
}
