import { defineAugmentation, skip } from "../src/contract.js";
import { DEGRADATION } from "../src/text/degradation.js";
import { applyEdits, type Edit } from "../src/text/edits.js";
import { looksEnglish } from "../src/text/english.js";
import { type Entity, entities } from "../src/text/entities.js";
import { type ItemLabel, itemLabels } from "../src/text/item-labels.js";
import { likeCase, withArticle } from "../src/text/wording.js";

export default defineAugmentation({
  summary:
    "Swaps two entities of one type in the answer, at all mentions; or the terms that two items of a list explain.",
  version: 1,
  expects: "lower",
  attribute: "factuality",
  changes: "response",
  applies:
    "English answers with two entities of one type of the lexicon entities of which different things are said, or a list that explains two terms.",
  ...DEGRADATION,
  apply({ response }, { random }) {
    if (!looksEnglish(response)) return skip("not-english");
    const swaps = [...ofEntities(response), ...ofLabels(response)];
    return swaps.length === 0 ? skip("no-pair") : applyEdits(response, random.pick(swaps));
  },
  examples: [
    {
      prompt: "Compare France and Germany.",
      response: "France is known for wine and cheese. Germany is known for beer and cars, and it is colder.",
      becomes: "France is known for beer and cheese. Germany is known for wine and cars, and it is colder.",
    },
    {
      prompt: "What do I need?",
      response:
        "- **Flour**: the flour gives the dough its body and structure.\n- **Yeast**: it makes everything rise in an hour.",
      becomes:
        "- **Yeast**: the flour gives the dough its body and structure.\n- **Flour**: it makes everything rise in an hour.",
    },
    {
      prompt: "What do I need?",
      response: "You need salt and pepper.",
      skips: "no-pair",
    },
    {
      prompt: "Vergleiche.",
      response: "Frankreich ist für Wein bekannt, Deutschland für Bier und Autos.",
      skips: "not-english",
    },
  ],
});

function ofEntities(text: string): Edit[][] {
  const byKind = new Map<string, Entity[]>();
  for (const entity of entities(text)) {
    const kind = entity.member.kind.replace("country-with-article", "country");
    byKind.set(kind, [...(byKind.get(kind) ?? []), entity]);
  }
  return [...byKind.values()].flatMap((list) =>
    // Neighbours only, so that a long list of entities stays linear.
    list.slice(1).flatMap((second, at): Edit[][] => {
      const first = list[at]!;
      return canSwap(first, second)
        ? [[...written(text, first, second), ...written(text, second, first)]]
        : [];
    }),
  );
}

/** Something is said of one and not of the other, and each can be written in the forms of the other. */
function canSwap(a: Entity, b: Entity): boolean {
  return differs(a, b) && differs(b, a) && takesForms(a, b) && takesForms(b, a);
}

function differs(a: Entity, b: Entity): boolean {
  const shared = new Set(b.mentions.map(({ sentence }) => sentence));
  return a.mentions.some(
    ({ sentence }) =>
      !shared.has(sentence) && (sentence.text.slice(0, 200).match(/\p{L}+/gu)?.length ?? 0) >= 6,
  );
}

function takesForms(a: Entity, b: Entity): boolean {
  const withoutArticle = a.member.kind !== "country-with-article" && b.member.kind !== "country-with-article";
  return (
    withoutArticle &&
    a.mentions.every(({ form }) => b.member.forms[form] !== undefined || b.member.forms.name !== undefined)
  );
}

function written(text: string, from: Entity, to: Entity): Edit[] {
  return from.mentions.map(({ start, end, form }) => {
    const word = to.member.forms[form] ?? to.member.forms.name!;
    return withArticle(text, {
      start,
      end,
      text: to.member.named ? word : likeCase(text.slice(start, end), word),
    });
  });
}

function ofLabels(text: string): Edit[][] {
  const labels = itemLabels(text);
  return labels
    .flatMap((second, at) => labels.slice(Math.max(0, at - 3), at).map((first) => [first, second] as const))
    .flatMap(([first, second]) => {
      // The explanation must be seen to belong to its term, or nobody would notice.
      const shows = belongs(first, second) || belongs(second, first);
      if (first.list !== second.list || !shows) return [];
      return [
        [
          { start: first.start, end: first.end, text: second.text },
          { start: second.start, end: second.end, text: first.text },
        ],
      ];
    });
}

/** Does the explanation take up a word of its term that the other item does not hold? */
function belongs(own: ItemLabel, other: ItemLabel): boolean {
  const stems = (text: string) =>
    (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 5));
  const explained = new Set(stems(own.explanation));
  const elsewhere = new Set([...stems(other.explanation), ...stems(other.text)]);
  return stems(own.text).some((stem) => explained.has(stem) && !elsewhere.has(stem));
}
