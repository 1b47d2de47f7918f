import { z } from "zod";
import { COVARIATES, LEFT_ALONE } from "./contract.js";
import { TareError } from "./errors.js";

z.config({ jitless: true }); // no code is generated at run time

const text = z.string().min(1);
const callable = z.custom<(...parameters: never[]) => unknown>(
  (value) => typeof value === "function",
  "a function",
);
const exampleText = z.strictObject({ prompt: z.string().optional(), response: z.string() });

const augmentation = z
  .object({
    summary: text,
    version: z.int().positive(),
    expects: z.enum(["same", "lower", "higher", "not-higher"]),
    attribute: text,
    changes: z.enum(["response", "pairing", "prompt"]),
    applies: text,
    languages: z.union([z.literal("any"), z.array(text).min(1)]),
    preserves: z.array(z.enum(["code", "math", "urls", "numbers", "names"])),
    parses: z.boolean().optional(),
    touches: z.array(z.enum(LEFT_ALONE)).min(1).optional(),
    minimumSimilarity: z.number().min(0).max(1).optional(),
    targets: z.array(z.enum(COVARIATES)).min(1).optional(),
    doses: z.array(z.number().positive()).min(1).optional(),
    source: text,
    apply: callable,
    examples: z.array(
      exampleText.extend({
        dose: z.number().optional(),
        rejected: z.string().optional(),
        donor: exampleText.optional(),
        becomes: z.string().optional(),
        compares: z.strictObject({ base: exampleText, variant: exampleText }).optional(),
        skips: z.string().optional(),
      }),
    ),
  })
  .refine(({ changes, expects }) => changes !== "prompt" || expects === "same", {
    path: ["expects"],
    message: 'a change of the prompt is judged on the margin, which must stay: give "same"',
  });

const format = z.object({
  summary: text,
  columns: text,
  specificity: z.number(),
  alone: z.boolean().optional(),
  detects: callable,
  together: callable.optional(),
  read: callable,
});

const scorer = z.object({
  summary: text,
  details: z.array(z.string()).optional(),
  usage: text,
  open: callable,
});

const oracle = scorer;

const report = z.object({
  summary: text,
  wants: z.literal("details").optional(),
  render: callable,
  renderFailure: callable.optional(),
  notices: callable.optional(),
});

export const SHAPES = { augmentation, format, scorer, oracle, report } as const;

/** Checks what a file declares; throws TARE_EXTENSION_INVALID naming every missing or wrong field. */
export function verifyShape(kind: keyof typeof SHAPES, declared: unknown, where: string): void {
  const { error } = SHAPES[kind].safeParse(declared);
  if (error === undefined) return;
  const problems = error.issues.map(
    ({ path, message }) => `${path.join(".") || "default export"}: ${message}`,
  );
  throw new TareError("TARE_EXTENSION_INVALID", problems.join("; "), { where });
}
