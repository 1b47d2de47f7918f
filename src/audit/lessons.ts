import { COVARIATES, type Covariate, type Item } from "../contract.js";
import { countedTokens, countsOf } from "../pairs/drift.js";

/** Of every (chosen, rejected) comparison the sign of chosen less rejected, with its prompt. */
export interface LessonTally {
  readonly prompts: string[];
  readonly signs: Record<Covariate, number[]>;
}

export function emptyLessons(): LessonTally {
  return {
    prompts: [],
    signs: Object.fromEntries(COVARIATES.map((name) => [name, []])) as unknown as LessonTally["signs"],
  };
}

/** Items without a preference teach nothing and add nothing. */
export function addLessons(tally: LessonTally, { promptKey, responses }: Item): void {
  const of = (role: string) => responses.filter((one) => one.role === role).map(({ text }) => amounts(text));
  const rejected = of("rejected");
  for (const better of of("chosen")) {
    for (const worse of rejected) {
      tally.prompts.push(promptKey);
      for (const name of COVARIATES) tally.signs[name].push(Math.sign(better[name] - worse[name]));
    }
  }
}

function amounts(text: string): Readonly<Record<Covariate, number>> {
  return { ...countsOf(text), tokens: countedTokens(text) };
}

export function mergeLessons(whole: LessonTally, part: LessonTally): void {
  for (const prompt of part.prompts) whole.prompts.push(prompt);
  for (const name of COVARIATES) for (const sign of part.signs[name]) whole.signs[name].push(sign);
}
