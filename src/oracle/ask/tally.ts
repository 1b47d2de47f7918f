import type { OracleStep } from "../../contract.js";
import type { NoAnswer } from "../asking.js";
import type { Spent } from "./spending.js";

/** What one command's asking came to. */
export interface AskingTally extends Spent {
  /** By step: questions sent, those answered from the store, and those without an answer by reason. */
  readonly steps: Readonly<Partial<Record<OracleStep, AskingCount>>>;
  /** Why nothing was asked any more; undefined where that did not happen. */
  readonly stopped: string | undefined;
}

export interface AskingCount {
  readonly asked: number;
  readonly taken: number;
  readonly none: Readonly<Partial<Record<NoAnswer, number>>>;
}

export interface Tally {
  asked(step: OracleStep): void;
  taken(step: OracleStep): void;
  none(step: OracleStep, reason: NoAnswer): void;
  read(): Pick<AskingTally, "steps">;
}

export function openTally(): Tally {
  const counts = new Map<
    OracleStep,
    { asked: number; taken: number; none: Partial<Record<NoAnswer, number>> }
  >();
  const of = (step: OracleStep) => {
    const count = counts.get(step) ?? { asked: 0, taken: 0, none: {} };
    counts.set(step, count);
    return count;
  };
  return {
    asked: (step) => void of(step).asked++,
    taken: (step) => void of(step).taken++,
    none(step, reason) {
      const { none } = of(step);
      none[reason] = (none[reason] ?? 0) + 1;
    },
    read: () => ({
      steps: Object.fromEntries(
        [...counts].map(([step, { none, ...rest }]) => [step, { ...rest, none: { ...none } }]),
      ),
    }),
  };
}
