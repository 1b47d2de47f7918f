import { TareError } from "../../errors.js";

/** Most that one command may spend on its oracle; Infinity where nothing is said of it. */
export interface OracleBudget {
  readonly calls: number;
  readonly tokens: number;
  /** In the currency of the price. */
  readonly cost: number;
}

/** What a million tokens cost, in any currency. */
export interface OraclePrice {
  readonly input: number;
  readonly output: number;
}

export const NO_BUDGET: OracleBudget = { calls: Infinity, tokens: Infinity, cost: Infinity };

const UNITS = ["calls", "tokens", "cost"] as const;
const NUMBER = String.raw`\d+(?:\.\d+)?(?:e\d+)?`;
const PART = new RegExp(`^(${NUMBER})\\s*(call|token|cost)s?$`, "iu");
const PRICE = new RegExp(`^(${NUMBER})/(${NUMBER})$`, "iu");

/** Reads `500calls,200000tokens,5cost`, any of the three. Throws TARE_ORACLE_BUDGET. */
export function parseOracleBudget(text: string, price: OraclePrice | undefined): OracleBudget {
  const given: Partial<Record<(typeof UNITS)[number], number>> = {};
  for (const part of text.split(",").map((one) => one.trim())) {
    const [, number, word] = PART.exec(part) ?? [];
    const unit = UNITS.find((one) => one.startsWith(word?.toLowerCase() ?? "?"));
    if (unit === undefined) throw wrong("--oracle-budget", `"${part}" is no number of calls, tokens or cost`);
    if (given[unit] !== undefined) throw wrong("--oracle-budget", `${unit} are given twice`);
    const amount = Number(number);
    if (unit !== "cost" && !Number.isInteger(amount))
      throw wrong("--oracle-budget", `"${part}": ${unit} are whole`);
    given[unit] = amount;
  }
  if (given.cost !== undefined && price === undefined)
    throw wrong("--oracle-budget", "a cost cannot be counted without --oracle-price");
  return { ...NO_BUDGET, ...given };
}

/** Reads `0.15/0.6`: the price of a million tokens of question and of answer. Throws TARE_ORACLE_BUDGET. */
export function parseOraclePrice(text: string): OraclePrice {
  const [, input, output] = PRICE.exec(text.trim()) ?? [];
  if (input === undefined || output === undefined)
    throw wrong("--oracle-price", `"${text}" is not IN/OUT, two prices of a million tokens, as 0.15/0.6`);
  return { input: Number(input), output: Number(output) };
}

function wrong(where: string, what: string): TareError {
  return new TareError("TARE_ORACLE_BUDGET", what, { where });
}
