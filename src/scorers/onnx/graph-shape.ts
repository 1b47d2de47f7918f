import { TareError } from "../../errors.js";
import { chooseOutput, printTensor } from "./choose-output.js";
import type { TensorMetadata } from "./protocol.js";

/** What the graph's own description says about how to feed it. */
export interface GraphShape {
  /** Names of the inputs, all int64 [batch, sequence]. */
  readonly inputs: readonly string[];
  /** The graph takes one text at a time. */
  readonly single: boolean;
  /** Every row must have this length; undefined where it is free. */
  readonly fixedLength: number | undefined;
  /** The output with the rewards. */
  readonly output: string;
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
    if (!GIVEN.includes(input.name)) refuse(`the graph wants the input ${printTensor(input)}`);
    if (input.type !== "int64") refuse(`the input ${printTensor(input)} is not int64`);
  }
  const ids = inputs.find((input) => input.name === "input_ids");
  if (ids === undefined)
    return refuse(`the graph has no input_ids; its inputs: ${inputs.map(printTensor).join(", ")}`);
  const [batch, length] = ids.shape;
  if (typeof batch === "number" && batch > 1)
    refuse(`the batch dimension of ${printTensor(ids)} is fixed to ${batch}`);
  const output = chooseOutput(graph, outputs);
  return {
    inputs: inputs.map((input) => input.name),
    single: batch === 1,
    fixedLength: typeof length === "number" && length > 0 ? length : undefined,
    output: output.name,
    heads: output.heads,
  };
}
