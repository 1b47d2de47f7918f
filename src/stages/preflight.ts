import type { Scorer } from "../contract.js";
import { lengthFacts } from "../doctor/data-facts.js";
import { firstFacts, type ModelFacts, type RewardAsked } from "../doctor/facts.js";
import type { Problem } from "../doctor/problem.js";
import { findProblems } from "../doctor/problems.js";
import { scoreFacts } from "../doctor/score-facts.js";
import { TareError } from "../errors.js";
import { baseScoreSample } from "../store/base-sample.js";
import type { Store } from "../store/open.js";
import { recordOnce } from "../store/runs.js";
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

/** Items whose scores are looked at: enough to tell a wrong sign from chance. */
const SAMPLE = 2000;

/** Looks at the scores of the data as it stands, says what they show, and keeps all problems with the run. */
export function reviewScores(
  store: Store,
  run: { readonly id: string; readonly items: number },
  { facts, problems }: Preflight,
  around: Around,
): void {
  const responses = baseScoreSample(store, run.id, SAMPLE);
  const { reward, identity } = facts;
  const weight = reward?.length === 1 ? reward[0]!.weight : null;
  const lengths = responses.map(({ tokens, truncated }) => ({ tokens, truncated }));
  const data = lengthFacts(lengths, { items: Math.min(SAMPLE, run.items), of: run.items });
  const known = new Set(problems.map(({ code }) => code));
  const all = findProblems({ ...facts, data, scores: scoreFacts(responses, weight) });
  const fresh = all.filter(({ code, severity }) => !known.has(code) && severity !== "fatal");
  tell(identity.name, fresh, around);
  for (const { code, severity, what } of [...problems, ...fresh])
    recordOnce(store, run.id, around.now(), "problem", `${severity} ${code}: ${what}`);
}

/** Warnings in full, notes by name. */
function tell(model: string, problems: readonly Problem[], { progress, warn }: Around): void {
  const say = warn ?? progress.say;
  const notes = problems.filter(({ severity }) => severity === "note").map(({ code }) => code);
  for (const { severity, code, what, fix } of problems)
    if (severity === "warning") say(`warning ${code}  ${model}: ${what}\n  what to do: ${fix}`);
  if (notes.length > 0) progress.say(`${model}: ${notes.join(", ")} (\`tare doctor\` explains)`);
}
