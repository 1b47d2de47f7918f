import type { Device } from "../../contract.js";
import { messageOf, TareError } from "../../errors.js";
import { type AskedProcess, startAsked } from "../../scorers/onnx/asked-process.js";
import { type Attempt, devicesToTry, deviceUnavailable } from "../../scorers/onnx/devices.js";
import { childFile } from "./child-file.js";
import type { FromChild, LoadRequest, ToChild } from "./protocol.js";

export type ModelProcess = AskedProcess<ToChild, FromChild>;

/** A language model in a process of its own. */
export interface LoadedModel {
  readonly process: ModelProcess;
  readonly device: Device;
  /** Names of the graph's inputs and outputs. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

type Wanted = Omit<LoadRequest, "attempt"> & { readonly file: string };

/**
 * Loads a language model on the device asked for, or with `auto` on the first of a list that can be had; `file` is the graph,
 * for messages. Errors: TARE_MODEL_LOAD; TARE_MODEL_CONFIG where the library knows no language model of that type;
 * TARE_DEVICE_UNAVAILABLE where it loads on the CPU, but not on the device that was named.
 */
export async function loadModel(wanted: Wanted, asked: Device): Promise<LoadedModel> {
  const { loaded, device, reason } = await tryAll(wanted, devicesToTry(asked, undefined, process.platform));
  if (loaded !== undefined) return loaded;
  if (/^Unsupported model type/.test(reason))
    throw new TareError("TARE_MODEL_CONFIG", `this is no language model that can be run: ${reason}`, {
      where: wanted.path,
      fix: "Export a causal language model of a type that transformers.js knows (Optimum's task text-generation-with-past).",
    });
  if (device !== "cpu") {
    // Is it the device, or the graph? The CPU tells, and is let go of again.
    await (await loadModel(wanted, "cpu")).process.close();
    throw deviceUnavailable(device, reason, wanted.file);
  }
  throw new TareError("TARE_MODEL_LOAD", `onnxruntime: ${reason}`, { where: wanted.file });
}

interface Tried {
  readonly loaded?: LoadedModel;
  /** Of the last device that could not be had. */
  readonly device: Device;
  readonly reason: string;
}

/** One process for all devices, but after a driver that took its own with it: that is one more that cannot be had. */
async function tryAll(
  wanted: Wanted,
  [attempt, ...rest]: readonly Attempt[],
  started = start(wanted.file),
): Promise<Tried> {
  const { device } = attempt!;
  const { path, graph, threads } = wanted;
  const answer = await started
    .ask((id) => ({ type: "load", id, path, graph, threads, attempt: attempt! }), "the load of the graph")
    .catch((error: unknown) => ({ type: "died", reason: messageOf(error) }) as const);
  if (answer.type === "loaded") {
    const { inputs, outputs } = answer;
    return { loaded: { process: started, device, inputs, outputs }, device, reason: "" };
  }
  if (answer.type === "refused" && rest.length > 0) return tryAll(wanted, rest, started);
  await started.close();
  const reason = "reason" in answer ? answer.reason : "no answer";
  return rest.length === 0 ? { device, reason } : tryAll(wanted, rest);
}

function start(file: string): ModelProcess {
  return startAsked(childFile(), (how, what, complaint) => died(file, how, what, complaint));
}

function died(file: string, how: string, what: string, complaint: string): TareError {
  const lastWords = complaint.trim() === "" ? "" : `; its last words: ${complaint.trim().slice(-500)}`;
  return new TareError(
    "TARE_ORACLE_UNREACHABLE",
    `the process of the language model ended (${how}) while at ${what}${lastWords}`,
    {
      where: file,
      fix: "Out of memory is the usual cause: answers before it are kept, give the same command again.",
    },
  );
}
