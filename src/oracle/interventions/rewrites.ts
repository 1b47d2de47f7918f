import type { Intended } from "../operators.js";
import { REWRITES, type Rewrite, TRANSLATION } from "../rewrites.js";
import { type Keeps, wrongWith } from "./check-text.js";
import { type Draft, isRefusal, type Refusal } from "./intervention.js";
import { answerAtStart } from "./start.js";
import type { Trail } from "./trail.js";

type To = Rewrite | (typeof TRANSLATION)[keyof typeof TRANSLATION];

const KEEPS: Readonly<Record<To, Keeps>> = {
  shorter: { format: "code", words: "fewer" },
  longer: { format: "code", words: "more" },
  plain: { format: "all" },
  ornate: { format: "all" },
  formal: { format: "all" },
  casual: { format: "all" },
  markdown: {},
  "no-markdown": {},
  translated: { format: "all" },
  "prompt-language": { format: "all" },
};

/** Base and rewritten base. */
export async function rewrite(to: Rewrite, trail: Trail): Promise<Draft | Refusal> {
  return drafted({ kind: "rewrite", to }, trail, async (answer) => {
    const variant = await rewritten(answer, to, trail);
    return isRefusal(variant) ? variant : { base: answer, variant };
  });
}

/** Rewritten and back, against rewritten: the rewriter's hand is in both (RATE, arXiv 2410.11348). */
export async function double(to: Rewrite, trail: Trail): Promise<Draft | Refusal> {
  return drafted({ kind: "double", to }, trail, async (answer) => {
    const variant = await rewritten(answer, to, trail);
    if (isRefusal(variant)) return variant;
    const base = await rewritten(variant, REWRITES[to], trail);
    return isRefusal(base) ? base : { base, variant };
  });
}

/** Base, and what was rewritten and rewritten back: what rewriting alone does. */
export async function rewriting(to: Rewrite, trail: Trail): Promise<Draft | Refusal> {
  return drafted({ kind: "rewriting", to }, trail, (answer) => thereAndBack(answer, to, REWRITES[to], trail));
}

/** Into another language and back. */
export async function translation(trail: Trail): Promise<Draft | Refusal> {
  const { out, back } = TRANSLATION;
  return drafted({ kind: "translation" }, trail, (answer) => thereAndBack(answer, out, back, trail));
}

type Pair = { readonly base: string; readonly variant: string };

async function thereAndBack(answer: string, there: To, back: To, trail: Trail): Promise<Pair | Refusal> {
  const between = await rewritten(answer, there, trail);
  if (isRefusal(between)) return between;
  const variant = await rewritten(between, back, trail);
  if (isRefusal(variant)) return variant;
  return wrongWith(answer, variant, {}) ?? { base: answer, variant };
}

async function drafted(
  intended: Intended,
  trail: Trail,
  make: (answer: string) => Promise<Pair | Refusal>,
): Promise<Draft | Refusal> {
  const answer = answerAtStart(trail.item, intended);
  if (isRefusal(answer)) return answer;
  const made = await make(answer.text);
  if (isRefusal(made)) return made;
  const { opening } = answer;
  return { base: opening + made.base, variant: opening + made.variant, detail: "" };
}

async function rewritten(answer: string, to: To, trail: Trail): Promise<string | Refusal> {
  const made = await trail.ask("rewrite", { prompt: trail.item.prompt, answer, to });
  if (isRefusal(made)) return made;
  return wrongWith(answer, made.rewritten, KEEPS[to]) ?? made.rewritten;
}
