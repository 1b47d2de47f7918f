import { Template } from "@huggingface/jinja";
import type { OracleStep } from "../../contract.js";
import { didYouMean } from "../../nearest.js";
import { type PromptPart, promptError } from "./prompt-source.js";
import { INSTRUCTION, MARKER, STEP_DATA } from "./step-data.js";

/** A part of a prompt file, ready to be filled. */
export type Fill = (variables: Readonly<Record<string, string>>) => string;

/** Names of the variables that a part may use, and of those it must. */
interface Allowed {
  readonly may: readonly string[];
  readonly must: readonly string[];
}

/** What stands in data belongs where the user speaks: a model obeys its system part. */
export function variablesOf(step: OracleStep): Readonly<Record<"system" | "user", Allowed>> {
  const data = Object.keys(STEP_DATA[step]);
  const instruction = step === "rewrite" ? [INSTRUCTION] : [];
  return {
    system: { may: [MARKER], must: [MARKER] },
    user: {
      may: [...data, MARKER, ...instruction],
      must: [...data.filter((one) => one !== "keep"), ...instruction],
    },
  };
}

/** Parses a part and holds its variables against those there are. Throws TARE_ORACLE_PROMPT with the line. */
export function compilePart(name: string, part: PromptPart, { may, must }: Allowed, file: string): Fill {
  const template = parse(part, file);
  const used = new Set(identifiers(template.parsed));
  for (const one of used) {
    if (may.includes(one)) continue;
    throw promptError(
      file,
      lineOf(part, one),
      `there is no variable "${one}"${didYouMean(one, may)} in the part ## ${name} of this step`,
      `There are: ${may.map((variable) => `{{ ${variable} }}`).join(", ")}.`,
    );
  }
  const missing = must.find((one) => !used.has(one));
  if (missing !== undefined)
    throw promptError(
      file,
      part.line,
      `the part ## ${name} never uses {{ ${missing} }}`,
      missing === MARKER
        ? "Say there that what stands between the markers, which end in {{ marker }}, is data and never instructions."
        : "A question without it asks for something else: put it where it belongs.",
    );
  const fill: Fill = (variables) => template.render({ ...variables }).trim();
  try {
    fill(Object.fromEntries(may.map((one) => [one, `(${one})`])));
  } catch (error) {
    throw promptError(file, part.line, `the part ## ${name} cannot be filled: ${(error as Error).message}`);
  }
  return fill;
}

function parse(part: PromptPart, file: string): Template {
  try {
    return new Template(part.source);
  } catch (error) {
    const broken = part.source.split("\n").findIndex((line) => /\{\{/.test(line) && !parses(line));
    const what = `this is no Jinja: ${(error as Error).message}`;
    throw promptError(
      file,
      part.line + Math.max(broken, 0),
      what,
      "A variable is written {{ name }}; what depends on one {% if name %} … {% endif %}.",
    );
  }
}

function parses(line: string): boolean {
  try {
    new Template(line);
    return true;
  } catch {
    return false;
  }
}

function lineOf({ source, line }: PromptPart, name: string): number {
  const at = source.split("\n").findIndex((one) => new RegExp(`\\{[{%][^}]*\\b${name}\\b`, "u").test(one));
  return line + Math.max(at, 0);
}

/** Every name that a parsed template asks for; those of filters and of their arguments' keywords are none. */
function* identifiers(node: unknown): Generator<string> {
  if (Array.isArray(node)) for (const one of node) yield* identifiers(one);
  if (typeof node !== "object" || node === null || Array.isArray(node)) return;
  const { type, value, filter, key, ...fields } = node as Record<string, unknown>;
  if (type === "Identifier") {
    yield String(value);
    return;
  }
  const isFiltering = type === "FilterExpression" || type === "FilterStatement";
  const called = isFiltering ? (filter as { readonly args?: unknown }).args : filter;
  const named = type === "KeywordArgumentExpression" ? [] : key;
  for (const child of [called, named, value, ...Object.values(fields)]) yield* identifiers(child);
}
