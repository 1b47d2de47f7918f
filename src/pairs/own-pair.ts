import type { Expectation, Message } from "../contract.js";
import { fieldError, isRecord, readLabel, readText, typeName } from "../formats/fields.js";
import { readPrompt } from "../formats/messages.js";
import { splitDose } from "./compose.js";

/** A counterfactual pair that a user wrote. */
export interface OwnPair {
  readonly prompt: readonly Message[];
  readonly base: string;
  readonly variant: string;
  /** The prompt of the variant, where it is another. */
  readonly variantPrompt: readonly Message[] | undefined;
  readonly expects: Expectation;
  readonly attribute: string;
  readonly augmentation: string;
  readonly dose: number | undefined;
  /** Did the record name its augmentation? */
  readonly named: boolean;
}

const EXPECTS: readonly Expectation[] = ["lower", "higher", "same", "not-higher"];

/** `fallback` names the augmentation where the record does not. Throws TARE_DATA_FIELD. */
export function readOwnPair(value: unknown, fallback: string): OwnPair {
  if (!isRecord(value)) throw fieldError("record", typeName(value), "an object");
  const prompt = readPrompt(value, "prompt");
  const [base, variant, expects] = ["base", "variant", "expects"].map((field) => readText(value, field));
  if (!EXPECTS.includes(expects as Expectation))
    throw fieldError("expects", JSON.stringify(expects), `one of ${EXPECTS.join(", ")}`);
  for (const [field, text] of Object.entries({ base, variant }))
    if (text!.trim() === "") throw fieldError(field, "empty", "a text");
  // Tables have an empty cell or null where a pair has no prompt of its own.
  const other = value.variant_prompt ?? "";
  const variantPrompt = other === "" ? undefined : readPrompt(value, "variant_prompt");
  if (base === variant && variantPrompt === undefined)
    throw fieldError("variant", "the same as base", "another text");
  const own = readLabel(value, "augmentation");
  const augmentation = own || fallback;
  return {
    prompt,
    base: base!,
    variant: variant!,
    variantPrompt,
    expects: expects as Expectation,
    attribute: readLabel(value, "attribute") || augmentation,
    ...(own === "" ? { augmentation, dose: undefined } : withDose(own)),
    named: own !== "",
  };
}

/** `name@2` has the dose 2. */
function withDose(augmentation: string): Pick<OwnPair, "augmentation" | "dose"> {
  const { name, dose } = splitDose(augmentation);
  if (dose === undefined) return { augmentation, dose: undefined };
  if (Number(dose) > 0) return { augmentation: name, dose: Number(dose) };
  throw fieldError("augmentation", JSON.stringify(augmentation), "a name, and after an @ nothing but a dose");
}
