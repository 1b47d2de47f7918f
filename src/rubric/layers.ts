import { normalize } from "node:path";
import { getNodeValue } from "jsonc-parser";
import { TareError } from "../errors.js";
import { problemsError, type Source } from "./problems.js";
import { shapeOf } from "./shape.js";
import { readSource } from "./syntax.js";

/** One file of a rubric that extends others, as it was read. */
export interface Layer {
  readonly source: Source;
  /** Its JSON, checked against the schema, defaults not filled in. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** Reads what `extends` names, seen from the file `from`. Throws TARE_RUBRIC_MISSING or TARE_UNKNOWN_NAME. */
export type OpenBase = (
  reference: string,
  from: string,
) => { readonly file: string; readonly source: string };

/**
 * The rubric and what it extends, the last base first. Throws TARE_RUBRIC_SYNTAX, TARE_RUBRIC_FIELD of any of the files,
 * TARE_RUBRIC_EXTENDS where they go round in a circle or a base cannot be read.
 */
export function readLayers(text: string, file: string, open: OpenBase): readonly [Layer, ...Layer[]] {
  const layers: [Layer, ...Layer[]] = [readLayer(text, file)];
  const chain = [normalize(file)];
  for (;;) {
    const { source, raw } = layers[0];
    if (typeof raw.extends !== "string") return layers;
    const base = openAt(source, raw.extends, open);
    const name = normalize(base.file);
    if (chain.includes(name)) {
      const round = [...chain.slice(chain.indexOf(name)), name].join(" -> ");
      throw extendsError(source, `goes round in a circle: ${round}`);
    }
    chain.push(name);
    layers.unshift(readLayer(base.source, base.file));
  }
}

function readLayer(text: string, file: string): Layer {
  const source = readSource(text, file);
  shapeOf(source);
  return { source, raw: getNodeValue(source.tree) as Record<string, unknown> };
}

function openAt(source: Source, reference: string, open: OpenBase): ReturnType<OpenBase> {
  try {
    return open(reference, source.file);
  } catch (error) {
    if (!(error instanceof TareError)) throw error;
    throw extendsError(source, `${JSON.stringify(reference)} cannot be read: ${error.message}`);
  }
}

function extendsError(source: Source, message: string): TareError {
  return problemsError("TARE_RUBRIC_EXTENDS", source, [{ path: ["extends"], message }]);
}
