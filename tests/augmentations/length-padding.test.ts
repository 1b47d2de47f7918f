import { expect, it } from "vitest";
import { isSkip } from "../../src/contract.js";
import { countTokens } from "../../src/text/counting.js";
import { sentences } from "../../src/text/sentences.js";
import { describeWithShared } from "../shared.js";
import { contextFor, named, textOf } from "./discovered.js";
import { realTexts } from "./real-texts.js";

const padding = named("length-padding");

function padded(response: string, dose: number, key: string): string | undefined {
  const made = padding.apply(textOf(response), contextFor(key, dose));
  return isSkip(made) ? undefined : made;
}

describeWithShared("length-padding on real answers", "data", (data) => {
  const texts = realTexts(data).filter(({ response }) => countTokens(response) >= 80);

  it.each([1.25, 1.5, 2, 4])("@%d comes within 5 %% of its length from 80 tokens on", (dose) => {
    let applied = 0;
    for (const [index, { response }] of texts.entries()) {
      if (index % 14 > 0) continue;
      const made = padded(response, dose, `dose ${index}`);
      if (made === undefined) continue;
      applied++;
      const ratio = countTokens(made) / countTokens(response);
      expect(Math.abs(ratio / dose - 1), `text ${index}: ${ratio}`).toBeLessThanOrEqual(0.05);
    }
    expect(applied).toBeGreaterThan(50);
  });

  it("grows with the dose, keeps every word in order, and a higher dose keeps most of a lower one's filler", () => {
    for (const [index, { response }] of texts.slice(0, 40).entries()) {
      const doses = [1.25, 1.5, 2, 4].map((dose) => padded(response, dose, `nest ${index}`));
      if (doses[0] === undefined) continue;
      const lengths = doses.map((made) => countTokens(made ?? ""));
      expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
      for (const made of doses) expect(isSubsequence(response, made ?? "")).toBe(true);
      const own = new Set(sentences(response).map(({ text }) => text));
      const [weak, strong] = [doses[1], doses[3]].map((made) =>
        sentences(made ?? "").flatMap(({ text }) => (own.has(text) ? [] : [text])),
      );
      const kept = weak?.filter((text) => strong?.includes(text)).length ?? 0;
      // All but the last one, which fits the length.
      expect(kept).toBeGreaterThanOrEqual((weak?.length ?? 0) - 1);
    }
  });
});

function isSubsequence(part: string, whole: string): boolean {
  const wanted = part.split(/\s+/u).filter(Boolean);
  let at = 0;
  for (const word of whole.split(/\s+/u)) if (word === wanted[at]) at++;
  return at === wanted.length;
}
