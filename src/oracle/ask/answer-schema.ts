import { z } from "zod";
import { ANSWERS, type StepInputs } from "../steps.js";

type Schema = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema that a server can hold a model to: that of the step's answer, without the lengths of strings, which strict
 * servers do not take. Where attributes are asked for, their names are the only ones, and there are as many.
 */
export function answerSchema<S extends keyof StepInputs>(step: S, inputs: StepInputs[S]): Schema {
  const schema = schemas.get(step) ?? schemaOf(step);
  schemas.set(step, schema);
  const names =
    step === "grade" || step === "verify" ? (inputs as StepInputs["grade"]).attributes : undefined;
  return withNames(
    schema,
    names?.map(({ name }) => name),
  ) as Schema;
}

/** Made once a step. */
const schemas = new Map<keyof StepInputs, Schema>();

function schemaOf(step: keyof StepInputs): Schema {
  const { $schema: _, ...schema } = z.toJSONSchema(ANSWERS[step], { io: "output" });
  return schema;
}

function withNames(schema: unknown, names: readonly string[] | undefined): unknown {
  if (Array.isArray(schema)) return schema.map((one) => withNames(one, names));
  if (typeof schema !== "object" || schema === null) return schema;
  const { minLength: _, maxLength: __, ...rest } = schema as Record<string, unknown>;
  const fields = Object.entries(rest).map(([field, value]) => {
    if (field === "attribute" && names !== undefined) return [field, { type: "string", enum: [...names] }];
    return [field, withNames(value, names)];
  });
  const many =
    rest.type === "array" && names !== undefined ? { minItems: names.length, maxItems: names.length } : {};
  return { ...Object.fromEntries(fields), ...many };
}
