import { describe, expect, it } from "vitest";
import { type Augmentation, isSkip } from "../../src/contract.js";
import { messageOf } from "../../src/errors.js";
import { changedPart, changedParts } from "../../src/pairs/changed-part.js";
import { similarity } from "../../src/pairs/drift.js";
import { stream } from "../../src/random.js";
import { preservedContents } from "../../src/text/preserved.js";
import { describeWithShared } from "../shared.js";
import { AUGMENTATIONS, CODE_DONOR, contextFor, DONOR, dosesOf } from "./discovered.js";
import { faults, type Proposed, propose } from "./propose.js";
import { type RealText, realTexts } from "./real-texts.js";

/** Enough texts that an operator takes to find a careless one; texts it does not take cost little and are all tried. */
const APPLIED = 40;
const DOSED = 8;

/** Prompts are changed alike for all answers and have a suite of their own. */
const TRIED = AUGMENTATIONS.filter(({ changes }) => changes !== "prompt");

interface Record {
  applied: number;
  readonly faults: string[];
  /** Of each dose the similarity of base and variant, text by text. */
  readonly doses: Map<number, number[]>;
}

/** Text by text, so that the operators share the views of a text, as in a run. */
function tryOn(texts: readonly RealText[]): ReadonlyMap<string, Record> {
  const records = new Map(
    TRIED.map(({ name }): [string, Record] => [name, { applied: 0, faults: [], doses: new Map() }]),
  );
  for (const [index, text] of texts.entries()) {
    for (const augmentation of TRIED) {
      const record = records.get(augmentation.name)!;
      if (record.applied >= APPLIED) continue;
      try {
        tryOne(augmentation, text, index, record);
      } catch (error) {
        record.faults.push(`text ${index}: it threw: ${messageOf(error)}`);
      }
    }
  }
  return records;
}

function tryOne(augmentation: Augmentation, text: RealText, index: number, record: Record): void {
  const key = `real ${index}`;
  const donor = index % 2 === 0 ? DONOR : CODE_DONOR;
  const doses = dosesOf(augmentation);
  const dose = doses[record.applied % doses.length];
  const made = propose(augmentation, text, contextFor(key, dose, donor));
  // What it skips is asked twice only now and then: that it skips is seen on the hostile texts too.
  const again =
    isSkip(made) && record.applied % 4 > 0 ? made : propose(augmentation, text, contextFor(key, dose, donor));
  record.faults.push(...faults(made, again).map((fault) => `${key}: ${fault}`));
  if (isSkip(made)) return;
  record.applied++;
  record.faults.push(...touched(augmentation, made).map((fault) => `${key}: ${fault}`));
  if (augmentation.doses !== undefined && record.applied <= DOSED) {
    for (const one of augmentation.doses) {
      const dosed = propose(augmentation, text, contextFor(key, one, donor));
      if (isSkip(dosed)) continue;
      const { base, variant } = dosed;
      const shared = similarity(changedPart(base, augmentation), changedPart(variant, augmentation));
      record.doses.set(one, [...(record.doses.get(one) ?? []), shared]);
    }
  }
}

function touched(augmentation: Augmentation, { base, variant }: Proposed): string[] {
  if (augmentation.changes === "pairing") return [];
  return augmentation.preserves.flatMap((kind) => {
    const contentsOf = (text: typeof base) =>
      changedParts(text, augmentation).flatMap((part) => preservedContents(part, kind));
    const [before, after] = [contentsOf(base), contentsOf(variant)];
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    const differs = before.findIndex((content, i) => content !== after[i]);
    const at = differs < 0 ? before.length : differs;
    return [`${kind}: ${JSON.stringify(before[at])} became ${JSON.stringify(after[at])}`]; // undefined: nothing there
  });
}

/** The texts of all examples: there every operator finds something to work on, also what real answers hold seldom. */
const EXAMPLES = AUGMENTATIONS.flatMap(({ examples }) =>
  examples.map(
    ({ prompt = "", response, rejected }): RealText => ({
      prompt,
      response,
      ...(rejected === undefined ? {} : { rejected }),
    }),
  ),
);

describeWithShared("on real answers", "data", (data) => {
  const texts = [...stream("real texts").shuffle(realTexts(data)), ...EXAMPLES];
  const records = tryOn(texts);

  it.each(TRIED)("$name leaves what it promises to preserve", ({ name }) => {
    const { applied, faults: found } = records.get(name)!;
    expect(found).toEqual([]);
    expect(applied).toBeGreaterThanOrEqual(2);
  });

  describe("doses", () => {
    it.each(TRIED.filter(({ doses }) => doses !== undefined))("$name changes more with each", ({ name }) => {
      const means = [...records.get(name)!.doses].map(
        ([dose, shares]) => [dose, shares.reduce((sum, share) => sum + share, 0) / shares.length] as const,
      );
      const ordered = means.sort(([a], [b]) => a - b).map(([, mean]) => mean);
      expect(ordered.length).toBeGreaterThan(1);
      expect([...ordered].sort((a, b) => b - a)).toEqual(ordered);
      expect(new Set(ordered).size).toBe(ordered.length);
    });
  });
});
