import { z } from "zod";
import { ORACLE_STEPS, type OracleStep } from "../../contract.js";
import { STEP_DATA } from "../ask/step-data.js";
import { ANSWERS } from "../steps.js";

const FORMAT = "tare-oracle-replay";
const VERSION = 1;

const header = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  model: z.string().trim().min(1),
  note: z.string(),
});
const record = z.strictObject({
  step: z.enum(ORACLE_STEPS),
  inputs: z.record(z.string(), z.unknown()),
  answer: z.unknown().optional(),
  text: z.string().optional(),
});

/** What the prompt file of a step is filled with: a record with other fields would never be found. */
function fieldsOf(step: OracleStep): readonly string[] {
  const data: readonly string[] = Object.values(STEP_DATA[step]);
  return step === "rewrite" ? [...data, "to"] : data; // how to rewrite is an instruction, no data
}

export interface Line {
  readonly step: OracleStep;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** The answer as a model would give it. */
  readonly text: string;
}

/** Reads the first line of a file. Throws a plain Error that says what is wrong. */
export function readHeader(value: unknown): { readonly model: string; readonly note: string } {
  const given = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  if (given.format === FORMAT && typeof given.version === "number" && given.version !== VERSION)
    throw new Error(`version ${given.version} of the format: this tare reads version ${VERSION}`);
  if (given.format !== FORMAT)
    throw new Error(
      `the first line of a replay is {"format":"${FORMAT}","version":${VERSION},"model":"…","note":"…"}`,
    );
  return shaped(header, value);
}

/** Reads any other line. Throws a plain Error that says what is wrong. */
export function readLine(value: unknown): Line {
  const { step, inputs, answer, text } = shaped(record, value);
  const wanted = fieldsOf(step);
  const missing = wanted.find((name) => !Object.hasOwn(inputs, name));
  const stranger = Object.keys(inputs).find((name) => !wanted.includes(name));
  if (missing !== undefined || stranger !== undefined)
    throw new Error(
      `the inputs of ${step} are ${wanted.join(", ")}: ${missing ?? stranger} is ${missing === undefined ? "none of them" : "missing"}`,
    );
  if ((answer === undefined) === (text === undefined))
    throw new Error("a record holds either an answer (JSON) or a text (as a model would give it)");
  if (text !== undefined) return { step, inputs, text };
  return { step, inputs, text: JSON.stringify(shaped<unknown>(ANSWERS[step], answer, "answer")) };
}

function shaped<T>(schema: z.ZodType<T>, value: unknown, within = ""): T {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const [issue] = error.issues;
  const path = [within, ...issue!.path].filter((part) => part !== "").join(".");
  throw new Error(`${path === "" ? "" : `${path}: `}${issue!.message}`);
}
