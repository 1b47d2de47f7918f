import { TareError } from "../../errors.js";
import type { TensorMetadata } from "./protocol.js";

/** What the graph's own description says about how to feed it. */
export interface GraphShape {
  /** Names of the inputs, all int64 [batch, sequence]. */
  readonly inputs: readonly string[];
  /** The graph takes one text at a time. */
  readonly single: boolean;
  /** Every row must have this length; undefined where it is free. */
  readonly fixedLength: number | undefined;
  /** Heads by the output's shape; undefined where the shape does not tell. */
  readonly heads: number | undefined;
}

const GIVEN = ["input_ids", "attention_mask", "token_type_ids"];

/** Checks inputs and outputs at load. Errors: TARE_MODEL_INPUTS, TARE_MODEL_OUTPUTS. */
export function readGraphShape(
  graph: string,
  inputs: readonly TensorMetadata[],
  outputs: readonly TensorMetadata[],
): GraphShape {
  const refuse = (what: string): never => {
    throw new TareError("TARE_MODEL_INPUTS", what, { where: graph });
  };
  for (const input of inputs) {
    if (!GIVEN.includes(input.name)) refuse(`the graph wants the input ${print(input)}`);
    if (input.type !== "int64") refuse(`the input ${print(input)} is not int64`);
  }
  const ids = inputs.find((input) => input.name === "input_ids");
  if (ids === undefined)
    return refuse(`the graph has no input_ids; its inputs: ${inputs.map(print).join(", ")}`);
  const [batch, length] = ids.shape;
  if (typeof batch === "number" && batch > 1)
    refuse(`the batch dimension of ${print(ids)} is fixed to ${batch}`);
  return {
    inputs: inputs.map((input) => input.name),
    single: batch === 1,
    fixedLength: typeof length === "number" && length > 0 ? length : undefined,
    heads: readHeads(graph, outputs),
  };
}

function readHeads(graph: string, outputs: readonly TensorMetadata[]): number | undefined {
  const logits = outputs.find((output) => output.name === "logits");
  if (logits === undefined || (logits.shape.length !== 2 && logits.shape.length !== 0))
    throw new TareError("TARE_MODEL_OUTPUTS", `the outputs are ${outputs.map(print).join(", ")}`, {
      where: graph,
    });
  if (logits.type !== "float32" && logits.type !== "float16" && logits.type !== "float64")
    throw new TareError("TARE_MODEL_OUTPUTS", `the logits are ${print(logits)}, not float`, { where: graph });
  const heads = logits.shape[1];
  return typeof heads === "number" && heads > 0 ? heads : undefined;
}

function print({ name, type, shape }: TensorMetadata): string {
  return `${name} (${type} [${shape.join(", ")}])`;
}
