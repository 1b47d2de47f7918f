/** What parent and child say to each other (node:child_process, serialization "advanced"). */
import type { Attempt } from "../../scorers/onnx/devices.js";

export interface LoadRequest {
  /** Absolute path of the model folder. */
  readonly path: string;
  /** The graph, relative to it. */
  readonly graph: string;
  readonly threads: number;
  readonly attempt: Attempt;
}

export interface GenerateRequest {
  /** Ids of the rendered conversation. */
  readonly ids: readonly number[];
  /** Most ids of the answer. */
  readonly maxTokens: number;
  /** 0: always the likeliest token. */
  readonly temperature: number;
  readonly seed: number;
  /** Ids that end an answer. */
  readonly ends: readonly number[];
}

export type ToChild =
  | ({ readonly type: "load"; readonly id: number } & LoadRequest)
  | ({ readonly type: "generate"; readonly id: number } & GenerateRequest)
  /** Gives up what is being generated, if it is that. */
  | { readonly type: "stop"; readonly question: number };

export type FromChild =
  | {
      readonly type: "loaded";
      readonly id: number;
      readonly inputs: readonly string[];
      readonly outputs: readonly string[];
    }
  | { readonly type: "refused"; readonly id: number; readonly reason: string }
  | {
      readonly type: "generated";
      readonly id: number;
      /** What was generated, the id that ended it included. */
      readonly ids: readonly number[];
      readonly milliseconds: number;
    }
  | { readonly type: "failed"; readonly id: number; readonly message: string };
