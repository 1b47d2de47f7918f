import { getNodeValue } from "jsonc-parser";
import type { z } from "zod";
import type { ErrorCode } from "../error-codes.js";
import { didYouMean } from "../nearest.js";
import { type RubricDocument, rubricDocument, rubricJsonSchema } from "./document.js";
import { type JsonPath, type Problem, problemsError, type Source } from "./problems.js";

/** Holds the document against the schema. Throws TARE_RUBRIC_FIELD with every misfit. */
export function shapeOf(source: Source): RubricDocument {
  return shapeWith(rubricDocument, rubricJsonSchema(), source, "TARE_RUBRIC_FIELD");
}

/** The same for any document of ours; `schema` is its JSON Schema. Throws `code`. */
export function shapeWith<T>(document: z.ZodType<T>, schema: SchemaNode, source: Source, code: ErrorCode): T {
  const result = document.safeParse(getNodeValue(source.tree), { reportInput: true });
  if (result.success) return result.data;
  throw problemsError(
    code,
    source,
    result.error.issues.flatMap((issue) => problemsOf(issue, schema)),
  );
}

function problemsOf(issue: z.core.$ZodIssue, schema: SchemaNode): Problem[] {
  const path = issue.path as JsonPath;
  if (issue.code === "unrecognized_keys") {
    const known = fieldsAt(path, schema);
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `unknown field${didYouMean(key, known)}`,
      atKey: true,
    }));
  }
  return [{ path, message: sayIssue(issue) }];
}

function sayIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") {
    const got = issue.input === undefined ? "is missing" : `should not be ${nameOf(issue.input)}`;
    return `${got}: give ${article(issue.expected)}`;
  }
  const got = JSON.stringify(issue.input) ?? "nothing";
  if (issue.code === "too_small") {
    if (issue.origin === "string" || issue.origin === "array") return "must not be empty";
    return `${got} is impossible: it must be ${issue.inclusive ? "at least" : "above"} ${issue.minimum}`;
  }
  if (issue.code === "too_big")
    return `${got} is impossible: it must be ${issue.inclusive ? "at most" : "below"} ${issue.maximum}`;
  if (issue.code === "invalid_value") {
    const known = issue.values.map(String);
    return `${got} is not one of ${known.join(", ")}${didYouMean(String(issue.input), known)}`;
  }
  return issue.message;
}

function nameOf(value: unknown): string {
  if (value === null) return "null";
  return article(Array.isArray(value) ? "array" : typeof value);
}

function article(type: string): string {
  if (type === "int") return "a whole number";
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

type SchemaNode = { properties?: Record<string, SchemaNode>; items?: SchemaNode };

/** Field names the schema knows at a place, read off the generated JSON Schema. */
function fieldsAt(path: JsonPath, schema: SchemaNode): string[] {
  let node: SchemaNode | undefined = schema;
  for (const part of path) node = typeof part === "number" ? node?.items : node?.properties?.[part];
  return Object.keys(node?.properties ?? {});
}
