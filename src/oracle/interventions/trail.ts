import type { Item, OracleStep } from "../../contract.js";
import { digestOf } from "../../keys.js";
import type { Asked, Asking, Role } from "../asking.js";
import { sameAttribute } from "../same-attribute.js";
import type { AnswerOf, Attribute, StepInputs } from "../steps.js";
import { type Behind, isRefusal, type Refusal, refuse } from "./intervention.js";

/** Asks about one item; a question that several operators have in common is asked once. */
export type AskOnce = Asking["ask"];

export function askOnce(asking: Pick<Asking, "ask">): AskOnce {
  const known = new Map<string, Promise<Asked<unknown>>>();
  return <S extends OracleStep>(step: S, inputs: StepInputs[S], role: Role = "oracle") => {
    const key = digestOf([step, role, inputs]);
    const asked = known.get(key) ?? asking.ask(step, inputs, role);
    known.set(key, asked);
    return asked as Promise<Asked<AnswerOf<S>>>;
  };
}

/** The way to one intervention: what is asked on it is noted. */
export interface Trail {
  readonly item: Item;
  readonly behind: readonly Behind[];
  /** The answer, or why there is none. `part` names the question where its step alone does not. */
  ask<S extends OracleStep>(
    step: S,
    inputs: StepInputs[S],
    as?: { readonly part?: string; readonly role?: Role },
  ): Promise<AnswerOf<S> | Refusal>;
  /** What makes answers to the item's prompt good: as given, else as the oracle finds it. */
  attributes(): Promise<readonly Attribute[] | Refusal>;
}

export function openTrail(item: Item, ask: AskOnce, given: readonly Attribute[] | undefined): Trail {
  const behind: Behind[] = [];
  const askAndNote: Trail["ask"] = async (step, inputs, { part = step, role = "oracle" } = {}) => {
    const asked = await ask(step, inputs, role);
    for (const call of asked.calls)
      if (!behind.some((one) => one.part === part && one.call === call)) behind.push({ part, call });
    return asked.kind === "answer" ? asked.answer : refuse(asked.reason, asked.detail);
  };
  return {
    item,
    behind,
    ask: askAndNote,
    async attributes() {
      if (given !== undefined) return given;
      const found = await askAndNote("attributes", { prompt: item.prompt });
      return isRefusal(found) ? found : distinct(found.attributes);
    },
  };
}

/** A name that comes twice would be read twice. */
function distinct(attributes: readonly Attribute[]): readonly Attribute[] {
  return attributes.filter(
    ({ name }, index) => attributes.findIndex((other) => sameAttribute(other.name, name)) === index,
  );
}
