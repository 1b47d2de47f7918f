import type { Message, OracleReply, OracleStep } from "../../contract.js";
import { digestOf } from "../../keys.js";

/** Answers that were recorded, and who gave them. */
export interface Recording {
  readonly model: string;
  readonly note: string;
  /** Of everything that the recording answers. */
  readonly digest: string;
  /** Undefined where there is none. Errors: TARE_ORACLE_NOT_RECORDED where there are several. */
  find(question: Question): Recorded | undefined;
  close(): void;
}

export interface Question {
  readonly step: OracleStep;
  readonly inputs: unknown;
  readonly messages: readonly Message[];
}

export interface Recorded {
  readonly text: string;
  readonly finish: OracleReply["finish"];
  readonly servedModel: string;
}

/** A question is known by its step and what its prompt file was filled with, however that file is worded. */
export function questionKey(step: OracleStep, inputs: unknown): string {
  return digestOf({ step, inputs });
}
