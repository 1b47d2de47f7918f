import { TareError } from "../../errors.js";
import type { TensorMetadata } from "./protocol.js";

export interface Output {
  readonly name: string;
  /** Heads by the output's shape; undefined where the shape does not tell. */
  readonly heads: number | undefined;
}

const FLOATS: ReadonlySet<string> = new Set(["float32", "float16", "float64"]);
/** What a model without a head gives: vectors that mean no reward, though their shape is [batch, n] too. */
const VECTORS = /hidden|pool|embed/i;

/**
 * The output with the rewards: `logits`, else the only one of floats with shape [batch, heads] (`score`, `rewards`).
 * Errors: TARE_MODEL_OUTPUTS.
 */
export function chooseOutput(graph: string, outputs: readonly TensorMetadata[]): Output {
  const list = outputs.map(printTensor).join(", ");
  const refuse = (what: string): TareError => new TareError("TARE_MODEL_OUTPUTS", what, { where: graph });
  const logits = outputs.find(({ name }) => name === "logits");
  if (logits !== undefined) {
    if (logits.shape.length !== 2 && logits.shape.length !== 0) throw refuse(`the outputs are ${list}`);
    if (!FLOATS.has(logits.type)) throw refuse(`the logits are ${printTensor(logits)}, not float`);
    return describeOutput(logits);
  }
  const fitting = outputs.filter(
    ({ name, type, shape }) => FLOATS.has(type) && shape.length === 2 && !VECTORS.test(name),
  );
  if (fitting.length !== 1)
    throw refuse(`none of the outputs is called logits, and ${fitting.length} could be: ${list}`);
  return describeOutput(fitting[0]!);
}

function describeOutput({ name, shape }: TensorMetadata): Output {
  const heads = shape[1];
  return { name, heads: typeof heads === "number" && heads > 0 ? heads : undefined };
}

export function printTensor({ name, type, shape }: TensorMetadata): string {
  return `${name} (${type} [${shape.join(", ")}])`;
}
