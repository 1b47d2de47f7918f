import { z } from "zod";

const message = z.strictObject({ role: z.enum(["system", "user", "assistant"]), content: z.string() });
const answer = z.tuple([z.strictObject({ role: z.literal("assistant"), content: z.string() })]);

const origin = {
  kind: z.enum(["causal", "neutral"]),
  expects: z.enum(["same", "lower", "higher", "not-higher"]),
  attribute: z.string().min(1),
  augmentation: z.string().min(1),
  item: z.string().min(1),
  pair: z.string().min(1),
};

/**
 * TRL's conversational preference type with an explicit prompt, as its documentation of dataset formats has it (1.16), with the
 * margin that RewardTrainer reads; and what else tare's export documents. Written by hand, beside all code of tare.
 */
export const TRL_DOCUMENTED = z.strictObject({
  prompt: z.array(message).min(1),
  chosen: answer,
  rejected: answer,
  margin: z.number().min(0),
  weight: z.number().positive(),
  tie: z.boolean(),
  base: z.enum(["chosen", "rejected"]),
  ...origin,
});

/** Crome's triples (question, two answers, label 1, 2 or tie: arXiv 2506.16507). */
export const CROME_DOCUMENTED = z.strictObject({
  prompt: z.array(message).min(1),
  answer_1: z.string(),
  answer_2: z.string(),
  label: z.enum(["1", "2", "tie"]),
  weight: z.number().positive(),
  base: z.enum(["1", "2"]),
  ...origin,
});
