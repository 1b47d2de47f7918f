import { describe, expect, test } from "vitest";
import { NO_BUDGET, parseOracleBudget, parseOraclePrice } from "../../../src/oracle/ask/budget.js";
import { openSpending } from "../../../src/oracle/ask/spending.js";

const PRICE = { input: 1, output: 2 };
const code = { code: "TARE_ORACLE_BUDGET", exit: 2 };

describe("a budget", () => {
  test.each([
    ["500calls", { calls: 500 }],
    ["500 calls, 200000tokens,5cost", { calls: 500, tokens: 200_000, cost: 5 }],
    ["2.5cost", { cost: 2.5 }],
    ["2e5tokens", { tokens: 200_000 }],
    ["1call", { calls: 1 }],
    ["0calls", { calls: 0 }],
  ])("%s", (text, some) => expect(parseOracleBudget(text, PRICE)).toEqual({ ...NO_BUDGET, ...some }));

  test.each([
    "",
    "500",
    "calls",
    "-5calls",
    "5 euros",
    "500calls;5cost",
    "1.5calls",
    "1calls,2calls",
    "1calls,",
    "NaNcalls",
  ])("none: %j", (text) =>
    expect(() => parseOracleBudget(text, PRICE)).toThrow(expect.objectContaining(code)),
  );

  test("of cost wants a price", () => {
    expect(() => parseOracleBudget("5cost", undefined)).toThrow(/--oracle-price/);
    expect(parseOracleBudget("5calls", undefined)).toMatchObject({ calls: 5 });
  });

  test.each([
    ["0.15/0.6", { input: 0.15, output: 0.6 }],
    [" 3/15 ", { input: 3, output: 15 }],
    ["0/0", { input: 0, output: 0 }],
  ])("price %j", (text, price) => expect(parseOraclePrice(text)).toEqual(price));

  test.each(["", "3", "3/", "-1/2", "a/b", "1/2/3"])("no price: %j", (text) =>
    expect(() => parseOraclePrice(text)).toThrow(expect.objectContaining(code)),
  );
});

describe("room in a budget", () => {
  const messages = [{ role: "user", content: "x".repeat(200) }]; // at most 100 tokens
  const sampling = { temperature: 0, maxTokens: 100, seed: 1 };
  const usage = { promptTokens: 50, completionTokens: 50, estimated: false, cost: null };

  test("waits for what is on its way, and is there when that took less than it could", async () => {
    const spending = openSpending({ ...NO_BUDGET, tokens: 300 });
    const first = await spending.room(messages, sampling, undefined);
    let second: unknown;
    const waiting = spending.room(messages, sampling, undefined).then((room) => (second = room));
    await Promise.resolve();
    expect(second).toBeUndefined();
    (first as (took: typeof usage) => void)(usage);
    expect(typeof (await waiting)).toBe("function");
    expect(spending.spent()).toMatchObject({ calls: 1, promptTokens: 50, completionTokens: 50 });
  });

  test("is refused when nothing on its way could leave it, and from then on", async () => {
    const spending = openSpending({ ...NO_BUDGET, tokens: 150 });
    expect(await spending.room(messages, sampling, undefined)).toMatch(/150 tokens of --oracle-budget/);
    expect(await spending.room([], { ...sampling, maxTokens: 1 }, undefined)).toMatch(/150 tokens/);
  });

  test("counts a question that got no answer, and none that was not sent", async () => {
    const spending = openSpending({ ...NO_BUDGET, calls: 2 });
    for (const took of ["unsent", "unanswered", usage] as const)
      ((await spending.room(messages, sampling, undefined)) as (took: unknown) => void)(took);
    expect(spending.spent()).toMatchObject({ calls: 2, promptTokens: 50 });
    expect(await spending.room(messages, sampling, undefined)).toMatch(/2 calls/);
  });
});
