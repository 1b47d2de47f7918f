import type { OracleReply } from "../../contract.js";
import { canonicalJson } from "../../keys.js";
import type { Store } from "../../store/open.js";
import { writeAttributes, writeGrades } from "../../store/oracle/attributes.js";
import { type CallOutcome, type KnownCall, writeCall } from "../../store/oracle/calls.js";
import type { AnswerOf, StepInputs } from "../steps.js";
import { copiesExample } from "./copied-example.js";
import { declines } from "./declines.js";
import type { Question } from "./question.js";
import { type ReadAnswer, readAnswer } from "./read-answer.js";

/** Reads a reply and writes it down, with the attributes or grades in it, all at once. */
export function keepAnswer(
  store: Store,
  question: Question,
  reply: OracleReply,
  cost: number | null,
  at: string,
): KnownCall {
  const { key, template, repairs, inputs, request, oracle } = question;
  const { step, messages, schema, sampling } = request;
  const read = withoutCopies(question, readAnswer(step, inputs, reply.text));
  const { outcome, problem } = outcomeOf(read, reply);
  const parsed = outcome === "read" && read.kind === "read" ? read.answer : undefined;
  const { servedModel, promptTokens, completionTokens, attempts, milliseconds } = reply;
  const call = {
    ...{ key, oracle: oracle.key, template, repairs },
    ...{ inputs: canonicalJson(inputs), messages: JSON.stringify(messages) },
    ...{ schema: JSON.stringify(schema), sampling: JSON.stringify(sampling) },
    ...{ answer: reply.text, parsed: parsed === undefined ? null : JSON.stringify(parsed), outcome, problem },
    ...{ servedModel, promptTokens, completionTokens, cost, attempts, at },
    milliseconds: Math.round(milliseconds),
  };
  return writeCall(store, call, () => {
    if (parsed === undefined) return;
    if (step === "attributes") {
      const { prompt } = inputs as StepInputs["attributes"];
      writeAttributes(store, key, prompt, (parsed as AnswerOf<"attributes">).attributes);
    }
    if (step === "grade") {
      const { prompt, answer } = inputs as StepInputs["grade"];
      const text = { messages: prompt, response: answer };
      writeGrades(store, key, text, (parsed as AnswerOf<"grade">).grades);
    }
  });
}

/** The example of the form that a model was shown is no answer of its own. */
function withoutCopies(
  { examples }: Question,
  read: ReadAnswer<keyof StepInputs>,
): ReadAnswer<keyof StepInputs> {
  if (read.kind !== "read" || !copiesExample(read.answer, examples)) return read;
  return { kind: "unreadable", problem: "it is the example of the form, not an answer to this request" };
}

/** A refusal is none to mend, and neither is an answer that was cut off before it could be read. */
function outcomeOf(
  read: ReadAnswer<keyof StepInputs>,
  { text, finish }: OracleReply,
): { readonly outcome: CallOutcome; readonly problem: string } {
  if (finish === "refused") return { outcome: "refused", problem: "the server says that the model declined" };
  if (read.kind === "read") return { outcome: "read", problem: "" };
  if (finish === "length")
    return { outcome: "truncated", problem: `it was cut off at the most tokens allowed (${read.problem})` };
  if (declines(text)) return { outcome: "refused", problem: `the model declined: ${shown(text)}` };
  return { outcome: "unreadable", problem: read.problem };
}

const SHOWN = 160;

function shown(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN)} …`;
}
