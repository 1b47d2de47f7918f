import type { OracleStep } from "../../contract.js";
import { ANSWERS, type AnswerOf, type StepInputs } from "../steps.js";
import { findJson } from "./find-json.js";
import { nameAsAsked } from "./name-as-asked.js";
import { withoutMarkers } from "./without-markers.js";

/** An answer that is what was asked for, or what is wrong with it, in words that can be said to the model. */
export type ReadAnswer<S extends OracleStep> =
  | { readonly kind: "read"; readonly answer: AnswerOf<S> }
  | { readonly kind: "unreadable"; readonly problem: string };

/**
 * Reads what a model answered to a step: tolerant of what stands around the JSON (find-json.ts), strict of what stands in
 * it. Attributes come back under the names that were asked for, texts without the markers they
 * were shown between. An answer that says two different things is none.
 */
export function readAnswer<S extends OracleStep>(
  step: S,
  inputs: StepInputs[S],
  text: string,
): ReadAnswer<S> {
  const places = findJson(text).map((values) => values.map((value) => readValue(step, inputs, value)));
  for (const found of places) {
    const answers = found.flatMap((one) => (one.kind === "read" ? [one.answer] : []));
    if (new Set(answers.map((one) => JSON.stringify(one))).size > 1)
      return { kind: "unreadable", problem: "there are several answers in it, which differ" };
    const [answer] = answers;
    if (answer !== undefined) return { kind: "read", answer };
  }
  return places.flat().find(({ kind }) => kind === "unreadable") ?? NONE;
}

const NONE = { kind: "unreadable", problem: "there is no JSON object in it" } as const;

function readValue<S extends OracleStep>(step: S, inputs: StepInputs[S], value: unknown): ReadAnswer<S> {
  const read = ANSWERS[step].safeParse(asObject(step, value));
  if (!read.success) {
    const { path, message } = read.error.issues[0]!;
    return { kind: "unreadable", problem: `${path.length === 0 ? "" : `${path.join(".")}: `}${message}` };
  }
  const answer = withoutMarkers(step, inputs, read.data as AnswerOf<S>);
  if (answer === undefined) return { kind: "unreadable", problem: "the markers of the question stand in it" };
  return nameAsAsked(step, inputs, answer);
}

/** An object that came as a JSON string, and a list that came without the one field it belongs in. */
function asObject(step: OracleStep, value: unknown): unknown {
  if (typeof value === "string") {
    const [inner] = findJson(value).flat();
    return typeof inner === "string" ? inner : asObject(step, inner);
  }
  const [field, ...more] = Object.keys(ANSWERS[step].shape);
  return Array.isArray(value) && more.length === 0 ? { [field!]: value as unknown } : value;
}
