import { fork } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { collate, longest } from "../dist/src/scorers/onnx/collate.js";
import { readFolder } from "../dist/src/scorers/onnx/folder.js";
import { makeBatches } from "../dist/src/scoring/batches.js";

const INPUTS = ["input_ids", "attention_mask", "token_type_ids"];

/** All texts in one length-sorted row of batches, under tare's own token budget: at least as tight as tare's windows. */
export async function bareBatches(model, { prepared, budget }) {
  const { config } = await readFolder(model, process.cwd());
  return makeBatches(prepared, budget).map((batch) => {
    const rows = batch.map(({ input }) => input);
    return collate(rows, INPUTS, config.pad_token_id ?? 0, longest(rows));
  });
}

/** Milliseconds that a bare session takes for the batches, in a process of its own. */
export async function bareRound(model, batches) {
  const { graph } = await readFolder(model, process.cwd());
  const child = fork(fileURLToPath(new URL("./bare-session.mjs", import.meta.url)), {
    serialization: "advanced",
    execArgv: [],
  });
  child.send({ graph, threads: availableParallelism(), batches });
  const [{ wall }] = await once(child, "message");
  return wall;
}
