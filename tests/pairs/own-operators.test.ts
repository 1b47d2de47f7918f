import { expect, test } from "vitest";
import type { TareError } from "../../src/errors.js";
import { operatorsOf } from "../../src/pairs/own-operators.js";
import { readOwnPair } from "../../src/pairs/own-pair.js";

const fail = (failure: TareError): never => {
  throw failure;
};

test("tens of thousands of pairs of one operator are gathered in linear time", () => {
  const common = {
    variantPrompt: undefined,
    expects: "same",
    augmentation: "mine",
    attribute: "mine",
  } as const;
  const pairs = Array.from({ length: 30_000 }, (_, i) => ({
    ...{ ...common, prompt: [{ role: "user", content: `prompt ${i}` }], base: "a", variant: "b" },
    ...{ dose: undefined, named: true, place: `pairs.jsonl:${i + 1}` },
  }));
  expect(operatorsOf(pairs, fail)).toMatchObject([
    { name: "pairs/mine", summary: "Pairs of your own: 30000." },
  ]);
});

const placed = (...records: readonly object[]) =>
  records.map((record, i) => ({
    ...readOwnPair({ prompt: `What is ${i}?`, base: "a", variant: "b", expects: "lower", ...record }, "mine"),
    place: `mine.jsonl:${i + 1}`,
  }));
const named = (...records: readonly object[]) =>
  operatorsOf(placed(...records), fail).map(({ name, expects, attribute }) => [name, expects, attribute]);

test("pairs without a name are one operator, or one for each expectation and attribute where they differ", () => {
  expect(named({}, {})).toEqual([["pairs/mine", "lower", "mine"]]);
  expect(
    named({}, { expects: "higher" }, { expects: "higher", attribute: "a+b @2" }, { augmentation: "x" }, {}),
  ).toEqual([
    ["pairs/mine-lower", "lower", "mine"],
    ["pairs/mine-higher", "higher", "mine"],
    ["pairs/mine-higher-a-b-2", "higher", "a+b @2"],
    ["pairs/x", "lower", "x"],
  ]);
});

test("a pair that does not go with its operator is told and, where that does not throw, left out", () => {
  const told: string[] = [];
  const pairs = placed(
    { augmentation: "x" },
    { augmentation: "x", expects: "same" },
    { augmentation: "x", prompt: "What is 0?" },
  );
  const operators = operatorsOf(pairs, ({ where, message }) => void told.push(`${where}: ${message}`));
  expect(operators).toMatchObject([{ name: "pairs/x", expects: "lower", summary: "Pairs of your own: 1." }]);
  expect(told).toEqual([
    expect.stringMatching(/^mine\.jsonl:2: field "expects" is "same", but "lower" at mine\.jsonl:1: .*"x"/u),
    "mine.jsonl:3: the same prompt, base and augmentation as at mine.jsonl:1",
  ]);
});
