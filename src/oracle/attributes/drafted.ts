import type { OracleIdentity } from "../../contract.js";
import type { AskingTally } from "../ask/tally.js";
import type { Evidence } from "./evidence.js";
import type { Merged } from "./merge-names.js";
import type { Miss } from "./misses.js";
import { byPrompts, type NameGroup } from "./name-group.js";

export interface DraftedAttribute extends NameGroup {
  /** Of the prompts for which attributes were named. */
  readonly share: number;
  /** Undefined where nothing was graded. */
  readonly evidence?: Evidence | undefined;
}

/** A rubric that nobody has read yet, and how it came about. */
export interface DraftedRubric {
  /** The file. */
  readonly text: string;
  readonly name: string;
  readonly digest: string;
  readonly oracle: OracleIdentity;
  readonly asked: AskingTally;
  /** Different prompts that were asked about, and those for which attributes were named. */
  readonly prompts: { readonly asked: number; readonly answered: number };
  /** Different names, as they were found. */
  readonly names: number;
  /** Names that no operator could bear. */
  readonly nameless: readonly string[];
  /** Those of the rubric, the most shared first. */
  readonly attributes: readonly DraftedAttribute[];
  /** Those that fewer prompts share than asked for. */
  readonly rare: readonly DraftedAttribute[];
  readonly merging: Omit<Merged, "groups">;
  /** Items of which both answers were graded, and those without a preferred one; undefined where nothing was graded. */
  readonly graded: { readonly items: number; readonly unranked: number } | undefined;
  readonly misses: readonly Miss[];
}

/** The attributes in the order of a draft, and those that too few prompts share. */
export function bySharing(
  groups: readonly NameGroup[],
  prompts: number,
  minShare: number,
): { readonly kept: readonly DraftedAttribute[]; readonly rare: readonly DraftedAttribute[] } {
  const shared = byPrompts(groups).map((group) => ({ ...group, share: group.prompts.size / prompts }));
  return {
    kept: shared.filter(({ share }) => share >= minShare),
    rare: shared.filter(({ share }) => share < minShare),
  };
}
