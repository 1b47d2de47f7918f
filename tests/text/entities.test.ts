import { describe, expect, it } from "vitest";
import { entities } from "../../src/text/entities.js";
import { entityLexicon } from "../../src/text/entity-lexicon.js";
import { itemLabels } from "../../src/text/item-labels.js";

function found(text: string): string[] {
  return entities(text).map(
    ({ member, mentions }) =>
      `${member.kind} ${mentions.map(({ start, end, form }) => `${text.slice(start, end)}/${form}`).join(" ")}`,
  );
}

describe("entities", () => {
  it.each<[string, string[]]>([
    ["Cats sleep. A cat's fur shines.", ["animal Cats/plural cat/singular"]],
    [
      "Albert Einstein was born in Ulm. Einstein left Germany.",
      ["scientist-m Albert Einstein/name Einstein/surname", "country Germany/name"],
    ],
    ["Then Newton left.", []],
    ["In 1905 Einstein wrote it.", ["scientist-m Einstein/surname"]],
    ["We eat turkey in Turkey.", ["meat turkey/mass", "country Turkey/name"]],
    ["Turkey is fine.", []],
    ["They read the New York Times and Paris Match.", []],
    ["You water the tulip, and I pepper it.", ["plant tulip/singular"]],
    ["On the other hand, a hot dog is tasty at heart.", []],
    ["Use a cat-like robot.", []],
    ["# Cats\n\nRun `cat dog`.", []],
  ])("%j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it("have types of three members or more, each member once in its type", () => {
    for (const [kind, members] of entityLexicon().byKind) {
      const names = members.map(({ forms }) => Object.values(forms)[0]);
      expect(members.length, kind).toBeGreaterThanOrEqual(3);
      expect(new Set(names).size, kind).toBe(names.length);
    }
  });
});

describe("labels of items", () => {
  it("are the terms that items explain, list by list", () => {
    const text =
      "- **Cork**: it is light and very elastic\n- *Oak*: short\n- Pine: it is soft and smells of resin\n\nText: this is no item at all.\n\n1. **Ash:** it is tough and bends well";
    expect(itemLabels(text).map(({ text: label, list }) => [label, list])).toEqual([
      ["Cork", itemLabels(text)[0]!.list],
      ["Pine", itemLabels(text)[0]!.list],
      ["Ash", itemLabels(text)[2]!.list],
    ]);
    expect(itemLabels(text)[0]!.list).not.toBe(itemLabels(text)[2]!.list);
  });
});
