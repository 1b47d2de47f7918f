import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { z } from "zod";
import { type Text, TRUNCATIONS, type Truncation } from "../../contract.js";
import { messageOf, TareError } from "../../errors.js";
import { whyUnread } from "../../file-reasons.js";

/** Texts with the logits that PyTorch gives them. */
export interface Reference {
  readonly file: string;
  /** How far scores may be off; undefined where the file does not say. */
  readonly tolerance: number | undefined;
  /** Window and cut under which the logits were made. */
  readonly maxLength: number | undefined;
  readonly truncation: Truncation | undefined;
  readonly cases: readonly ReferenceCase[];
}

export interface ReferenceCase {
  readonly id: string;
  readonly text: Text;
  readonly logits: readonly number[];
  readonly ids: readonly number[] | undefined;
  /** Index of the first id of the second segment, where token types are given. */
  readonly second: number | undefined;
}

const record = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })).min(2),
  logits: z.union([z.number(), z.array(z.number()).min(1)]),
  input_ids: z.array(z.int()).min(1).nullish(),
  token_type_ids: z.array(z.int()).nullish(),
});
const whole = z.object({
  tolerance: z.number().nonnegative().optional(),
  max_length: z.int().positive().optional(),
  truncation: z.enum(TRUNCATIONS).optional().catch(undefined),
  cases: z.array(record).min(1),
});

/**
 * Reads JSONL of {messages, logits, input_ids?, token_type_ids?, id?}, or one JSON object {cases: [the same], tolerance?,
 * max_length?, truncation?}. The last message is the response. Errors: TARE_DATA_MISSING, TARE_DATA_NOT_JSON, TARE_DATA_FIELD.
 */
export async function readReference(path: string, cwd: string): Promise<Reference> {
  const content = await readFile(resolve(cwd, path), "utf8").catch((error: unknown) => {
    throw new TareError("TARE_DATA_MISSING", whyUnread(error), { where: path, cause: error });
  });
  const { cases, ...rest } = checked(parse(content, path), path);
  return {
    file: path,
    tolerance: rest.tolerance,
    maxLength: rest.max_length,
    truncation: rest.truncation,
    cases: cases.map(({ id, messages, logits, input_ids, token_type_ids }, index) => {
      const second = token_type_ids?.indexOf(1) ?? -1;
      return {
        id: String(id ?? index + 1),
        text: { messages: messages.slice(0, -1), response: messages.at(-1)!.content },
        logits: typeof logits === "number" ? [logits] : logits,
        ids: input_ids ?? undefined,
        second: second < 0 ? undefined : second,
      };
    }),
  };
}

function parse(content: string, path: string): unknown {
  try {
    const value: unknown = JSON.parse(content);
    if (typeof value === "object" && value !== null && "cases" in value) return value;
  } catch {} // more than one line of JSON
  const lines = content.split("\n").map((line, index) => ({ line, number: index + 1 }));
  return {
    cases: lines
      .filter(({ line }) => line.trim() !== "")
      .map(({ line, number }) => {
        try {
          return JSON.parse(line) as unknown;
        } catch (error) {
          const where = `${path}:${number}`;
          throw new TareError("TARE_DATA_NOT_JSON", messageOf(error), { where, cause: error });
        }
      }),
  };
}

function checked(value: unknown, path: string): z.infer<typeof whole> {
  const { data, error } = whole.safeParse(value);
  if (data !== undefined) return data;
  const [issue] = error.issues;
  throw new TareError("TARE_DATA_FIELD", `${issue!.path.join(".")}: ${issue!.message}`, {
    where: path,
    fix: 'A reference holds {"messages": […], "logits": […]} a line; `tare doctor MODEL --reference-script` prints what makes one.',
  });
}
