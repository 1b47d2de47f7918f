import type { Scorer } from "../contract.js";
import { firstFacts, type ModelFacts, type RewardAsked } from "../doctor/facts.js";
import type { Problem } from "../doctor/problem.js";
import { findProblems } from "../doctor/problems.js";
import { TareError } from "../errors.js";
import type { Around } from "./around.js";

/** What is known of a model while it is weighed, and what has been said of it. */
export interface Preflight {
  readonly facts: ModelFacts;
  readonly problems: readonly Problem[];
}

/**
 * Looks at a model before it starts, without scoring; says what is wrong with it. Throws TARE_MODEL_UNFIT where no verdict
 * can be had from it.
 */
export function preflight(scorer: Scorer, asked: RewardAsked, around: Around): Preflight {
  const facts = firstFacts(scorer, asked);
  // A reward that was not chosen is refused by name where the plan is made.
  const problems = findProblems(facts).filter(({ code }) => code !== "head-unchosen");
  const fatal = problems.find(({ severity }) => severity === "fatal");
  const { name } = scorer.identity;
  if (fatal !== undefined)
    throw new TareError("TARE_MODEL_UNFIT", `${fatal.code}: ${fatal.what}`, { where: name, fix: fatal.fix });
  tell(name, problems, around);
  return { facts, problems };
}

/** Warnings in full, notes by name. */
export function tell(model: string, problems: readonly Problem[], { progress, warn }: Around): void {
  const say = warn ?? progress.say;
  const notes = problems.filter(({ severity }) => severity === "note").map(({ code }) => code);
  for (const { severity, code, what, fix } of problems)
    if (severity === "warning") say(`warning ${code}  ${model}: ${what}\n  what to do: ${fix}`);
  if (notes.length > 0) progress.say(`${model}: ${notes.join(", ")} (\`tare doctor\` explains)`);
}
