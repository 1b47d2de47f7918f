import type { Message, OracleStep } from "../../contract.js";
import { digestOf } from "../../keys.js";
import type { Attribute, StepInputs } from "../steps.js";

/**
 * The variables of each prompt file that hold data, each with the field of the step's inputs it stands for. They are text,
 * already between markers.
 */
export const STEP_DATA = {
  attributes: { prompt: "prompt" },
  merge: { attributes: "attributes" },
  grade: { prompt: "prompt", answer: "answer", attributes: "attributes" },
  degrade: { prompt: "prompt", answer: "answer", attribute: "attribute", keep: "keep" },
  upgrade: { prompt: "prompt", answer: "answer", attribute: "attribute", keep: "keep" },
  paraphrase: { prompt: "prompt", answer: "answer" },
  can: { prompt: "prompt", answer: "answer", model: "model", attributes: "attributes" },
  rewrite: { prompt: "prompt", answer: "answer" },
  verify: { prompt: "prompt", attributes: "attributes", answer_a: "a", answer_b: "b" },
} as const satisfies { readonly [S in OracleStep]: Readonly<Record<string, keyof StepInputs[S]>> };

/** The variable of every prompt file that names the markers. */
export const MARKER = "marker";
/** The variable of rewrite.md that says how to rewrite: the line under `to` of its front matter. */
export const INSTRUCTION = "instruction";

/**
 * What a prompt file's variables are filled with: every piece of data between `<name-MARKER>` and `</name-MARKER>`, where
 * the marker stands nowhere in the data, so that nothing in them can end the piece it stands in.
 */
export function fillStep<S extends OracleStep>(
  step: S,
  inputs: StepInputs[S],
): Readonly<Record<string, string>> {
  const fields = inputs as unknown as Readonly<Record<string, unknown>>;
  const marker = markerFor(step, inputs);
  const data = Object.entries(STEP_DATA[step]).map(([variable, field]) => [
    variable,
    between(variable.replace("_", "-"), marker, asText(fields[field], marker)),
  ]);
  return { ...Object.fromEntries(data), [MARKER]: marker };
}

/** Eight hex digits that follow from the data and do not stand in them. */
export function markerFor(step: OracleStep, inputs: unknown): string {
  const all = JSON.stringify(inputs).toLowerCase();
  for (let turn = 0; ; turn++) {
    const marker = digestOf(["marker", step, inputs, turn]).slice(0, 8);
    if (!all.includes(marker)) return marker;
  }
}

/** An empty list is an empty text, without markers, which a prompt file can ask for with `{% if %}`. */
function between(name: string, marker: string, text: string): string {
  return text === "" && name === "keep" ? "" : `<${name}-${marker}>\n${text}\n</${name}-${marker}>`;
}

function asText(value: unknown, marker: string): string {
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return attributeLine(value as Attribute);
  const list = value as readonly (string | Attribute | Message)[];
  const [first] = list;
  if (typeof first === "object" && "role" in first) return conversation(list as readonly Message[], marker);
  return list
    .map((one) => `- ${typeof one === "string" ? oneLine(one) : attributeLine(one as Attribute)}`)
    .join("\n");
}

const attributeLine = ({ name, why }: Attribute): string => `${oneLine(name)}: ${oneLine(why)}`;
const oneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** One message of a user as it is; several turns each with who says it. */
function conversation(messages: readonly Message[], marker: string): string {
  if (messages.length === 1 && messages[0]!.role === "user") return messages[0]!.content;
  return messages.map(({ role, content }) => between(role, marker, content)).join("\n");
}
