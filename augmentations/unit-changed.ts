import { defineAugmentation, skip } from "../src/contract.js";
import { applyEdits, type Edit } from "../src/text/edits.js";
import { type Measure, measures } from "../src/text/measures.js";
import { aThird } from "../src/text/prose.js";
import { unitsLike } from "../src/text/units.js";
import { likeCase } from "../src/text/wording.js";

export default defineAugmentation({
  summary:
    "Changes the unit of a third of the measures (at least one) to another of its family: 5 kg to 5 mg.",
  version: 1,
  expects: "lower",
  attribute: "factuality",
  changes: "response",
  applies: "Answers with a number and a unit of the lexicon units in their prose.",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.5,
  source: "Crome (arXiv 2506.16507), degradation of a causal attribute; rules and lexicon written for tare.",
  apply({ response }, { random }) {
    const mentions = new Map<string, Measure[]>();
    for (const measure of measures(response)) {
      const key = `${measure.number.text} ${measure.unit.forms.plural ?? measure.unit.forms.abbreviation}`;
      mentions.set(key, [...(mentions.get(key) ?? []), measure]);
    }
    const changes = random.shuffle([...mentions.values()]).flatMap((same): Edit[][] => {
      const { unit } = same[0]!;
      const others = unitsLike(unit).filter(
        (other) => other !== unit && same.every(({ form }) => other.forms[form] !== undefined),
      );
      if (others.length === 0) return [];
      const other = random.pick(others);
      return [
        same.map(({ written, form }) => ({
          ...written,
          text: likeCase(
            form === "abbreviation" ? "" : response.slice(written.start, written.end),
            other.forms[form]!,
          ),
        })),
      ];
    });
    if (changes.length === 0) return skip("no-measure");
    return applyEdits(response, changes.slice(0, aThird(changes.length)).flat());
  },
  examples: [
    {
      prompt: "How long do I boil eggs?",
      response:
        "Boil them for 8 minutes in 2 litres of water, or for a 5-minute breakfast egg a little less.",
      becomes: "Boil them for 8 seconds in 2 litres of water, or for a 5-minute breakfast egg a little less.",
    },
    {
      prompt: "How far is the moon?",
      response: "It is about 384,400 km away, and light takes 1.3 seconds.",
      becomes: "It is about 384,400 km away, and light takes 1.3 hours.",
    },
    {
      prompt: "How old is the Earth?",
      response: "About 4.5 billion years. It was 350°F in here: `wait(3 minutes)`.",
      becomes: "About 4.5 billion years. It was 350°C in here: `wait(3 minutes)`.",
    },
    {
      prompt: "How many are there?",
      response: "There are 12 of them on 3 shelves.",
      skips: "no-measure",
    },
  ],
});
