import type { Message, OracleReply, OracleSampling } from "../../contract.js";
import type { OracleBudget, OraclePrice } from "./budget.js";

export interface Spent {
  /** Questions sent. */
  readonly calls: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly cost: number;
  /** Answers whose tokens nobody counted: a token is taken for four characters there. */
  readonly estimated: number;
}

/** What one answer took. */
export interface Usage {
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly estimated: boolean;
  readonly cost: number | null;
}

/** Room in the budget for one question; give it back with what it took. A question that was sent counts, answered or not. */
export type Room = (took: Usage | "unanswered" | "unsent") => void;

export interface Spending {
  /**
   * Waits for room for a question at its longest answer; a sentence where the budget has none. Questions on their way count
   * as the most they can take, so that no number of them at once overruns it, and a question is turned away only when
   * nothing on its way could leave it room. Once one was turned away, so are all after it.
   */
  room(
    messages: readonly Message[],
    sampling: OracleSampling,
    price: OraclePrice | undefined,
  ): Promise<Room | string>;
  spent(): Spent;
}

type Amount = Record<keyof OracleBudget, number>;

export function openSpending(budget: OracleBudget): Spending {
  const spent = { calls: 0, promptTokens: 0, completionTokens: 0, cost: 0, estimated: 0 };
  const onTheirWay: Amount = { calls: 0, tokens: 0, cost: 0 };
  let waiting: (() => void)[] = [];
  let over: string | undefined;

  /** What the budget lacks for this much more; undefined where it has room. */
  const lacking = (most: Amount, beside: Amount): keyof OracleBudget | undefined => {
    const taken: Amount = {
      calls: spent.calls,
      tokens: spent.promptTokens + spent.completionTokens,
      cost: spent.cost,
    };
    return UNITS.find((unit) => taken[unit] + beside[unit] + most[unit] > budget[unit] * (1 + 1e-12));
  };
  const settle = (most: Amount, took: Usage | "unanswered" | "unsent"): void => {
    for (const unit of UNITS) onTheirWay[unit] -= most[unit];
    if (onTheirWay.calls === 0) onTheirWay.cost = 0; // sums of fractions leave a rest
    if (took !== "unsent") spent.calls++;
    if (typeof took === "object") {
      spent.promptTokens += took.promptTokens;
      spent.completionTokens += took.completionTokens;
      spent.cost += took.cost ?? 0;
      if (took.estimated) spent.estimated++;
    }
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  };

  return {
    async room(messages, sampling, price) {
      const most = mostOf(messages, sampling, price);
      for (;;) {
        if (over !== undefined) return over;
        const alone = lacking(most, NOTHING);
        if (alone !== undefined) {
          over = `the ${alone === "cost" ? `cost of ${budget.cost}` : `${budget[alone]} ${alone}`} of --oracle-budget leave no room for it`;
          return over;
        }
        if (lacking(most, onTheirWay) === undefined) break;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
      for (const unit of UNITS) onTheirWay[unit] += most[unit];
      return (took) => settle(most, took);
    },
    spent: () => ({ ...spent }),
  };
}

const UNITS = ["calls", "tokens", "cost"] as const;
const NOTHING: Amount = { calls: 0, tokens: 0, cost: 0 };

/** A token is at least two bytes of UTF-8 in the tokenizers in use, on average: questions are reserved at that. */
function mostOf(
  messages: readonly Message[],
  { maxTokens }: OracleSampling,
  price: OraclePrice | undefined,
): Amount {
  const bytes = messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  const asked = Math.ceil(bytes / 2);
  return { calls: 1, tokens: asked + maxTokens, cost: costOf(asked, maxTokens, price) ?? 0 };
}

/** What an answer took: as the server counted it, else a token for every four characters. */
export function usageOf(
  messages: readonly Message[],
  { text, promptTokens, completionTokens }: OracleReply,
  price: OraclePrice | undefined,
): Usage {
  const asked = messages.reduce((sum, { content }) => sum + content.length, 0);
  const prompt = promptTokens ?? Math.ceil(asked / 4);
  const completion = completionTokens ?? Math.ceil(text.length / 4);
  return {
    promptTokens: prompt,
    completionTokens: completion,
    estimated: promptTokens === null || completionTokens === null,
    cost: costOf(prompt, completion, price),
  };
}

function costOf(prompt: number, completion: number, price: OraclePrice | undefined): number | null {
  return price === undefined ? null : (prompt * price.input + completion * price.output) / 1e6;
}
