import type { OracleStep } from "../../contract.js";
import type { AnswerOf, StepInputs } from "../steps.js";
import type { ReadAnswer } from "./read-answer.js";

/**
 * Gives attributes the names they were asked for under, capitals and white space aside. An unknown one, one that is answered
 * twice, or one that is not, makes an answer unreadable; so do two attributes of one name, which nobody could tell apart.
 */
export function nameAsAsked<S extends OracleStep>(
  step: S,
  inputs: StepInputs[S],
  answer: AnswerOf<S>,
): ReadAnswer<S> {
  if (step === "grade") {
    const { attributes } = inputs as StepInputs["grade"];
    const { grades } = answer as AnswerOf<"grade">;
    return named(grades, attributes, (one) => ({ grades: one })) as ReadAnswer<S>;
  }
  if (step === "verify") {
    const { attributes } = inputs as StepInputs["verify"];
    const { readings } = answer as AnswerOf<"verify">;
    return named(readings, attributes, (one) => ({ readings: one })) as ReadAnswer<S>;
  }
  if (step === "merge")
    return merged(inputs as StepInputs["merge"], answer as AnswerOf<"merge">) as ReadAnswer<S>;
  const twice = step === "attributes" ? repeated(answer as AnswerOf<"attributes">) : undefined;
  return twice === undefined ? { kind: "read", answer } : unreadable(twice);
}

function named<T extends { readonly attribute: string }, A>(
  answers: readonly T[],
  asked: readonly { readonly name: string }[],
  wrap: (answers: T[]) => A,
): { readonly kind: "read"; readonly answer: A } | { readonly kind: "unreadable"; readonly problem: string } {
  const byName = new Map(asked.map(({ name }) => [bare(name), name]));
  const given = new Map<string, T>();
  for (const one of answers) {
    const name = byName.get(bare(one.attribute));
    if (name === undefined) return unreadable(`no attribute "${one.attribute}" was asked for`);
    if (given.has(name)) return unreadable(`the attribute "${name}" is answered twice`);
    given.set(name, { ...one, attribute: name });
  }
  const missing = asked.find(({ name }) => !given.has(name));
  if (missing !== undefined) return unreadable(`the attribute "${missing.name}" is not answered`);
  return { kind: "read", answer: wrap(asked.map(({ name }) => given.get(name)!)) };
}

/** `of` may leave attributes out, which is the model's to judge; it may not make them up. */
function merged({ attributes }: StepInputs["merge"], answer: AnswerOf<"merge">): ReadAnswer<"merge"> {
  const byName = new Map(attributes.map(({ name }) => [bare(name), name]));
  const stray = answer.attributes.flatMap(({ of }) => of).find((name) => !byName.has(bare(name)));
  if (stray !== undefined) return unreadable(`no attribute "${stray}" was given`);
  const twice = repeated(answer);
  if (twice !== undefined) return unreadable(twice);
  const renamed = answer.attributes.map((one) => ({
    ...one,
    of: one.of.map((name) => byName.get(bare(name))!),
  }));
  return { kind: "read", answer: { attributes: renamed } };
}

function repeated({
  attributes,
}: {
  readonly attributes: readonly { readonly name: string }[];
}): string | undefined {
  const names = attributes.map(({ name }) => bare(name));
  const twice = names.findIndex((name, at) => names.indexOf(name) !== at);
  return twice < 0 ? undefined : `the attribute "${attributes[twice]!.name}" is named twice`;
}

function unreadable(problem: string): { readonly kind: "unreadable"; readonly problem: string } {
  return { kind: "unreadable", problem };
}

const bare = (name: string): string =>
  name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s_-]+/gu, "");
