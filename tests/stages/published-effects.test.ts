import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isInconclusive } from "../../src/stats/inconclusive.js";
import { tost } from "../../src/stats/tost.js";
import { workplace } from "../cli/workplace.js";
import { describeWithShared } from "../shared.js";
import { type OwnPair, weighOwnPairs } from "./own-pairs.js";

interface Row {
  readonly prompt: string;
  readonly base: string;
  readonly perturbed: string;
  readonly scores: Readonly<Record<string, { readonly base: number; readonly perturbed: number }>>;
}

const DELTA = 0.2;
/** Published mean moves in SDs of the base scores, and what TOST at ±0.2 SD makes of them. */
const PUBLISHED = {
  structure: [
    ["GRM-gemma2-2B", 0.99, "outside"],
    ["GRM-Llama3.2-3B", 1.31, "outside"],
    ["Skywork-Reward-Llama-3.1-8B-v0.2", 1.83, "outside"],
    ["Skywork-Reward-Gemma-2-27B-v0.2", 1.73, "outside"],
  ],
  length: [
    ["GRM-gemma2-2B", 0.19, "overlaps"],
    ["GRM-Llama3.2-3B", -0.03, "inside"],
    ["Skywork-Reward-Llama-3.1-8B-v0.2", 0.14, "inside"],
    ["Skywork-Reward-Gemma-2-27B-v0.2", 0.33, "outside"],
  ],
} as const;

const rubricOf = (attribute: string) => ({
  name: attribute,
  why: "Pairs and scores that were published elsewhere.",
  scale: "overall",
  spurious: [
    { attribute, why: "Told apart by this alone.", augmentations: [attribute], allow: { effect: DELTA } },
  ],
});

describeWithShared("published effects are found again", "data/counterfactual-scores", (folder) => {
  const place = workplace();
  describe.each(["structure", "length"] as const)("%s", (attribute) => {
    const rows = readFileSync(join(folder, `${attribute}.jsonl`), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Row);

    test.each<readonly [string, number, "inside" | "outside" | "overlaps"]>(PUBLISHED[attribute])(
      "%s moves by %d SD",
      async (model, published, position) => {
        const pairs = rows.map(({ prompt, base, perturbed, scores }): OwnPair => {
          const { base: before, perturbed: after } = scores[model]!;
          return { prompt, base, variant: perturbed, scores: [before, after] };
        });
        const view = await weighOwnPairs(place, { attribute, model, pairs, rubric: rubricOf(attribute) });
        const [verdict] = view.verdicts;
        expect(Number(verdict!.estimate!.toFixed(2))).toBe(published);
        expect(verdict!.claim.id).toBe(`${attribute}/bias`);

        // The same by hand, and Schuirmann's test of independent values beside the clustered one.
        const unchanged = pairs.filter(({ base, variant }) => base === variant).length;
        expect(view.coverage).toMatchObject([{ applied: rows.length - unchanged }]);
        const sd = deviation(pairs.map(({ scores }) => scores[0]));
        expect(view.scale).toMatchObject({ used: "overall", within: null, overall: expect.closeTo(sd, 9) });
        const z = pairs
          .filter(({ base, variant }) => base !== variant)
          .map(({ scores: [before, after] }) => (after - before) / sd);
        const equivalence = tost(z, -DELTA, DELTA, 0.05);
        if (isInconclusive(equivalence)) throw new Error(equivalence.inconclusive);
        expect(verdict!.estimate).toBeCloseTo(equivalence.mean, 9);
        expect(equivalence.position).toBe(position);
        // tare's interval is the wider of t and bootstrap-t: it may leave open what t decides (8B, length), and turns nothing.
        const near = Math.abs(Math.abs(equivalence.upper) - DELTA) < 0.005 && position === "inside";
        const words = {
          inside: near ? /^(pass|inconclusive)$/ : /^pass$/,
          outside: /^fail$/,
          overlaps: /^inconclusive$/,
        };
        expect(verdict!.verdict).toMatch(words[position]);
        // Never inside t's interval, and within a fifth of its half width of it.
        const reach = (equivalence.upper - equivalence.lower) / 2;
        const { lower, upper } = verdict!;
        for (const beyond of [equivalence.lower - lower!, upper! - equivalence.upper]) {
          expect(beyond).toBeGreaterThan(-1e-9);
          expect(beyond).toBeLessThan(reach / 5);
        }
      },
      240_000,
    );
  });
});

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
