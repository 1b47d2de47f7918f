/** What a session may be asked to run on; `auto` takes the first that can be had of a list of its own. */
export const DEVICES = ["auto", "cpu", "cuda", "webgpu", "tensorrt", "dml", "coreml"] as const;
export type Device = (typeof DEVICES)[number];

/** Where a session runs, and what could not be had before it. */
export interface DeviceReport {
  readonly asked: Device;
  readonly obtained: Device;
  readonly failed: readonly { readonly device: Device; readonly reason: string }[];
}
