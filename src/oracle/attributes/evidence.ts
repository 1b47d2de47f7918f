import type { AnswerOf } from "../steps.js";

/** How two answers to the same prompt stand to each other on one attribute, over all items where both were graded. */
export interface Evidence {
  readonly items: number;
  /** The chosen answer strong where the rejected one is weak: what an attribute that decides would show. */
  readonly forChosen: number;
  /** The other way round: what it would not show. */
  readonly forRejected: number;
}

type Grades = AnswerOf<"grade">["grades"];

export interface EvidenceTally {
  add(chosen: Grades, rejected: Grades): void;
  /** By the attribute's name. */
  read(): ReadonlyMap<string, Evidence>;
}

export function tallyEvidence(attributes: readonly { readonly name: string }[]): EvidenceTally {
  const counts = new Map(attributes.map(({ name }) => [name, { items: 0, forChosen: 0, forRejected: 0 }]));
  return {
    add(chosen, rejected) {
      const other = new Map(rejected.map(({ attribute, grade }) => [attribute, grade]));
      for (const { attribute, grade } of chosen) {
        const count = counts.get(attribute);
        const against = other.get(attribute);
        if (count === undefined || against === undefined) continue;
        count.items++;
        if (grade === "strong" && against === "weak") count.forChosen++;
        if (grade === "weak" && against === "strong") count.forRejected++;
      }
    },
    read: () => counts,
  };
}
