import type { Device } from "../../contract.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** NVIDIA's switch, read by cuBLAS and cuDNN when a process begins: 0 turns TF32 off. */
const SWITCH = "NVIDIA_TF32_OVERRIDE";

/** Devices whose float32 products may be worked out in TF32. */
const WITH_TF32: readonly Device[] = ["cuda", "tensorrt"];

/**
 * The environment of a process that scores: float32 is float32 unless the user has set the switch. onnxruntime would round the
 * factors of every product to 10 bits (TF32): measured on an H200, logits then lie 1e-2 from PyTorch's instead of 1e-5, and a
 * score moves with the shape of its batch, so that texts would have to be scored one by one.
 */
export function withoutTf32(env: Environment): Environment {
  return { ...env, [SWITCH]: env[SWITCH] ?? "0" };
}

/** The execution provider as a scorer names it: with TF32 by the user's wish it is another one. */
export function nameProvider(device: Device, env: Environment): string {
  return WITH_TF32.includes(device) && withoutTf32(env)[SWITCH] !== "0" ? `${device}+tf32` : device;
}
