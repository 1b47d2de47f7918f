import type { AnswerOf, StepInputs } from "../steps.js";
import { markerFor } from "./step-data.js";

/**
 * An answer without the markers that its text was put between: models give them back with the text. Undefined where they
 * stand anywhere but around a rewritten text, which nobody could mend.
 */
export function withoutMarkers<S extends keyof StepInputs>(
  step: S,
  inputs: StepInputs[S],
  answer: AnswerOf<S>,
): AnswerOf<S> | undefined {
  const marker = markerFor(step, inputs);
  if (!JSON.stringify(answer).includes(marker)) return answer;
  const { rewritten } = answer as { rewritten?: string };
  if (rewritten === undefined) return undefined;
  const around = new RegExp(`^\\s*<[a-z-]+-${marker}>\\n?|\\n?</[a-z-]+-${marker}>\\s*$`, "gu");
  const bare = { ...answer, rewritten: rewritten.replace(around, "") };
  return bare.rewritten === "" || JSON.stringify(bare).includes(marker) ? undefined : bare;
}
