import { EVERY_RANK } from "./cut.js";
import type { Survey } from "./survey.js";
import { ANSWER, BESIDE } from "./texts.js";

/** Which prompts are taken: up to `core` by all, up to its own rank by each band. */
export interface Taken {
  /** Prompts that each claim gets at most. */
  readonly prompts: number;
  readonly core: number;
  readonly bands: readonly number[];
}

export const ALL = (survey: Survey): Taken => ({
  prompts: survey.prompts.length,
  core: EVERY_RANK,
  bands: survey.bands.map(() => EVERY_RANK),
});

/**
 * The same number of prompts for every claim, as far as its data go: the first of all prompts, with every operator, and on
 * from there the next ones to which a rare band applies. More prompts take all that fewer take.
 */
export function takeUpTo(survey: Survey): (prompts: number) => Taken {
  const ranks = survey.prompts.map(({ rank }) => rank);
  const all = [...ranks].sort(ascending);
  const bands = survey.bands.map((_, band) => {
    const own = new Set(survey.items.filter(({ bands }) => bands.has(band)).map(({ prompt }) => prompt));
    return [...own].map((prompt) => ranks[prompt]!).sort(ascending);
  });
  return (prompts) => ({
    prompts,
    core: last(all, prompts),
    bands: bands.map((own) => last(own, prompts)),
  });
}

function last(ranks: readonly number[], count: number): number {
  return count >= ranks.length ? EVERY_RANK : ranks[count - 1]!;
}

/** Whether a band (or ANSWER, BESIDE: the core) takes an item. */
export function takes(survey: Survey, taken: Taken, band: number): (item: number) => boolean {
  const limit = band < 0 ? taken.core : Math.max(taken.core, taken.bands[band]!);
  return (item) => survey.prompts[survey.items[item]!.prompt]!.rank <= limit;
}

/** The items of a run: those of the core, and those on which a band that goes further has a pair. */
export function itemsOf(survey: Survey, taken: Taken): boolean[] {
  const core = takes(survey, taken, ANSWER);
  const further = survey.bands.map((_, band) => takes(survey, taken, band));
  return survey.items.map(({ bands }, item) => core(item) || [...bands].some((band) => further[band]!(item)));
}

/** Distinct texts of a run. */
export interface TextCount {
  readonly texts: number;
  readonly scored: number;
  /** Characters of those that are not scored yet. */
  readonly toScore: number;
}

export function countTaken(survey: Survey, taken: Taken): TextCount {
  const { uses, size, scored } = survey.texts;
  const items = itemsOf(survey, taken);
  const byBand = new Map([BESIDE, ...survey.bands.keys()].map((band) => [band, takes(survey, taken, band)]));
  const seen = new Uint8Array(size.length);
  let [texts, known, toScore] = [0, 0, 0];
  for (let use = 0; use < uses.text.length; use++) {
    const [text, item, band] = [uses.text[use]!, uses.item[use]!, uses.band[use]!];
    if (seen[text] === 1) continue;
    if (!(band === ANSWER ? items[item] : byBand.get(band)!(item))) continue;
    seen[text] = 1;
    texts++;
    if (scored[text]) known++;
    else toScore += size[text]!;
  }
  return { texts, scored: known, toScore };
}

/** The most prompts for each claim that a budget pays; 0 where it does not pay for one. `costOf` grows with the prompts. */
export function mostPrompts(most: number, budget: number, costOf: (prompts: number) => number): number {
  let [paid, dear] = [0, most + 1];
  while (dear - paid > 1) {
    const middle = Math.floor((paid + dear) / 2);
    if (costOf(middle) <= budget) paid = middle;
    else dear = middle;
  }
  return paid;
}

function ascending(a: number, b: number): number {
  return a - b;
}
