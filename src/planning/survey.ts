import type { Claim, Item } from "../contract.js";
import { strataOf } from "../effects/analyze.js";
import { type Division, divideItems, type ItemFacts } from "../effects/divide.js";
import { textKey } from "../keys.js";
import { type AcceptedPair, type Built, buildPairs, type Selected } from "../pairs/build.js";
import type { Donor } from "../pairs/corpus.js";
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

/** The items a claim would speak of, and with how many values of each. */
export interface ClaimCount {
  readonly claim: Claim;
  /** Index of its band; ANSWER for the ranking. */
  readonly band: number;
  readonly items: readonly number[];
  readonly values: readonly number[];
}

/** All that is known of data before a model has seen them: counts, no rewards. Items and prompts are told by their index. */
export interface Survey {
  readonly prompts: readonly { readonly key: string; readonly rank: number }[];
  readonly items: readonly {
    readonly id: string;
    readonly prompt: number;
    readonly language: string;
    readonly answers: number;
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
  const facts: ItemFacts[] = [];
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
      items.push({ id: item.id, prompt, language, answers: item.responses.length, bands: own });
      facts.push({ item: item.id, subset: item.subset, language, length: lengthOf(pairs) });
    },
    read(): Survey {
      const divisions = divideItems(facts, strataOf(rules));
      return {
        prompts: [...prompts].map(([key, { rank }]) => ({ key, rank })),
        items,
        bands,
        operators: [...operators.values()],
        claims: [...claims.values()].map((one) => onItsPart(one, divisions, items)),
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

/** As in store/item-facts.ts: mean over the answers that were changed, each by its shortest changed part. */
function lengthOf(pairs: readonly AcceptedPair[]): number {
  const shortest = new Map<number, number>();
  for (const { response, drift } of pairs)
    shortest.set(response, Math.min(shortest.get(response) ?? Number.POSITIVE_INFINITY, drift.baseTokens));
  const lengths = [...shortest.values()];
  return lengths.length === 0 ? 0 : lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
}

/** A claim on a part of the data keeps the items of that part. */
function onItsPart(count: ClaimCount, divisions: readonly Division[], items: Survey["items"]): ClaimCount {
  const { stratum } = count.claim;
  if (stratum === undefined || stratum.kind === "side") return count;
  const division = divisions.find(({ kind }) => kind === stratum.kind);
  const kept = [...count.items.keys()].filter(
    (at) => division?.of.get(items[count.items[at]!]!.id) === stratum.value,
  );
  return { ...count, items: kept.map((at) => count.items[at]!), values: kept.map((at) => count.values[at]!) };
}
