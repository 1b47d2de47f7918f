/** What parent and child say to each other (node:child_process, serialization "advanced": typed arrays travel as they are). */
import type { DeviceReport } from "../../contract.js";
import type { Attempt } from "./devices.js";

export interface TensorMetadata {
  readonly name: string;
  readonly type: string;
  /** A number where the dimension is fixed, a name where it is dynamic. */
  readonly shape: readonly (number | string)[];
}

export interface Feeds {
  readonly rows: number;
  readonly length: number;
  /** The output to be read. */
  readonly output: string;
  /** Input name -> row-major [rows, length]. */
  readonly arrays: Readonly<Record<string, BigInt64Array>>;
}

export interface LoadRequest {
  readonly path: string;
  readonly threads: number;
  /** Tried in this order; the first that can be had is taken. */
  readonly attempts: readonly Attempt[];
  /** Where the profiler writes (beginning of a file's path); absent: no profiler. */
  readonly profile?: string;
}

export type ToChild =
  | ({ readonly type: "load" } & LoadRequest)
  | { readonly type: "run"; readonly id: number; readonly feeds: Feeds }
  | { readonly type: "end-profile"; readonly id: number };

export type FromChild =
  | {
      readonly type: "loaded";
      readonly inputs: readonly TensorMetadata[];
      readonly outputs: readonly TensorMetadata[];
      readonly obtained: DeviceReport["obtained"];
      readonly failed: DeviceReport["failed"];
    }
  | { readonly type: "refused"; readonly failed: DeviceReport["failed"] }
  | {
      readonly type: "scored";
      readonly id: number;
      /** Row-major [rows, heads]. */
      readonly logits: Float64Array;
      readonly milliseconds: number;
    }
  | { readonly type: "profiled"; readonly id: number }
  | { readonly type: "failed"; readonly id: number; readonly message: string };
