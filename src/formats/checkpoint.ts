import type { Rollout } from "../contract.js";
import { type DataRecord, fieldError, typeName } from "./fields.js";
import { asNumber } from "./numbers.js";

/** When a policy gave its responses; undefined where the record does not say. Throws TARE_DATA_FIELD. */
export function readCheckpoint({ checkpoint, step }: DataRecord): Rollout | undefined {
  const told = [checkpoint, step].map((value) => value !== undefined && value !== null && value !== "");
  if (!told.includes(true)) return undefined;
  return {
    checkpoint: told[0]! ? nameOf(checkpoint) : "",
    step: told[1]! ? asNumber(step, "step") : null,
  };
}

function nameOf(value: unknown): string {
  if (typeof value === "string" || typeof value === "number") return String(value);
  throw fieldError("checkpoint", typeName(value), "a string or a number");
}
