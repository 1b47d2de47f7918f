import { describe, expect, it } from "vitest";
import { bandsOf } from "../../src/planning/bands.js";
import { fitBudget } from "../../src/planning/fit.js";
import type { Survey } from "../../src/planning/survey.js";
import { ALL, countTaken, itemsOf, mostPrompts, takes, takeUpTo } from "../../src/planning/take.js";
import { ANSWER } from "../../src/planning/texts.js";
import { stream } from "../../src/random.js";
import { rubricDocument } from "../../src/rubric/document.js";
import type { Rubric, Rule } from "../../src/rubric/rubric.js";
import { claimOf } from "../rubric/claim-of.js";

/** One item a prompt; band 0 applies to all, band 1 to one in five. Each band makes one text of 100 characters an item. */
function survey(size: number): Survey {
  const random = stream("fit");
  const items = Array.from({ length: size }, (_, index) => ({
    ...{ id: `i${index}`, prompt: index, subset: "", language: "en", answers: 2, changed: [] },
    bands: new Set(index % 5 === 0 ? [0, 1] : [0]),
  }));
  const uses = items.flatMap(({ bands }, item) => [ANSWER, ...bands].map((band) => ({ item, band })));
  const claims = [0, 1].map((band) => {
    const own = items.flatMap(({ bands }, item) => (bands.has(band) ? [item] : []));
    const claim = claimOf("bias", "at-most", 0.2, { id: `a${band}/bias`, attribute: `a${band}` });
    return { claim, band, items: own, values: own.map(() => 1) };
  });
  return {
    items,
    prompts: items.map(({ id }) => ({ key: id, rank: random.integer(2 ** 40) })),
    bands: [0, 1].map((band) => ({ attributes: new Set([`a${band}`]), operators: new Set([`o${band}`]) })),
    operators: [],
    claims,
    applied: { a0: 1, a1: 0.2 },
    texts: {
      size: uses.map(() => 100),
      scored: uses.map(() => false),
      uses: {
        text: uses.map((_, at) => at),
        item: uses.map(({ item }) => item),
        band: uses.map(({ band }) => band),
      },
      sample: [],
    },
  };
}

const SURVEY = survey(1000);
const rubric = {
  alpha: 0.05,
  document: rubricDocument.parse({ name: "fit", why: "For tests.", minimumPrompts: 20 }),
} as Rubric;
const fitting = { rubric, today: "2026-01-01", speed: { secondsPerCharacter: 0.01 } };

const promptsOf = (band: number, taken: ReturnType<typeof ALL>) =>
  SURVEY.items.filter(({ bands }, item) => bands.has(band) && takes(SURVEY, taken, band)(item)).length;

