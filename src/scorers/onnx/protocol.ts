/** What parent and child say to each other (node:child_process, serialization "advanced": typed arrays travel as they are). */

export interface TensorMetadata {
  readonly name: string;
  readonly type: string;
  /** A number where the dimension is fixed, a name where it is dynamic. */
  readonly shape: readonly (number | string)[];
}

export interface Feeds {
  readonly rows: number;
  readonly length: number;
  /** Input name -> row-major [rows, length]. */
  readonly arrays: Readonly<Record<string, BigInt64Array>>;
}

export type ToChild =
  | { readonly type: "load"; readonly path: string; readonly threads: number }
  | { readonly type: "run"; readonly id: number; readonly feeds: Feeds };

export type FromChild =
  | {
      readonly type: "loaded";
      readonly inputs: readonly TensorMetadata[];
      readonly outputs: readonly TensorMetadata[];
    }
  | { readonly type: "refused"; readonly message: string }
  | {
      readonly type: "scored";
      readonly id: number;
      /** Row-major [rows, heads]. */
      readonly logits: Float64Array;
      readonly milliseconds: number;
    }
  | { readonly type: "failed"; readonly id: number; readonly message: string };
