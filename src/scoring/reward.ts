import type { ScorerIdentity } from "../contract.js";
import { TareError } from "../errors.js";
import { didYouMean } from "../nearest.js";

/** Which logits make the reward: their weighted sum. One head with weight 1 for an ordinary reward model. */
export type Reward = readonly { readonly head: number; readonly weight: number }[];

const SIGN = /\s*([+-]?)\s*/y;
const WEIGHT = /(\d+(?:\.\d+)?)\s*\*\s*/y;
const INDEX = /\d+/y;
/** What may follow a head: the next sign, or the end. */
const AFTER = /\s*(?=[+-]|$)/y;

/**
 * Reads `--head`: a head by name or index, or a weighted sum of heads such as `0.6*helpfulness+0.4*correctness` or
 * `1-0` (the log-odds of a two-label classifier). Heads are never averaged unasked. `negate` turns the sign, for a
 * model whose better answers score lower. Throws TARE_MODEL_HEADS.
 */
export function chooseReward(identity: ScorerIdentity, asked: string | undefined, negate = false): Reward {
  const sign = negate ? -1 : 1;
  const { heads } = identity;
  if (asked === undefined) {
    if (heads.length === 1) return [{ head: 0, weight: sign }];
    throw refuse(identity, `${heads.length} heads and none chosen`);
  }
  const whole = findHead(heads, asked);
  if (whole !== undefined) return [{ head: whole, weight: sign }];
  const weights = new Map<number, number>();
  for (const { head, weight } of termsOf(identity, asked)) {
    weights.set(head, (weights.get(head) ?? 0) + sign * weight);
  }
  return [...weights].map(([head, weight]) => ({ head, weight })).sort((a, b) => a.head - b.head);
}

/** Heads are known, so the longest one that stands at a place is meant: names may hold hyphens and spaces. */
function termsOf(identity: ScorerIdentity, asked: string): Reward {
  const terms: { head: number; weight: number }[] = [];
  const names = [...identity.heads].sort((a, b) => b.length - a.length);
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(asked);
    if (match !== null) at = pattern.lastIndex;
    return match?.[1] ?? match?.[0];
  };
  while (at < asked.length) {
    const sign = take(SIGN);
    const weight = Number(take(WEIGHT) ?? 1);
    const start = at;
    const known = names.find((name) => asked.startsWith(name, start) && endsAt(asked, start + name.length));
    const name = known ?? take(INDEX);
    if (known !== undefined) at += known.length;
    const head = name === undefined ? undefined : findHead(identity.heads, name);
    const lone = terms.length > 0 && sign === "";
    if (head === undefined || lone || !endsAt(asked, at)) {
      const word = asked.slice(start).trim();
      throw refuse(identity, `no head "${word}"${didYouMean(word, identity.heads)}`);
    }
    take(AFTER);
    terms.push({ head, weight: sign === "-" ? -weight : weight });
  }
  return terms;
}

function endsAt(asked: string, at: number): boolean {
  AFTER.lastIndex = at;
  return AFTER.test(asked);
}

/** By name first: a head may be called "1". */
function findHead(heads: readonly string[], asked: string): number | undefined {
  const named = heads.indexOf(asked);
  if (named >= 0) return named;
  const index = /^\d+$/.test(asked) ? Number(asked) : -1;
  return index >= 0 && index < heads.length ? index : undefined;
}

function refuse({ heads, name }: ScorerIdentity, what: string): TareError {
  const list = heads.map((head, at) => `${at} ${head}`).join(", ");
  return new TareError("TARE_MODEL_HEADS", `${what}; heads: ${list}`, { where: name });
}

/** The noise of a weighted sum is at most the weighted sum of the noises. */
export function rewardNoise(reward: Reward, floors: readonly number[]): number {
  return reward.reduce((sum, { head, weight }) => sum + Math.abs(weight) * floors[head]!, 0);
}

/** For reading: `reward`, or `0.6 helpfulness + -1 toxicity`. */
export function nameReward(reward: Reward, heads: readonly string[]): string {
  return reward
    .map(({ head, weight }) => (weight === 1 ? heads[head]! : `${weight} ${heads[head]}`))
    .join(" + ");
}
