import type { Text, Truncation } from "../../contract.js";
import { TareError } from "../../errors.js";

/** How many ids at either end are not to be cut: what the template writes before the first message and after the response. */
export interface Kept {
  readonly opening: number;
  readonly closing: number;
}

/** The ids that stay when only `maxLength` may. Longer openings and closings than that lose to the window. */
export function cutIds(
  ids: readonly number[],
  kept: Kept,
  maxLength: number,
  from: "left" | "right",
): number[] {
  if (from === "right") {
    const tail = Math.min(kept.closing, maxLength);
    return [...ids.slice(0, maxLength - tail), ...ids.slice(ids.length - tail)];
  }
  const head = Math.min(kept.opening, maxLength);
  return [...ids.slice(0, head), ...ids.slice(ids.length - (maxLength - head))];
}

/** For `--truncation error`. Errors: TARE_TEXT_TOO_LONG. */
export function refuseLong(
  truncation: Truncation,
  found: { readonly text: Text; readonly name: string; readonly tokens: number; readonly maxLength: number },
): void {
  if (truncation !== "error") return;
  const { text, name, tokens, maxLength } = found;
  const beginning = JSON.stringify((text.messages[0]?.content ?? text.response).slice(0, 60));
  throw new TareError(
    "TARE_TEXT_TOO_LONG",
    `${name} is ${tokens} tokens long, ${tokens - maxLength} more than the model takes; its prompt begins ${beginning}`,
  );
}
