import { expect, it } from "vitest";
import type { OperatorExamples, RunView } from "../../src/contract.js";
import { renderRunPage } from "../../src/reports/html/run-page.js";
import { DETAILED, pair } from "./details.js";

const WORDS =
  "the old bridge of the town stands where two roads meet and a river bends before the mill".split(" ");

/** Two texts of the longest excerpt that share nothing, as a rewritten answer may. */
const words = (seed: number) =>
  Array.from({ length: 700 }, (_, at) => `${WORDS[(at * seed) % WORDS.length]}${seed}x${at}`)
    .join(" ")
    .slice(0, 4000);

const operator = (at: number): OperatorExamples => ({
  ...{ attribute: "length", augmentation: `operator-${at}`, expects: "same", changes: "response" },
  pairs: 25_000,
  shown: Array.from({ length: 8 }, (_, rank) => pair(rank, words(at + rank + 1), words(at * 7 + rank + 3))),
});
const full = (name: string): RunView => ({
  ...DETAILED,
  run: `${name}${DETAILED.run}`,
  scorer: { ...DETAILED.scorer, name },
  details: { ...DETAILED.details!, examples: Array.from({ length: 60 }, (_, at) => operator(at)) },
});
const FULL = [full("a"), full("b"), full("c")];

it("a full run of three models stays under 5 MB, and counts the pairs that were left out", () => {
  const page = renderRunPage(FULL, []);
  expect(Buffer.byteLength(page)).toBeLessThan(5_000_000);
  const drawn = page.match(/<article class="pair" /g)!.length;
  expect(drawn).toBeGreaterThan(300);
  const said = /[\d,]+ pairs of [^<]*/.exec(page)![0];
  const left = (3 * 60 * 8 - drawn).toLocaleString("en-US");
  expect(said).toContain(
    `${drawn} pairs of 4,500,000 valid ones, the worst of each operator; ${left} more were`,
  );
});

it("the worst of every operator comes before the second worst of any", () => {
  const page = renderRunPage(FULL, [], { bytes: 2_500_000 });
  expect(Buffer.byteLength(page)).toBeLessThan(2_500_000);
  const groups = page.split('<details class="operator"').slice(1);
  const sizes = groups.map((group) => group.split('<article class="pair"').length - 1);
  expect(sizes).toHaveLength(180);
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
});
