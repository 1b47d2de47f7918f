import { type Skip, skip } from "../contract.js";
import { isOpenEnded } from "./open-end.js";

/** Puts a paragraph below an answer; skips one where it would fall into code, math or reasoning that never closes. */
export function below(response: string, paragraph: string): string | Skip {
  return isOpenEnded(response) ? skip("open-ended") : `${response.trimEnd()}\n\n${paragraph}`;
}

/** Puts a paragraph above an answer; what opens it keeps its place at the beginning of a line. */
export function above(response: string, paragraph: string): string {
  return `${paragraph}\n\n${response}`;
}
