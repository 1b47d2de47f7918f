import type { Augmentation, Expectation, ResponseRole } from "../../contract.js";

/** Which pairs of a run; what is left out is not asked for. Several hold together. */
export interface PairFilters {
  /** Operator, without its dose. */
  readonly augmentation?: string;
  /** Null: operators without doses. */
  readonly dose?: number | null;
  /** The operator's own attribute, as in `pair_scores`. */
  readonly attribute?: string;
  readonly expects?: Expectation;
  readonly role?: ResponseRole;
  readonly subset?: string;
  /** Moved against what the operator expects, by more than twice the noise floor; false: the others. */
  readonly broken?: boolean;
  /** Either text was cut to the model's window: no evidence. */
  readonly truncated?: boolean;
  /** Words that the base or the variant must hold, all of them; "several words" in quotes side by side. */
  readonly search?: string;
}

/** `z` and `difference` order alike within a run: both are there so that a column can be named as it is shown. */
export type PairSort = "z" | "difference" | "pair";

export interface PairPageRequest {
  /** Id of the run, whole. */
  readonly run: string;
  readonly filters?: PairFilters;
  readonly sort?: PairSort;
  /** `descending` (the standard) has the largest first. */
  readonly order?: "ascending" | "descending";
  /** A page's `next`: what comes after it. */
  readonly after?: string | undefined;
  /** A page's `previous`: what comes before it. At most one of the two. */
  readonly before?: string | undefined;
  /** 1 to 500. */
  readonly limit: number;
}

export interface PairRow {
  readonly pair: string;
  readonly item: string;
  readonly position: number;
  readonly role: ResponseRole;
  readonly style: string;
  readonly subset: string;
  readonly augmentation: string;
  readonly dose: number | null;
  readonly attribute: string;
  readonly expects: Expectation;
  readonly changes: Augmentation["changes"];
  readonly baseScore: number;
  readonly variantScore: number;
  /** Variant less base, raw. */
  readonly difference: number;
  /** In SDs of the run's ruler; null where that is zero or not there. */
  readonly z: number | null;
  readonly truncated: boolean;
  /** Half or more of its readers contradict the label: no evidence. */
  readonly suspect: boolean;
  readonly broken: boolean;
  /** Beginning of the last message of the prompt. */
  readonly prompt: string;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Cursors; absent at the end and at the beginning. */
  readonly next?: string;
  readonly previous?: string;
  /** How many there are under these filters; `exact` false: at least so many. */
  readonly count: { readonly rows: number; readonly exact: boolean };
}

/** What keeps a page fast however common the words are; given by tests alone. */
export interface PageLimits {
  /** Texts that are looked at one by one for the pairs made of them; of commoner words pairs are asked in their order instead. */
  readonly fewTexts: number;
  readonly fewPairs: number;
  /** Most pairs that are looked at for one page, by difference and by key. */
  readonly lookedAt: number;
  readonly lookedAtByKey: number;
}

export const PAGE_LIMITS: PageLimits = {
  fewTexts: 1_000,
  fewPairs: 4_000,
  lookedAt: 4_000,
  lookedAtByKey: 2_000,
};
