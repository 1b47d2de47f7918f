import type { Waiver } from "../contract.js";
import { RULE_LISTS, type RubricDocument } from "./document.js";
import type { JudgeRules, Needs } from "./evidence.js";

/** What a run has, to be held against the rubric's figures. */
export interface Standing {
  /** Noise floor (tau) and scale (S), both in raw score; null where they do not exist. */
  readonly noise: JudgeRules["noise"];
  /** Prompts of the run by language (ISO 639-1). */
  readonly promptsByLanguage: ReadonlyMap<string, number>;
  /** The day of judging, as YYYY-MM-DD or a time that begins so (UTC): waivers end. */
  readonly today: string;
  /** Given beside the rubric, for the run's scorer; they go before the rubric's own. */
  readonly waivers?: readonly Waiver[] | undefined;
  /** See JudgeRules. */
  readonly exportedBehind?: JudgeRules["exportedBehind"];
}

/** The rubric's figures as the judge wants them. */
export function judgeRulesOf(document: RubricDocument, standing: Standing): JudgeRules {
  const { alpha, minimumPrompts, minimumApplied, tail, noiseFactor, waivers, languages = [] } = document;
  const rules = RULE_LISTS.flatMap(
    (list): readonly (Needs & { readonly attribute: string })[] => document[list],
  );
  const short = languages.filter((one) => (standing.promptsByLanguage.get(one) ?? 0) < minimumPrompts);
  return {
    alpha,
    minimumPrompts,
    minimumApplied,
    needs: new Map(rules.map((rule) => [rule.attribute, rule])),
    tail,
    noise: standing.noise,
    noiseFactor,
    waivers: [...(standing.waivers ?? []), ...waivers].filter(
      ({ until }) => until >= standing.today.slice(0, 10),
    ),
    exportedBehind: standing.exportedBehind,
    missingLanguages: short.map((language) => ({
      language,
      prompts: standing.promptsByLanguage.get(language) ?? 0,
    })),
  };
}

export function waiverOf(id: string, waivers: readonly Waiver[] | undefined): Waiver | null {
  return waivers?.find(({ claim }) => claim === id) ?? null;
}
