import { describe, expect, it } from "vitest";
import { isSkip, type Text } from "../../src/contract.js";
import { contextFor, DONOR, named, textOf } from "./discovered.js";

interface Asked {
  readonly prompt?: string;
  readonly dose?: number;
  readonly key?: string;
  readonly donor?: Text;
}

function tried(name: string, response: string, { prompt, dose, key = "one", donor = DONOR }: Asked = {}) {
  return named(name).apply(textOf(response, prompt), contextFor(key, dose, donor));
}

function made(name: string, response: string, asked?: Asked): string {
  const result = tried(name, response, asked);
  if (isSkip(result)) throw new Error(result.skip);
  return result;
}

const STORY =
  "The Danube rises in the Black Forest. It flows through ten countries. Many cities lie on its banks. It ends in the Black Sea.";
const SENTENCES = STORY.split(/(?<=\.)\s/u);

describe("list-item-dropped", () => {
  const towns = "Bern Basel Genf Chur Thun Olten Aarau Brig Visp Zug Sion Davos".split(" ");
  const numbered = (count: number) =>
    towns
      .slice(0, count)
      .map((town, i) => `${i + 1}. ${town} is here.`)
      .join("\n");
  it("drops a third of the items and closes the numbers up, past ten too", () => {
    const lines = made("list-item-dropped", numbered(12)).split("\n");
    expect(lines.map((line) => Number.parseInt(line, 10))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
  it("keeps the nested lines of the items that stay and the text after the list", () => {
    const list =
      "1. One rare word.\n   - inner\n2. Two.\n   - deeper\n3. Three unique long words here.\n\nDone.";
    expect(made("list-item-dropped", list)).toBe(
      "1. One rare word.\n   - inner\n2. Two.\n   - deeper\n\nDone.",
    );
  });
  it("drops several items at the end without leaving a gap", () => {
    const list = "- a\n- b\n- c\n- d\n- e many rare plain words\n- f other strong green words\n\nDone.";
    expect(made("list-item-dropped", list)).toBe("- a\n- b\n- c\n- d\n\nDone.");
  });
  it("leaves an answer alone that has more items than were asked for", () => {
    expect(tried("list-item-dropped", numbered(5), { prompt: "Give me three tips." })).toEqual({
      skip: "more-than-asked",
    });
    expect(made("list-item-dropped", numbered(5), { prompt: "Give me five tips." })).not.toContain("5.");
  });
  it("never drops an item with code", () => {
    const list = "- Call `remarkable_function_name()` first of everything.\n- b\n- c";
    expect(made("list-item-dropped", `${list} ends`)).toContain("remarkable_function_name");
  });
});

describe("order", () => {
  it("sentences-shuffled keeps every sentence and leaves none in its place", () => {
    for (let seed = 0; seed < 30; seed++) {
      const after = made("sentences-shuffled", STORY, { key: `order ${seed}` }).split(/(?<=\.)\s/u);
      expect([...after].sort()).toEqual([...SENTENCES].sort());
      expect(after.filter((sentence, i) => sentence === SENTENCES[i])).toEqual([]);
    }
  });
  const steps = ["Boil water.", "Then add the leaves.", "Wait until it is dark.", "Finally pour it out."];
  const list = steps.map((step, i) => `${i + 1}. ${step}`).join("\n");
  it("steps-reordered keeps the numbers and moves every step", () => {
    for (let seed = 0; seed < 30; seed++) {
      const lines = made("steps-reordered", list, { key: `steps ${seed}` }).split("\n");
      expect(lines.map((line) => line.slice(0, 3))).toEqual(["1. ", "2. ", "3. ", "4. "]);
      expect(lines.map((line) => line.slice(3)).sort()).toEqual([...steps].sort());
      expect(lines.filter((line, i) => line.slice(3) === steps[i])).toEqual([]);
    }
  });
  it.each([
    ["a list whose order means nothing", "1. Apples are red.\n2. Pears are green.\n3. Plums are blue."],
    ["bullets", list.replace(/^\d\./gmu, "-")],
  ])("steps-reordered leaves %s", (_, response) => {
    expect(tried("steps-reordered", response)).toEqual({ skip: "no-ordered-steps" });
  });
});

describe("conclusion-dropped", () => {
  it.each([
    ["an offer", "Tea is good.\n\nOverall, let me know if you want to hear something more."],
    [
      "what was said above",
      "Tea helps the tired to focus.\n\nOverall, it is tea that helps the tired to focus.",
    ],
    ["the whole answer", "Overall, it is green tea that helps the tired to focus on demanding work."],
  ])("is not %s", (_, response) => {
    expect(tried("conclusion-dropped", response)).toEqual({ skip: "no-conclusion" });
  });
  it("may be the last sentence of a paragraph", () => {
    expect(
      made("conclusion-dropped", "Tea has less caffeine. Therefore, choose coffee for long drives at night."),
    ).toBe("Tea has less caffeine.");
  });
});

describe("relevance", () => {
  it("off-topic-tail keeps the answer and adds sentences of the donor in their order", () => {
    const after = made("off-topic-tail", STORY);
    expect(after.startsWith(`${STORY}\n\n`)).toBe(true);
    expect(DONOR.response).toContain(after.slice(STORY.length + 2));
  });
  it("off-topic-answer is the donor's, unless it was asked the same", () => {
    expect(made("off-topic-answer", STORY)).toBe(DONOR.response);
    expect(tried("off-topic-answer", STORY, { prompt: "Tell me how volcanoes are formed." })).toEqual({
      skip: "like-prompts",
    });
  });
});

describe("repetition-loop", () => {
  it("says one sentence of the later half as often again as the dose says", () => {
    for (const dose of [2, 4, 8]) {
      const after = made("repetition-loop", STORY, { dose });
      const counts = SENTENCES.map((sentence) => after.split(sentence).length - 1);
      expect(counts.slice(0, 2)).toEqual([1, 1]);
      expect(counts.slice(2).sort((a, b) => a - b)).toEqual([1, 1 + dose]);
    }
  });
});

describe("placeholder-left", () => {
  it("leaves one bracket in the place of a sentence, in 200 ways or more", () => {
    const left = Array.from({ length: 300 }, (_, seed) => {
      const after = made("placeholder-left", STORY, { key: `gap ${seed}` });
      const bracket = /\[[^\]]+\]/u.exec(after)?.[0] ?? "";
      const kept = SENTENCES.filter((sentence) => after.includes(sentence));
      expect(kept).toHaveLength(3);
      return bracket;
    });
    expect(new Set(left).size).toBeGreaterThanOrEqual(200);
    for (const bracket of left) expect(bracket).toMatch(/^\[[^{}[\]]{4,80}\]$/u);
  });
});

describe("language quality", () => {
  const text = Array.from({ length: 12 }, () => STORY).join(" ");
  const words = (response: string) => response.split(" ");
  const changed = (response: string) =>
    words(response).flatMap((word, i) => (word === words(text)[i] ? [] : [i]));
  it("spelling-broken nests its doses and leaves names and short words alone", () => {
    const doses = [0.05, 0.15, 0.4].map((dose) => changed(made("spelling-broken", text, { dose })));
    for (const [at, places] of doses.entries())
      expect(doses.slice(at + 1).every((more) => places.every((place) => more.includes(place)))).toBe(true);
    expect(doses.map(({ length }) => length)).toEqual(
      [...doses.map(({ length }) => length)].sort((a, b) => a - b),
    );
    const after = made("spelling-broken", text, { dose: 0.4 });
    for (const name of ["Danube", "Forest"]) expect(after.split(name).length).toBe(text.split(name).length);
  });
  it("grammar-broken changes forms and keeps all other words", () => {
    const after = made(
      "grammar-broken",
      "The river has a long name. It was a border, and it provides water.",
      {
        dose: 1,
      },
    );
    expect(after).toContain("The river have");
    expect(after).toContain("It were");
    expect(after).toContain("it provide water.");
  });
  it.each([
    ["grammar-broken", "Correct the grammar of this.", "about-wording"],
    ["spelling-broken", "Find the typos.", "about-spelling"],
  ])("%s declines where that is what is asked", (name, prompt, reason) => {
    expect(tried(name, text, { prompt, dose: 0.4 })).toEqual({ skip: reason });
  });
});

describe("constraint-broken", () => {
  it.each([
    ["Answer in at most ten words.", "Rust is the oxide of iron.", /^Rust is the oxide of iron\. .{30,}/su],
    [
      "Write a sentence about rust.",
      "Rust is the oxide of iron.",
      /^Rust is the oxide of iron\. \p{Lu}.*\.$/u,
    ],
    ["Give me four towns.", "1. Bern\n2. Basel\n3. Genf\n4. Chur", /^1\. \w+\n2\. \w+\n3\. \w+$/u],
    ["List fruit, in bullet points.", "So:\n\n- plums\n- figs\n- pears", /^So: plums, figs, and pears\.$/u],
    ["Put it in a table.", "| a | b |\n|---|---|\n| c | d |", /^a, b; c, d$/u],
    [
      "Write in all lowercase.",
      "rust is iron. it is red.",
      /^(?:Rust is iron\. It is red\.|RUST IS IRON\. IT IS RED\.)$/u,
    ],
    ["Write in capital letters.", "RUST IS IRON. IT IS RED.", /^Rust is iron\. It is red\.$/u],
    ["Describe the sea without using the word 'blue'.", "It is wide and it is deep.", /\bblue\b/u],
  ])("%s", (prompt, response, broken) => {
    const after = made("constraint-broken", response, { prompt });
    expect(response).not.toMatch(broken);
    expect(after).toMatch(broken);
  });
  it.each([
    ["Answer in at most three words.", "Rust is the oxide of iron."],
    ["Write a sentence about rust.", "Rust is red. It is the oxide of iron."],
    ["Give me five towns.", "- Bern\n- Basel\n- Genf"],
    ["List the fruit, in bullet points.", "It is plums and figs and pears."],
    ["Put it in a table.", "It is plums and figs."],
    ["Write in all lowercase.", "Rust is iron."],
    ["Describe the sea without using the word 'blue'.", "It is wide and it is blue."],
  ])("declines where %s is not kept", (prompt, response) => {
    expect(tried("constraint-broken", response, { prompt })).toEqual({ skip: "not-kept" });
  });
  it("names the word to avoid in 200 ways or more", () => {
    const prompt = "Describe the sea without using the word 'blue'.";
    const ways = Array.from({ length: 400 }, (_, seed) =>
      made("constraint-broken", "It is wide and it is deep.", { prompt, key: `word ${seed}` }),
    );
    expect(new Set(ways).size).toBeGreaterThanOrEqual(200);
    for (const way of ways) expect(way).toMatch(/^It is wide and it is deep\. [^{}]*\bblue\b[^{}]*\.$/iu);
  });
});
