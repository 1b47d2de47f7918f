import { lengthFacts } from "../doctor/data-facts.js";
import { findProblems } from "../doctor/problems.js";
import { scoreFacts } from "../doctor/score-facts.js";
import { baseScoreSample } from "../store/base-sample.js";
import type { Store } from "../store/open.js";
import { recordOnce } from "../store/runs.js";
import type { Around } from "./around.js";
import { type Preflight, tell } from "./preflight.js";

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
