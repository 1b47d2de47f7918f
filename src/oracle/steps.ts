import { z } from "zod";
import type { Message, OracleStep } from "../contract.js";

z.config({ jitless: true }); // no code is generated at run time

/** What makes an answer to a prompt good, in the oracle's words. */
export const attribute = z.strictObject({
  name: z.string().trim().min(1).max(60),
  why: z.string().trim().min(1).max(400),
});
export type Attribute = z.infer<typeof attribute>;

const rewritten = z.strictObject({ rewritten: z.string().min(1) });
/** `change`: in a few words, what was changed. */
const intervened = z.strictObject({ rewritten: z.string().min(1), change: z.string() });

/** The answer that each step must give: strict, so that a made-up field is no answer. */
export const ANSWERS = {
  attributes: z.strictObject({ attributes: z.array(attribute).min(1).max(8) }),
  /** `of`: the names that became this one. */
  merge: z.strictObject({
    attributes: z
      .array(attribute.extend({ of: z.array(z.string()).min(1) }))
      .min(1)
      .max(16),
  }),
  grade: z.strictObject({
    grades: z
      .array(z.strictObject({ attribute: z.string(), grade: z.enum(["strong", "weak"]), quote: z.string() }))
      .min(1),
  }),
  degrade: intervened,
  upgrade: intervened,
  paraphrase: rewritten,
  can: rewritten,
  rewrite: rewritten,
  /** Which of two answers is better on each attribute. */
  verify: z.strictObject({
    readings: z.array(z.strictObject({ attribute: z.string(), better: z.enum(["A", "B", "same"]) })).min(1),
  }),
} as const satisfies Record<OracleStep, z.ZodType>;

export type AnswerOf<S extends OracleStep> = z.infer<(typeof ANSWERS)[S]>;

/** What each prompt file is filled with. These very fields, in canonical JSON, find a recorded answer. */
export interface StepInputs {
  readonly attributes: { readonly prompt: readonly Message[] };
  /** Names and reasons of many prompts. */
  readonly merge: { readonly attributes: readonly Attribute[] };
  readonly grade: {
    readonly prompt: readonly Message[];
    readonly answer: string;
    readonly attributes: readonly Attribute[];
  };
  readonly degrade: Intervention;
  readonly upgrade: Intervention;
  readonly paraphrase: { readonly prompt: readonly Message[]; readonly answer: string };
  /** `answer` is rewritten until its attributes match those of `model`, the better one. */
  readonly can: {
    readonly prompt: readonly Message[];
    readonly answer: string;
    readonly model: string;
    readonly attributes: readonly Attribute[];
  };
  /** `to`: a name of REWRITES (rewrites.ts). */
  readonly rewrite: { readonly prompt: readonly Message[]; readonly answer: string; readonly to: string };
  readonly verify: {
    readonly prompt: readonly Message[];
    readonly attributes: readonly Attribute[];
    readonly a: string;
    readonly b: string;
  };
}

interface Intervention {
  readonly prompt: readonly Message[];
  readonly answer: string;
  /** The one to move. */
  readonly attribute: Attribute;
  /** Names of the others, which must stay. */
  readonly keep: readonly string[];
}
