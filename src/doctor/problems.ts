import type { ModelFacts } from "./facts.js";
import type { Problem, ProblemKind } from "./problem.js";
import { REFERENCE_PROBLEMS } from "./problems/reference.js";
import { SCORE_PROBLEMS } from "./problems/scores.js";
import { SESSION_PROBLEMS } from "./problems/session.js";
import { SIGHT_PROBLEMS } from "./problems/sight.js";
import { TOKEN_PROBLEMS } from "./problems/tokens.js";
import { WINDOW_PROBLEMS } from "./problems/window.js";

/** Every problem that can be found, by its code. */
export const PROBLEMS: Readonly<Record<string, ProblemKind>> = {
  ...TOKEN_PROBLEMS,
  ...SIGHT_PROBLEMS,
  ...WINDOW_PROBLEMS,
  ...SCORE_PROBLEMS,
  ...SESSION_PROBLEMS,
  ...REFERENCE_PROBLEMS,
};

const ORDER = ["fatal", "warning", "note"] as const;

/** What is the case with this model, the worst first. */
export function findProblems(facts: ModelFacts): readonly Problem[] {
  const found = Object.entries(PROBLEMS).flatMap(([code, { severity, fix, fixFor, find }]): Problem[] => {
    const what = find(facts);
    return what === undefined ? [] : [{ code, severity, what, fix: fixFor?.(facts) ?? fix }];
  });
  const warned = facts.warnings.map((warning): Problem => ({ ...warning, severity: "warning" }));
  return [...found, ...warned].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}
