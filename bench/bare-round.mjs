import { fork } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { readFolder } from "../dist/src/scorers/onnx/folder.js";
import { withoutTf32 } from "../dist/src/scorers/onnx/tf32.js";
import { makeBatches } from "../dist/src/scoring/batches.js";

/** All texts in one length-sorted row of batches, under tare's own token budget: at least as tight as tare's windows. */
export async function bareBatches(model, { prepared, budget }) {
  const { config } = await readFolder(model, { cwd: process.cwd() });
  const padId = BigInt(config.pad_token_id ?? 0);
  return makeBatches(prepared, budget).map((batch) => padRight(batch, padId));
}

/** Row-major [rows, length]; every input a reward model's graph may ask for. */
function padRight(batch, padId) {
  const length = Math.max(...batch.map(({ tokens }) => tokens));
  const grid = (cell) =>
    BigInt64Array.from({ length: batch.length * length }, (_, at) =>
      cell(batch[Math.floor(at / length)].input, at % length),
    );
  return {
    rows: batch.length,
    length,
    arrays: {
      input_ids: grid(({ ids }, at) => (at < ids.length ? BigInt(ids[at]) : padId)),
      attention_mask: grid(({ ids }, at) => (at < ids.length ? 1n : 0n)),
      token_type_ids: grid(({ ids, second }, at) => (at >= second && at < ids.length ? 1n : 0n)),
    },
  };
}

/** Milliseconds that a bare session takes for the batches, in a process of its own. */
export async function bareRound(model, batches, { device = "cpu", threads = availableParallelism(), spin }) {
  const { graph } = await readFolder(model, { cwd: process.cwd() });
  const child = fork(fileURLToPath(new URL("./bare-session.mjs", import.meta.url)), {
    serialization: "advanced",
    execArgv: [],
    env: withoutTf32(process.env),
  });
  child.send({ graph, device, threads, spin, batches });
  const [{ wall }] = await once(child, "message");
  return wall;
}
