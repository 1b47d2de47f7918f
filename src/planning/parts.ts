import { type Division, divideItems, type ItemFacts } from "../effects/divide.js";
import type { ClaimCount, Survey } from "./survey.js";
import { itemsOf, type Taken, takes } from "./take.js";
import { ANSWER, BESIDE } from "./texts.js";

/** Whether an item lies in the part of the data that a claim is made on, all being divided as a run would divide what is taken. */
export function partsTaken(survey: Survey, taken: Taken): (count: ClaimCount, item: number) => boolean {
  const asked = survey.claims.flatMap(({ claim: { stratum } }) => (stratum ? [stratum] : []));
  const divided = asked.some(({ kind }) => kind !== "side");
  const divisions = divided ? divideItems(factsOf(survey, taken), asked) : [];
  const byKind = new Map(divisions.map((division): [string, Division] => [division.kind, division]));
  return ({ claim: { stratum } }, item) =>
    stratum === undefined ||
    stratum.kind === "side" ||
    byKind.get(stratum.kind)?.of.get(survey.items[item]!.id) === stratum.value;
}

/** As in store/item-facts.ts: an item's length is the mean over its answers that are changed, each by its shortest part. */
function factsOf(survey: Survey, taken: Taken): ItemFacts[] {
  const items = itemsOf(survey, taken);
  const byBand = new Map(
    [ANSWER, BESIDE, ...survey.bands.keys()].map((band) => [band, takes(survey, taken, band)]),
  );
  return survey.items.flatMap(({ id, subset, language, changed }, item): ItemFacts[] => {
    if (!items[item]) return [];
    const shortest = new Map<number, number>();
    for (const { response, band, tokens } of changed) {
      if (!byBand.get(band)!(item)) continue;
      shortest.set(response, Math.min(shortest.get(response) ?? Number.POSITIVE_INFINITY, tokens));
    }
    const lengths = [...shortest.values()];
    const sum = lengths.reduce((all, length) => all + length, 0);
    return [{ item: id, subset, language, length: lengths.length === 0 ? 0 : sum / lengths.length }];
  });
}
