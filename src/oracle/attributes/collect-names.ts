import type { Attribute } from "../steps.js";
import { asOneLine, byKey, type NameGroup, nameKey } from "./name-group.js";

/** What was found for one prompt. */
export interface FoundAttributes {
  readonly promptKey: string;
  /** The prompt's place in the seeded order. */
  readonly rank: number;
  readonly attributes: readonly Attribute[];
}

export interface Names {
  add(found: FoundAttributes): void;
  /** One group an attribute by rule; the same whatever the order in which prompts were added. */
  groups(): NameGroup[];
  /** Names that no operator could bear, each once. */
  nameless(): readonly string[];
}

/** Collects the names that an oracle finds, prompt by prompt. The reason of a name is that of its first prompt in order. */
export function collectNames(): Names {
  const spellings = new Map<string, { why: string; rank: number; prompts: Set<string> }>();
  return {
    add({ promptKey, rank, attributes }) {
      for (const { name: asFound, why } of attributes) {
        const name = asOneLine(asFound);
        const known = spellings.get(name);
        if (known === undefined) {
          spellings.set(name, { why, rank, prompts: new Set([promptKey]) });
          continue;
        }
        known.prompts.add(promptKey);
        if (rank < known.rank) Object.assign(known, { why, rank });
      }
    },
    groups() {
      const borne = [...spellings].filter(([name]) => nameKey(name) !== "");
      return byKey(borne.map(([name, { why, prompts }]) => ({ name, why, names: [name], prompts })));
    },
    nameless: () => [...spellings.keys()].filter((name) => nameKey(name) === "").sort(),
  };
}
