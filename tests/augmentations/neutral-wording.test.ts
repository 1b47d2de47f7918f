import { describe, expect, it } from "vitest";
import { isSkip } from "../../src/contract.js";
import { applyEdits } from "../../src/text/edits.js";
import { listOf, readLexicon } from "../../src/text/lexicon.js";
import { respelled } from "../../src/text/spelling.js";
import { contextFor, named, textOf } from "./discovered.js";

function made(name: string, response: string, prompt = "Tell me.", key = "one"): string | undefined {
  const result = named(name).apply(textOf(response, prompt), contextFor(key, undefined));
  return isSkip(result) ? undefined : result;
}

function table(name: string, rows: readonly (readonly [string, string | undefined])[]): void {
  describe(name, () => {
    it.each(rows)("%j", (before, after) => {
      expect(made(name, before)).toBe(after);
    });
  });
}

table("contractions-expanded", [
  ["It's raining and they're late.", "It is raining and they are late."],
  ["It's been long, and he's got it.", "It has been long, and he has got it."],
  ["I won't, she can't, and we shouldn't go.", "I will not, she cannot, and we should not go."],
  ["I'd like that, but I'd gone.", "I would like that, but I'd gone."],
  ["Let's see what's new.", "Let us see what is new."],
  ["The dog's bone is the Joneses' too.", undefined],
  ["Why don't you go? Isn't it late?", undefined],
  ["It is in Don't Look Now, the film.", undefined],
]);

table("contractions-made", [
  ["It is late and you are tired.", "It's late and you're tired."],
  ["I do not know; she will not say.", "I don't know; she won't say."],
  ["You cannot go, and we have been there.", "You can't go, and we've been there."],
  ["Yes, it is. I know who you are now.", undefined],
  ["It is not only red. That is what it is for.", "It is not only red. That's what it is for."],
]);

table("digits-to-words", [
  ["Take 3 eggs and 12 plums.", "Take three eggs and 12 plums."],
  ["4 people came. 2 cats left.", "Four people came. Two cats left."],
  ["- 1 cup of milk", "- One cup of milk"],
  ["It is 5 km, 5%, $5, 5:30, 5-6 days, step 5, a 5 and x < 5 units, 3.5 cups.", undefined],
  ["Between 5 and 10 minutes.", undefined],
]);

table("words-to-digits", [
  ["Take three eggs and twelve plums.", "Take 3 eggs and 12 plums."],
  ["Two cats sat. These two cats sat. One of them, two-thirds, twenty-one years.", undefined],
]);

table("date-format", [
  ["On July 4, 1776, it began.", "On 4 July 1776, it began."],
  ["On 4 July 1776 it began.", "On July 4, 1776 it began."],
  ["On the 14th of March and May 1st it is so.", "On March 14 and 1 May it is so."],
  ["On 1999-12-31 it ended.", "On 31 December 1999 it ended."],
  ["It may 5 times; March 45; July 4-6; in March 2020; 5/6/2020.", undefined],
]);

table("oxford-comma", [
  ["It is red, green, and blue.", "It is red, green and blue."],
  ["Take a cup, two old spoons, or a fork.", "Take a cup, two old spoons or a fork."],
  ["It has red, green, blue and black.", "It has red, green, blue, and black."],
  ["After lunch, John and Mary left.", undefined],
  ["It rained all day, and the river rose.", undefined],
]);

table("sentences-split", [
  ["The tea is very hot, but it cools down fast.", "The tea is very hot. However, it cools down fast."],
  ["The tea is very hot; it cools down fast.", "The tea is very hot. It cools down fast."],
  ["Rats are clever animals, making them good pets.", "Rats are clever animals. This makes them good pets."],
  ["If the tea is hot, and it is late, we can wait.", undefined],
  ["Cover it well with a cloth, allowing the dough to rise.", undefined],
  ["He was a famous man, making the town proud of him.", undefined],
  ["He said that the tea was hot, and it was too sweet.", undefined],
]);

table("sentences-merged", [
  ["The tea is very hot. It cools down fast.", "The tea is very hot; it cools down fast."],
  ["The tea is very hot. Paris is in the north.", undefined],
  ["Is the tea very hot? It cools down fast.", undefined],
  ["- The tea is hot.\n- It cools down fast.", undefined],
]);

