import type { OracleStep } from "../../contract.js";
import type { NoAnswer } from "../asking.js";

/** Questions of one step without an answer, for one reason. */
export interface Miss {
  readonly step: OracleStep;
  readonly reason: NoAnswer;
  readonly count: number;
  /** The first of them, as they came: what was asked about, and what is wrong. */
  readonly examples: readonly string[];
}

const EXAMPLES = 3;
const SHOWN = 60;

export interface MissTally {
  add(step: OracleStep, about: string, why: { readonly reason: NoAnswer; readonly detail: string }): void;
  /** The most frequent first, step by step. */
  read(): readonly Miss[];
}

export function tallyMisses(): MissTally {
  const misses = new Map<string, { -readonly [K in keyof Miss]: Miss[K] } & { examples: string[] }>();
  return {
    add(step, about, { reason, detail }) {
      const key = `${step} ${reason}`;
      const miss = misses.get(key) ?? { step, reason, count: 0, examples: [] };
      misses.set(key, miss);
      miss.count++;
      if (miss.examples.length < EXAMPLES) miss.examples.push(`${shown(about)}: ${detail}`);
    },
    read: () =>
      [...misses.values()].sort((a, b) => (a.step === b.step ? b.count - a.count : a.step < b.step ? -1 : 1)),
  };
}

function shown(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return `"${line.length <= SHOWN ? line : `${line.slice(0, SHOWN)} …`}"`;
}
