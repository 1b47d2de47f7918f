import type { OracleRequest, OracleStep } from "../../contract.js";
import type { AnswerOf, Attribute, StepInputs } from "../steps.js";
import { improved, isImproved, worsened } from "./along.js";
import { countWords } from "./free-words.js";
import { rewrittenTo } from "./rewritten.js";
import { reworded } from "./word-swaps.js";

const FOUND: readonly Attribute[] = [
  { name: "accuracy", why: "What the answer states must be true." },
  { name: "completeness", why: "All that was asked for must be answered." },
  { name: "clarity", why: "The reader must understand it at once." },
];
const MOST_MERGED = 16;

type Answers = { readonly [S in OracleStep]: (inputs: StepInputs[S]) => AnswerOf<S> };

const BY_RULE: Answers = {
  attributes: () => ({ attributes: [...FOUND] }),
  /** Names that differ in case alone are one; the first come stay. */
  merge({ attributes }) {
    const merged = [...grouped(attributes).values()].slice(0, MOST_MERGED);
    return {
      attributes: merged.map((group) => ({ ...group[0]!, of: [...new Set(group.map(({ name }) => name))] })),
    };
  },
  grade: ({ answer, attributes }) => ({
    grades: attributes.map(({ name }) => ({
      attribute: name,
      grade: isStrong(answer, name) ? "strong" : "weak",
      quote: /^\s*(\S+(?:\s+\S+){0,5})/.exec(answer)?.[1] ?? "",
    })),
  }),
  degrade: ({ answer, attribute }) => ({
    rewritten: worsened(answer, attribute.name),
    change: `less ${attribute.name}`,
  }),
  upgrade: ({ answer, attribute }) => ({
    rewritten: improved(answer, attribute.name),
    change: `more ${attribute.name}`,
  }),
  paraphrase: ({ answer }) => ({ rewritten: reworded(answer) }),
  can: ({ model }) => ({ rewritten: reworded(model) }),
  rewrite: ({ answer, to }) => ({ rewritten: rewrittenTo(answer, to) }),
  verify: ({ a, b, attributes }) => ({
    readings: attributes.map(({ name }) => ({ attribute: name, better: betterOn(name, a.trim(), b.trim()) })),
  }),
};

/** What a sensible answer to the step looks like, by rule: an object that its schema accepts. */
export function sensible({ step, inputs }: Pick<OracleRequest, "step" | "inputs">): unknown {
  return (BY_RULE[step] as (inputs: unknown) => unknown)(inputs);
}

function grouped(attributes: readonly Attribute[]): Map<string, Attribute[]> {
  const groups = new Map<string, Attribute[]>();
  for (const one of attributes) {
    const key = one.name.toLowerCase();
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}

/** By what can be counted: figures for accuracy, words for all else. Long texts are strong and short ones weak. */
function isStrong(answer: string, attribute: string): boolean {
  const words = countWords(answer);
  if (isImproved(answer, attribute)) return true;
  switch (attribute.toLowerCase()) {
    case "accuracy":
      return /\d/.test(answer);
    case "completeness":
      return words >= 40;
    default:
      return words >= 15;
  }
}

/** It knows its own changes: one of the texts is what it would make of the other along this attribute. */
function betterOn(attribute: string, a: string, b: string): "A" | "B" | "same" {
  if (b === worsened(a, attribute).trim() || a === improved(b, attribute)) return "A";
  if (a === worsened(b, attribute).trim() || b === improved(a, attribute)) return "B";
  return "same";
}
