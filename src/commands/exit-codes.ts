import type { VerdictWord } from "../contract.js";

/** What a pipeline reads. When several apply, the first of `ORDER` wins. */
export const EXIT_CODES = {
  0: "pass, or the command did its job",
  1: "a bug of tare, or an unexpected failure",
  2: "something the user can fix: usage, data, model, rubric, database",
  3: "the gate failed: the model breaks a promise of the rubric; or what is compared or verified differs or got worse",
  4: "the gate is inconclusive: the data prove neither; or nothing can be compared",
  130: "interrupted; what is stored is kept, and the same command goes on from there",
} as const;

export type ExitCode = keyof typeof EXIT_CODES;

const ORDER: readonly ExitCode[] = [130, 1, 2, 3, 4, 0];

const OF_VERDICT: Readonly<Record<VerdictWord, ExitCode>> = { pass: 0, fail: 3, inconclusive: 4 };

export function worstExit(codes: readonly ExitCode[]): ExitCode {
  return ORDER.find((code) => codes.includes(code)) ?? 0;
}

/** One gate a model, the worst counts; a pair that came to nothing by an operator's bug is ours to tell. */
export function exitOfRuns(
  runs: readonly { readonly verdict: VerdictWord; readonly errors: readonly unknown[] }[],
): ExitCode {
  return worstExit(runs.flatMap(({ verdict, errors }) => [OF_VERDICT[verdict], errors.length > 0 ? 1 : 0]));
}
