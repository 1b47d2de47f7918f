import type { Item, OracleStep } from "../../../src/contract.js";
import { itemId, promptKey } from "../../../src/keys.js";
import type { Asked, Asking, NoAnswer, Role } from "../../../src/oracle/asking.js";
import type { AnswerOf, StepInputs } from "../../../src/oracle/steps.js";

/** What is answered to each step: by its inputs, or why there is no answer. */
export type Answers = {
  readonly [S in OracleStep]?: (inputs: StepInputs[S]) => AnswerOf<S> | NoAnswer;
};

export interface AskedFor {
  readonly step: OracleStep;
  readonly inputs: unknown;
  readonly role: Role;
}

/** Answers from a table and notes every question; the key of a call is its number. */
export function answering(answers: Answers): Pick<Asking, "ask"> & { readonly asked: readonly AskedFor[] } {
  const asked: AskedFor[] = [];
  return {
    asked,
    async ask<S extends OracleStep>(
      step: S,
      inputs: StepInputs[S],
      role: Role = "oracle",
    ): Promise<Asked<AnswerOf<S>>> {
      asked.push({ step, inputs, role });
      const calls = [`call ${asked.length}`];
      const answer = answers[step]?.(inputs as never);
      if (answer === undefined) throw new Error(`${step} was not to be asked`);
      if (typeof answer === "string") return { kind: "none", reason: answer, detail: "as told", calls };
      return { kind: "answer", answer: answer as AnswerOf<S>, calls };
    },
  };
}

const PROMPT = [{ role: "user", content: "What is a prime?" }];

/** An item with these answers, `chosen` before `rejected`. */
export function itemOf(responses: Item["responses"]): Item {
  const draft = { prompt: PROMPT, responses, subset: "" };
  return { ...draft, id: itemId(draft), promptKey: promptKey(PROMPT) };
}

export const CHOSEN = "A prime is a whole number above one that only one and itself divide, such as seven.";
export const REJECTED = "A prime is a number that is odd, such as nine, and it is quite a nice number too.";

export const TWO = itemOf([
  { role: "chosen", text: CHOSEN, style: "" },
  { role: "rejected", text: REJECTED, style: "" },
]);

export const ATTRIBUTES = ["accuracy", "clarity", "an example"].map((name) => ({ name, why: `why ${name}` }));

/** Every attribute with this grade. */
export function graded(grade: "strong" | "weak", others: Readonly<Record<string, "strong" | "weak">> = {}) {
  return {
    grades: ATTRIBUTES.map(({ name }) => ({ attribute: name, grade: others[name] ?? grade, quote: "" })),
  };
}

/** What a truthful verifier says where `better` is the better answer on `attribute`, and all else is the same. */
export function seeing(attribute: string | undefined, better: string) {
  return ({ a }: StepInputs["verify"]): AnswerOf<"verify"> => ({
    readings: ATTRIBUTES.map(({ name }) => ({
      attribute: name,
      better: name !== attribute ? "same" : a === better ? "A" : "B",
    })),
  });
}