table("clause-reordered", [
  ["If you feel tired, take a short walk.", "Take a short walk if you feel tired."],
  ["Take a short walk if you feel tired.", "If you feel tired, take a short walk."],
  ["To make good tea, boil some fresh water.", "Boil some fresh water to make good tea."],
  ["By walking each day, you can lose weight.", "You can lose weight by walking each day."],
  ["If the cup falls, it breaks at once.", undefined],
  ["It is true if you are tired today.", undefined],
  ["See whether you can go if you are tired.", undefined],
  ["Add the butter and stir well until you see foam.", undefined],
]);

table("active-passive", [
  ["The novel was written by Jane Austen in 1813.", "Jane Austen wrote the novel in 1813."],
  ["They were painted by the old master.", "The old master painted them."],
  ["The tides are caused by the pull of the moon.", "The pull of the moon causes the tides."],
  ["The tool is used by many doctors.", "Many doctors use the tool."],
  ["It was written by hand.", undefined],
  ["It was made by cutting wood.", undefined],
  ["It was built by men who sang.", undefined],
  ["The book that was lost was written by Jane Austen.", undefined],
  ["It was written by Jane Austen at a desk she owned.", undefined],
]);

describe("spelling-dialect", () => {
  it("comes back from the other side", () => {
    const american = "The color of the center was organized, analyzed and favored by traveling neighbors.";
    const british = applyEdits(american, respelled(american, "american"));
    expect(british).toBe(
      "The colour of the centre was organised, analysed and favoured by travelling neighbours.",
    );
    expect(applyEdits(british, respelled(british, "british"))).toBe(american);
  });
  it("leaves names, code and shouting", () => {
    expect(
      made("spelling-dialect", "The World Health Organization and Pearl Harbor set `color` to COLOR."),
    ).toBeUndefined();
  });
});

describe("synonym-swapped", () => {
  const { data } = readLexicon("synonyms");
  const lines = Object.entries(data).flatMap(([part, list]) => list.map((line) => `${part}: ${line}`));

  it("has 150 pairs or more, well formed and none twice", () => {
    expect(lines.length).toBeGreaterThanOrEqual(150);
    expect(new Set(lines).size).toBe(lines.length);
    for (const line of lines) expect(line).toMatch(/^[a-z]+: [a-z' -]+ [=>] [a-z' -]+(?: ! [a-z ]+)?$/u);
  });
  it("never sends a word to itself, nor two ways at once", () => {
    for (const part of Object.keys(data)) {
      for (const line of listOf(readLexicon("synonyms"), part)) {
        const [a, b] = line.split(" ! ")[0]!.split(/ [=>] /u);
        expect(a).not.toBe(b);
      }
    }
  });
  it.each([
    ["We purchase tea.", "We buy tea."],
    ["The purchase of tea is easy.", undefined],
    ["This is an incorrect claim.", "This is a wrong claim."],
    ["Remains of it are old, and the remains here too.", undefined],
    ["Vital signs are good.", undefined],
    ["The word “frequently” and *often* are two.", undefined],
    ["Perhaps Movie Night is on.", "Maybe Movie Night is on."],
  ])("%j", (before, after) => {
    expect(made("synonym-swapped", before)).toBe(after);
  });
  it("leaves words that the prompt uses", () => {
    expect(made("synonym-swapped", "We purchase tea.", "Where can I purchase tea?")).toBeUndefined();
    expect(made("synonym-swapped", "We purchase tea.", "Where can I buy tea?")).toBeUndefined();
  });
  it("calls a thing by one name throughout", () => {
    const text = "Additionally, it is red. Additionally, it is wet. Additionally, it is new.";
    for (let seed = 0; seed < 20; seed++) {
      const result = made("synonym-swapped", text, "Tell me.", `name ${seed}`)!;
      const openers = new Set(result.match(/[A-Z][a-z ]+(?=,)/gu));
      openers.delete("Additionally");
      expect(openers.size).toBe(1);
    }
  });
});
