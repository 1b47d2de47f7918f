import { isInconclusive, shareInference } from "../stats/inference.js";

/** A scored response of the data as it stands. */
export interface Judged {
  readonly item: string;
  readonly prompt: string;
  readonly role: string;
  readonly score: number;
}

/** What the scores of the data's own responses look like. */
export interface ScoreFacts {
  readonly texts: number;
  readonly lowest: number;
  readonly highest: number;
  /** Different values among them. */
  readonly distinct: number;
  /** Lowest and highest raw logit, before weights and sign; null where several heads make the reward. */
  readonly raw: { readonly lowest: number; readonly highest: number } | null;
  /** Share of items whose chosen response scores above the rejected one (a tie counts half). */
  readonly order: OrderFacts | null;
}

export interface OrderFacts {
  readonly items: number;
  readonly share: number;
  /** One-sided 95 % bounds; null under six prompts. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Null where there is no response. `weight` is that of the only head of the reward, null where it has several. */
export function scoreFacts(responses: readonly Judged[], weight: number | null): ScoreFacts | null {
  if (responses.length === 0) return null;
  const scores = responses.map(({ score }) => score);
  const [lowest, highest] = range(scores);
  const ends = weight === null || weight === 0 ? null : range([lowest / weight, highest / weight]);
  return {
    texts: scores.length,
    lowest,
    highest,
    distinct: new Set(scores).size,
    raw: ends === null ? null : { lowest: ends[0], highest: ends[1] },
    order: orderFacts(responses),
  };
}

const ALPHA = 0.05;

function orderFacts(responses: readonly Judged[]): OrderFacts | null {
  const items = new Map<string, Judged[]>();
  for (const response of responses) {
    const known = items.get(response.item);
    if (known === undefined) items.set(response.item, [response]);
    else known.push(response);
  }
  const compared = [...items.values()].flatMap((group) => {
    const wins = comparisons(group);
    return wins.length === 0 ? [] : [{ prompt: group[0]!.prompt, share: mean(wins) }];
  });
  if (compared.length === 0) return null;
  const values = compared.map(({ share }) => share);
  const inference = shareInference({ values, clusters: compared.map(({ prompt }) => prompt) });
  const bounds = isInconclusive(inference)
    ? { lower: null, upper: null }
    : { lower: inference.lower(ALPHA), upper: inference.upper(ALPHA) };
  return { items: compared.length, share: mean(values), ...bounds };
}

/** 1 for each chosen response above a rejected one of the same item, ½ for a tie. */
function comparisons(group: readonly Judged[]): number[] {
  const of = (role: string) => group.filter((response) => response.role === role);
  return of("chosen").flatMap((better) =>
    of("rejected").map((worse) => (Math.sign(better.score - worse.score) + 1) / 2),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function range(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}
