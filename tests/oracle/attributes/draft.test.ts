import fc from "fast-check";
import { expect, it } from "vitest";
import { DRAFT_DIRECTION, type DraftSource, draftRubric } from "../../../src/oracle/attributes/draft.js";
import { bySharing } from "../../../src/oracle/attributes/drafted.js";
import { tallyEvidence } from "../../../src/oracle/attributes/evidence.js";
import { asOneLine, nameKey } from "../../../src/oracle/attributes/name-group.js";
import { rubricAttributes } from "../../../src/oracle/rubric-attributes.js";
import { parseRubric } from "../../../src/rubric/parse.js";

const SOURCE: DraftSource = {
  ...{ name: "mine", data: ["prefs.jsonl"], prompts: 1, names: 7 },
  oracle: { kind: "openai", model: "qwen3", note: "" },
};
const open = (names: readonly string[]) =>
  parseRubric(
    draftRubric(
      names.map((name) => ({ name, why: `why ${name}` })),
      SOURCE,
    ),
    "mine.json",
    [],
  );

it("holds every attribute both ways, in order, and ties where none moves", () => {
  const { rules, why } = open(["SQL correctness", "klare Sprache"]);
  expect(
    rules.map(({ attribute, selected, expects }) => [attribute, selected[0]!.augmentation, expects]),
  ).toEqual([
    ["SQL correctness", "oracle:degrade/sql-correctness", "lower"],
    ["SQL correctness (upgraded)", "oracle:upgrade/sql-correctness", "higher"],
    ["klare Sprache", "oracle:degrade/klare-sprache", "lower"],
    ["klare Sprache (upgraded)", "oracle:upgrade/klare-sprache", "higher"],
    ["wording", "oracle:paraphrase", "same"],
    ["spurious differences", "oracle:can", "same"],
  ]);
  expect(rules[0]!.claims).toMatchObject([{ metric: "correct-direction", bound: DRAFT_DIRECTION }]);
  expect(why).toContain("draft, to be read and edited by a person");
  expect(why).toContain(
    "prefs.jsonl, as an oracle sees it: qwen3 (openai) named it for 1 prompt, and 7 names became 2 attributes",
  );
});

it("opens as a rubric that asks about these very attributes, whatever they are called", () => {
  const awkward = [
    "ranking",
    "wording",
    "Spurious differences",
    "x",
    "x (upgraded)",
    "a/b",
    "@2",
    "100 %",
    "स्पष्टता",
  ];
  expect(rubricAttributes(open(awkward).rules)!.map(({ why }) => why)).toEqual(
    awkward.map((one) => `why ${one}`),
  );
  const name = fc
    .oneof(fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }), fc.constantFrom(...awkward))
    .map(asOneLine)
    .filter((one) => nameKey(one) !== "");
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 6, selector: nameKey }), (names) => {
      const { rules } = open(names);
      expect(rules).toHaveLength(2 * names.length + 2);
      const asked = rubricAttributes(rules)!;
      expect(asked.map((one) => nameKey(one.name))).toEqual(names.map(nameKey));
    }),
    { numRuns: 20 },
  );
});

it("is ordered by how many prompts share an attribute; those below the share are rare, not gone", () => {
  const group = (name: string, prompts: number) => ({
    ...{ name, why: "w", names: [name] },
    prompts: new Set(Array.from({ length: prompts }, (_, n) => `${n}`)),
  });
  const groups = [group("b", 1), group("c", 5), group("a", 5), group("d", 2)];
  const { kept, rare } = bySharing(groups, 10, 0.2);
  expect(kept.map(({ name, share }) => [name, share])).toEqual([
    ["a", 0.5],
    ["c", 0.5],
    ["d", 0.2],
  ]);
  expect(rare.map(({ name, share }) => [name, share])).toEqual([["b", 0.1]]);
});

it("evidence counts both ways, and only where both answers were graded", () => {
  const tally = tallyEvidence([{ name: "a" }, { name: "b" }]);
  const grades = (a: "strong" | "weak", b?: "strong" | "weak") => [
    { attribute: "a", grade: a, quote: "" },
    ...(b === undefined ? [] : [{ attribute: "b", grade: b, quote: "" }]),
  ];
  tally.add(grades("strong", "weak"), grades("weak", "strong"));
  tally.add(grades("strong"), grades("weak", "weak"));
  tally.add(grades("strong", "strong"), grades("strong", "strong"));
  expect(Object.fromEntries(tally.read())).toEqual({
    a: { items: 3, forChosen: 2, forRejected: 0 },
    b: { items: 2, forChosen: 0, forRejected: 1 },
  });
});
