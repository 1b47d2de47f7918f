import type { Claim, Item } from "../contract.js";
import { textKey } from "../keys.js";
import { type AcceptedPair, type Built, buildPairs, type Selected } from "../pairs/build.js";
import type { Donor } from "../pairs/corpus.js";
import type { OracleLook } from "../pairs/oracle-pair.js";
import { nameOperator } from "../plan.js";
import type { Rubric, Rule } from "../rubric/rubric.js";
import { nameSelected } from "../rubric/select.js";
import { languageOfItem } from "../stages/language-of-item.js";
import { type Band, bandsOf } from "./bands.js";
import { claimPairs } from "./claim-pairs.js";
import { promptRank } from "./cut.js";
import { ANSWER, BESIDE, collectTexts, type Texts } from "./texts.js";

/** What one operator at one dose makes of the data. */
export interface OperatorCount {
  readonly selected: Selected;
  /** Index of its band; BESIDE where no claim hangs on it. */
  readonly band: number;
  /** Items with a pair, and how many it has there. */
  readonly items: number[];
  readonly pairs: number[];
  readonly skipped: Map<string, number>;
}

/** The items a claim would speak of, were they all of its part of the data, and with how many values of each. */
export interface ClaimCount {
  readonly claim: Claim;
  /** Index of its band; ANSWER for the ranking. */
  readonly band: number;
  readonly items: readonly number[];
  readonly values: readonly number[];
}

export interface Changed {
  readonly response: number;
  readonly band: number;
  readonly tokens: number;
}

/** All that is known of data before a model has seen them: counts, no rewards. Items and prompts are told by their index. */
export interface Survey {
  readonly prompts: readonly { readonly key: string; readonly rank: number }[];
  readonly items: readonly {
    readonly id: string;
    readonly prompt: number;
    readonly subset: string;
    readonly language: string;
    readonly answers: number;
    /** Model-free tokens of the part that a band (or BESIDE) changes of an answer, the fewest of its operators. */
    readonly changed: readonly Changed[];
    /** Bands with a valid pair. */
    readonly bands: ReadonlySet<number>;
  }[];
  readonly bands: readonly Band[];
  readonly operators: readonly OperatorCount[];
  readonly claims: readonly ClaimCount[];
  /** Share of the items on which the operators of a rule with claims gave a pair, by attribute. */
  readonly applied: Readonly<Record<string, number>>;
  readonly texts: Texts;
}

export interface SurveyPlan {
  readonly seed: number;
  /** Longest input of the scorer, in tokens. */
  readonly window: number;
  readonly donors: readonly Donor[];
  readonly oracle?: OracleLook | undefined;
  readonly selected: readonly Selected[];
  readonly rubric: Pick<Rubric, "scale">;
  readonly rules: readonly Rule[];
  readonly isScored: (textKey: string) => boolean;
}

/** Builds every pair, item by item, and keeps what it comes to. */
export function openSurvey(plan: SurveyPlan) {
  const { seed, selected, rules } = plan;
  const bands = bandsOf(rules);
  const bandOf = (operator: string) => {
    const band = bands.findIndex(({ operators }) => operators.has(operator));
    return band === -1 ? BESIDE : band;
  };
  const operators = new Map(
    selected.map((one): [string, OperatorCount] => {
      const name = nameOperator(one);
      return [name, { selected: one, band: bandOf(name), items: [], pairs: [], skipped: new Map() }];
    }),
  );
  const byName = new Map(selected.map((one) => [nameOperator(one), one]));
  const prompts = new Map<string, { index: number; rank: number }>();
  const items: Survey["items"][number][] = [];
  const texts = collectTexts(plan.isScored);
  const claims = new Map(
    rules.flatMap((rule) => rule.claims.map((claim) => [claim.id, openClaim(claim, rule)])),
  );

  function openClaim(claim: Claim, rule: Rule) {
    const band = rule.kind === "ranking" ? ANSWER : bandOf(nameSelected(rule.selected[0]!));
    return { claim, band, items: [] as number[], values: [] as number[] };
  }

  return {
    add(item: Item): void {
      const index = items.length;
      const built = buildPairs(item, selected, plan);
      const pairs = built.filter((one) => one.kind === "pair");
      for (const { text: response } of item.responses) {
        const text = { messages: item.prompt, response };
        texts.use(textKey(text), text, index, ANSWER);
      }
      for (const pair of pairs) {
        const { band } = operators.get(nameSelected(pair))!;
        texts.use(pair.baseKey, pair.base, index, band);
        texts.use(pair.variantKey, pair.variant, index, band);
      }
      countOperators(operators, built, index);
      for (const { claim, n } of claimPairs(item, pairs, rules, byName, plan.rubric.scale)) {
        const own = claims.get(claim.id)!;
        own.items.push(index);
        own.values.push(n);
      }
      const language = languageOfItem(item);
      const prompt = promptOf(prompts, seed, item.promptKey);
      const own = new Set(
        pairs.map((pair) => operators.get(nameSelected(pair))!.band).filter((band) => band >= 0),
      );
      items.push({
        ...{ id: item.id, prompt, subset: item.subset, language, answers: item.responses.length, bands: own },
        changed: changedOf(pairs, (pair) => operators.get(nameSelected(pair))!.band),
      });
    },
    read(): Survey {
      return {
        prompts: [...prompts].map(([key, { rank }]) => ({ key, rank })),
        items,
        bands,
        operators: [...operators.values()],
        claims: [...claims.values()],
        applied: appliedOf(rules, operators, items.length),
        texts: texts.read(),
      };
    },
  };
}

function promptOf(prompts: Map<string, { index: number; rank: number }>, seed: number, key: string): number {
  const known = prompts.get(key);
  if (known !== undefined) return known.index;
  const index = prompts.size;
  prompts.set(key, { index, rank: promptRank(seed, key) });
  return index;
}

function countOperators(
  operators: ReadonlyMap<string, OperatorCount>,
  built: readonly Built[],
  item: number,
): void {
  for (const one of built) {
    const own = operators.get(nameSelected(one))!;
    if (one.kind === "skip") own.skipped.set(one.reason, (own.skipped.get(one.reason) ?? 0) + 1);
    else if (own.items.at(-1) === item) own.pairs[own.pairs.length - 1]!++;
    else {
      own.items.push(item);
      own.pairs.push(1);
    }
  }
}

function appliedOf(
  rules: readonly Rule[],
  operators: ReadonlyMap<string, OperatorCount>,
  items: number,
): Survey["applied"] {
  const gated = rules.filter(({ claims, selected }) => claims.length > 0 && selected.length > 0);
  return Object.fromEntries(
    gated.map(({ attribute, selected }) => {
      const own = new Set(selected.flatMap((one) => operators.get(nameSelected(one))!.items));
      return [attribute, items === 0 ? 0 : own.size / items];
    }),
  );
}

function changedOf(pairs: readonly AcceptedPair[], bandOf: (pair: AcceptedPair) => number): Changed[] {
  const fewest = new Map<string, Changed>();
  for (const pair of pairs) {
    const { response, drift } = pair;
    const band = bandOf(pair);
    const known = fewest.get(`${response}/${band}`);
    if (known === undefined || drift.baseTokens < known.tokens)
      fewest.set(`${response}/${band}`, { response, band, tokens: drift.baseTokens });
  }
  return [...fewest.values()];
}
