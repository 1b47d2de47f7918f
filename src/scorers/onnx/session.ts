import { setImmediate as turn } from "node:timers/promises";
import type { Device, DeviceReport } from "../../contract.js";
import { messageOf, TareError } from "../../errors.js";
import { type Attempt, devicesToTry, deviceUnavailable } from "./devices.js";
import { runFailure } from "./failures.js";
import type { Feeds, FromChild, TensorMetadata } from "./protocol.js";
import { type ScoringProcess, startProcess } from "./scoring-process.js";

/** A graph loaded in a process of its own. */
export interface Session {
  readonly inputs: readonly TensorMetadata[];
  readonly outputs: readonly TensorMetadata[];
  readonly device: DeviceReport;
  readonly threads: number;
  /** Logits of a batch, row-major [rows, heads]. `what` names the batch should the process die. Runs keep their order. */
  run(feeds: Feeds, what: string): Promise<Float64Array>;
  /** Has the profiler write its file. */
  endProfile(): Promise<void>;
  /** Milliseconds `session.run` has taken so far, loading excluded. */
  milliseconds(): number;
  close(): Promise<void>;
}

export interface SessionOptions {
  readonly threads: number;
  readonly device: Device;
  readonly deviceId?: number | undefined;
  /** Beginning of the path of the profiler's file; absent: no profiler. */
  readonly profile?: string | undefined;
  /** Aborted: the load is given up. A session that is loaded is not touched. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Loads a graph on the device asked for, or with `auto` on the first of a list that can be had.
 * Errors: TARE_MODEL_LOAD; TARE_DEVICE_UNAVAILABLE where the graph loads on the CPU, but not on the device that was named;
 * TARE_SCORER_DIED when the process goes away; TARE_INTERRUPTED; TARE_USAGE.
 */
export async function openSession(graph: string, options: SessionOptions): Promise<Session> {
  const { device: asked, deviceId } = options;
  const attempts = devicesToTry(asked, deviceId, process.platform);
  const { opened, failed } = await tryDevices(graph, options, attempts, []);
  if (opened !== undefined) return sessionOf(graph, options, opened, failed);
  const { device, reason } = failed.at(-1)!;
  if (device !== "cpu") {
    // Is it the device, or the graph? The CPU tells, and is let go of again.
    await (
      await openSession(graph, { threads: options.threads, device: "cpu", signal: options.signal })
    ).close();
    throw deviceUnavailable(device, reason, graph);
  }
  throw new TareError("TARE_MODEL_LOAD", `onnxruntime: ${reason}`, { where: graph });
}

interface Opened {
  readonly process: ScoringProcess;
  readonly loaded: Extract<FromChild, { type: "loaded" }>;
}

interface Tried {
  readonly opened?: Opened;
  readonly failed: DeviceReport["failed"];
}

async function tryDevices(
  graph: string,
  options: SessionOptions,
  attempts: readonly Attempt[],
  before: DeviceReport["failed"],
): Promise<Tried> {
  const { threads, profile, signal } = options;
  stopIfGivenUp(signal, graph);
  const process = startProcess(graph);
  const giveUp = () => void process.close();
  signal?.addEventListener("abort", giveUp, { once: true });
  const request = { path: graph, threads, attempts, ...(profile === undefined ? {} : { profile }) };
  try {
    const loaded = await process.ask(() => ({ type: "load", ...request }), "the load of the graph");
    if (loaded.type === "loaded")
      return { opened: { process, loaded }, failed: [...before, ...loaded.failed] };
    await process.close();
    return { failed: loaded.type === "refused" ? [...before, ...loaded.failed] : before };
  } catch (error) {
    // A driver that takes the process with it is one more device that cannot be had.
    const [first, ...rest] = attempts;
    await turn(); // Ctrl-C reaches the process as it does us, perhaps sooner
    stopIfGivenUp(signal, graph);
    if (first!.device === "cpu" || TOLD_TO_END.test(messageOf(error))) throw error;
    const failed = [...before, { device: first!.device, reason: messageOf(error) }];
    return rest.length === 0 ? { failed } : tryDevices(graph, options, rest, failed);
  } finally {
    signal?.removeEventListener("abort", giveUp);
  }
}

/** That is nothing about a device. */
const TOLD_TO_END = /\(signal SIG(INT|TERM)\)/;

function stopIfGivenUp(signal: AbortSignal | undefined, graph: string): void {
  if (signal?.aborted === true)
    throw new TareError("TARE_INTERRUPTED", "interrupted while the graph was loaded", { where: graph });
}

function sessionOf(
  graph: string,
  options: SessionOptions,
  { process, loaded }: Opened,
  failed: DeviceReport["failed"],
): Session {
  let milliseconds = 0;
  return {
    inputs: loaded.inputs,
    outputs: loaded.outputs,
    device: { asked: options.device, obtained: loaded.obtained, failed },
    threads: options.threads,
    run: async (feeds, what) => {
      const answer = await process.ask((id) => ({ type: "run", id, feeds }), what);
      if (answer.type !== "scored")
        throw runFailure(graph, what, answer.type === "failed" ? answer.message : "no answer");
      milliseconds = answer.milliseconds;
      return answer.logits;
    },
    endProfile: async () => {
      await process.ask((id) => ({ type: "end-profile", id }), "the profile");
    },
    milliseconds: () => milliseconds,
    close: process.close,
  };
}
