import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DeviceReport, ScorerOptions } from "../../contract.js";
import { openModel } from "../onnx.js";

/** Nodes of one operator on one execution provider, as the profiler saw them run. */
export interface Placement {
  /** onnxruntime's name, e.g. `CPUExecutionProvider`. */
  readonly provider: string;
  readonly operator: string;
  readonly nodes: number;
  /** Time in their kernels, over the one text that is scored. On a card: the time to launch them. */
  readonly microseconds: number;
}

/**
 * Where every node of a model runs: loads it with the profiler on, scores one short text, and reads the profile. Within
 * a session on a card single nodes may still fall to the CPU, silently; this is where it shows (operators on shapes do
 * so by design and cost nothing, int8 ones cost everything). Sorted by provider, then by nodes. Errors: as on opening.
 */
export async function placement(
  spec: string,
  options: ScorerOptions,
): Promise<{ readonly device: DeviceReport; readonly nodes: readonly Placement[] }> {
  const folder = await mkdtemp(join(tmpdir(), "tare-profile-"));
  try {
    // Opening scores the probe text: nothing more has to be run.
    const { session } = await openModel(spec, options, join(folder, "profile"));
    try {
      await session.endProfile();
    } finally {
      await session.close();
    }
    const [file] = await readdir(folder);
    const profile: unknown = JSON.parse(await readFile(join(folder, file!), "utf8"));
    return { device: session.device, nodes: countNodes(profile as readonly ProfileEvent[]) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What of an event of onnxruntime's profile (Chrome trace format) is read here. */
export interface ProfileEvent {
  readonly cat: string;
  readonly name: string;
  /** Microseconds. */
  readonly dur: number;
  readonly args?: { readonly provider?: string; readonly op_name?: string };
}

const KERNEL = "_kernel_time";

/** A node that ran several times counts once. */
export function countNodes(profile: readonly ProfileEvent[]): Placement[] {
  const found = new Map<string, { provider: string; operator: string; names: Set<string>; time: number }>();
  for (const { cat, name, dur, args } of profile) {
    if (cat !== "Node" || !name.endsWith(KERNEL)) continue;
    const { provider = "", op_name: operator = "" } = args ?? {};
    const key = `${provider} ${operator}`;
    const place = found.get(key) ?? { provider, operator, names: new Set(), time: 0 };
    place.names.add(name);
    place.time += dur;
    found.set(key, place);
  }
  return [...found.values()]
    .map(({ provider, operator, names, time }) => ({
      provider,
      operator,
      nodes: names.size,
      microseconds: time,
    }))
    .sort((a, b) => a.provider.localeCompare(b.provider, "en") || b.nodes - a.nodes);
}