describe("what a budget takes", () => {
  it.each([1, 20, 100, 199])("%i prompts for each claim, the rare one too", (count) => {
    const taken = takeUpTo(SURVEY)(count);
    expect([promptsOf(0, taken), promptsOf(1, taken)]).toEqual([count, count]);
    // About a fifth of the rare band's prompts are core prompts anyway.
    const items = itemsOf(SURVEY, taken).filter(Boolean).length;
    expect(items).toBeLessThanOrEqual(2 * count);
    expect(items).toBeGreaterThanOrEqual(count);
  });

  it("a claim whose data end gives its room to the others", () => {
    const taken = takeUpTo(SURVEY)(500);
    expect([promptsOf(0, taken), promptsOf(1, taken)]).toEqual([500, 200]);
  });

  it("more prompts hold all that fewer hold, and cost more", () => {
    const counts = [1, 2, 30, 31, 200, 201, 999, 1000].map((count) => {
      const taken = takeUpTo(SURVEY)(count);
      return { items: itemsOf(SURVEY, taken), texts: countTaken(SURVEY, taken).texts };
    });
    for (const [at, { items, texts }] of counts.slice(1).entries()) {
      const fewer = counts[at]!;
      expect(fewer.items.every((held, item) => !held || items[item])).toBe(true);
      expect(texts).toBeGreaterThan(fewer.texts);
    }
    expect(countTaken(SURVEY, takeUpTo(SURVEY)(1000))).toEqual(countTaken(SURVEY, ALL(SURVEY)));
  });

  it("is as much as is paid for, by texts and by time, and no more", () => {
    const texts = fitBudget(SURVEY, { ...fitting, budget: { unit: "texts", amount: 700 } });
    // At 100 characters of 0.01 s each a text is one second.
    const seconds = fitBudget(SURVEY, { ...fitting, budget: { unit: "seconds", amount: 700 } });
    expect(seconds).toEqual(texts);
    expect(countTaken(SURVEY, texts).texts).toBeLessThanOrEqual(700);
    expect(countTaken(SURVEY, takeUpTo(SURVEY)(texts.prompts + 1)).texts).toBeGreaterThan(700);
    expect(fitBudget(SURVEY, { ...fitting, budget: { unit: "texts", amount: 2200 } })).toEqual(ALL(SURVEY));
  });

  it("texts that are scored cost no time, and are counted as texts", () => {
    const half = {
      ...SURVEY,
      texts: { ...SURVEY.texts, scored: SURVEY.texts.scored.map((_, at) => at % 2 === 0) },
    };
    const taken = fitBudget(half, { ...fitting, budget: { unit: "seconds", amount: 700 } });
    const { texts, scored } = countTaken(half, taken);
    expect(texts - scored).toBeLessThanOrEqual(700);
    expect(texts).toBeGreaterThan(1200);
    expect(fitBudget(half, { ...fitting, budget: { unit: "texts", amount: 700 } })).toEqual(
      fitBudget(SURVEY, { ...fitting, budget: { unit: "texts", amount: 700 } }),
    );
  });

  it("too little for any claim is refused, with what would do", () => {
    const poor = { ...fitting, budget: { unit: "seconds", amount: 30 } } as const;
    const { texts } = countTaken(SURVEY, takeUpTo(SURVEY)(20));
    expect(() => fitBudget(SURVEY, poor)).toThrowError(
      expect.objectContaining({
        code: "TARE_BUDGET_TOO_SMALL",
        message: expect.stringContaining(
          `20 prompts, from which on a claim can be judged, cost about ${texts} s`,
        ),
      }),
    );
  });

  it("where no data could decide a claim, it is no fault of the budget", () => {
    const strict = { ...rubric, document: { ...rubric.document, minimumPrompts: 5000 } } as Rubric;
    const taken = fitBudget(SURVEY, { ...fitting, rubric: strict, budget: { unit: "texts", amount: 30 } });
    expect(taken.prompts).toBeGreaterThan(0);
    expect(() =>
      fitBudget(SURVEY, { ...fitting, rubric: strict, budget: { unit: "texts", amount: 1 } }),
    ).toThrowError(expect.objectContaining({ message: expect.stringContaining("one prompt costs about") }));
  });
});

it("the most prompts that are paid for are found by halving", () => {
  for (const budget of [0, 0.5, 1, 17, 99, 100, 1000])
    expect(mostPrompts(100, budget, (prompts) => prompts)).toBe(Math.min(100, Math.floor(budget)));
});

it("rules that share an operator are one band; those without claims, and the ranking, are none", () => {
  const rule = (attribute: string, operators: string[], claims = 1) =>
    ({
      attribute,
      selected: operators.map((augmentation) => ({ augmentation, dose: undefined })),
      claims: Array(claims).fill(claimOf("bias", "at-most", 0.2, { attribute })),
    }) as unknown as Rule;
  const bands = bandsOf([
    rule("a", ["x", "y"]),
    rule("b", ["z"]),
    rule("c", ["y", "w"]),
    rule("d", ["v"], 0),
    rule("e", []),
  ]);
  expect(bands.map(({ attributes, operators }) => [[...attributes].sort(), [...operators].sort()])).toEqual([
    [["b"], ["z"]],
    [
      ["a", "c"],
      ["w", "x", "y"],
    ],
  ]);
});
