import type { Device } from "../../contract.js";
import { TareError } from "../../errors.js";

/** A device by its name, and the execution providers a session on it is given, in order of preference. */
export interface Attempt {
  readonly device: Device;
  readonly providers: readonly { readonly name: string; readonly deviceId?: number }[];
}

/** Devices of which a machine may have several, told apart by a number. */
const NUMBERED: readonly Device[] = ["cuda", "tensorrt", "dml"];

/**
 * What `auto` tries. WebGPU is not on the list, since it takes software adapters (SwiftShader, llvmpipe) for a card: far
 * slower than the CPU itself. TensorRT is not, since it builds engines for minutes before the first score.
 */
const AUTOMATIC: Readonly<Partial<Record<NodeJS.Platform, readonly Device[]>>> = {
  win32: ["cuda", "dml", "cpu"],
  darwin: ["coreml", "cpu"],
};

/** The devices to try, one after the other; never a silent change of a named one. Errors: TARE_USAGE. */
export function devicesToTry(
  asked: Device,
  deviceId: number | undefined,
  platform: NodeJS.Platform,
): Attempt[] {
  if (deviceId !== undefined && asked !== "auto" && !NUMBERED.includes(asked))
    throw new TareError(
      "TARE_USAGE",
      `--device-id goes with ${NUMBERED.join(", ")} or auto, not with ${asked}`,
    );
  const devices = asked === "auto" ? (AUTOMATIC[platform] ?? ["cuda", "cpu"]) : [asked];
  return devices.map((device) => ({ device, providers: providersOf(device, deviceId) }));
}

/** TensorRT leaves the operators it does not know to CUDA, on the same card. */
function providersOf(device: Device, deviceId: number | undefined): Attempt["providers"] {
  const names = device === "tensorrt" ? ["tensorrt", "cuda"] : [device];
  const numbered = deviceId !== undefined && NUMBERED.includes(device);
  return names.map((name) => (numbered ? { name, deviceId } : { name }));
}

const CUDA =
  "Place onnxruntime's CUDA provider libraries beside onnxruntime-node's own (README, On a GPU), or take --device cpu.";

/** What to do where a device cannot be had. */
const FIXES: Readonly<Partial<Record<Device, string>>> = {
  cuda: CUDA,
  tensorrt: CUDA,
  webgpu:
    "Install a Vulkan driver, or name one with VK_ICD_FILENAMES (README, On a GPU), or take --device cpu.",
  dml: "DirectML is a part of Windows; elsewhere take --device cuda, webgpu or cpu.",
  coreml: "Core ML is a part of macOS; elsewhere take --device cuda, webgpu or cpu.",
};

export function deviceUnavailable(device: Device, reason: string, graph: string): TareError {
  const fix = FIXES[device];
  return new TareError("TARE_DEVICE_UNAVAILABLE", `no session on ${device}: ${reason}`, {
    where: graph,
    ...(fix === undefined ? {} : { fix }),
  });
}
