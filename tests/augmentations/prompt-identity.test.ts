import { describe, expect, it } from "vitest";
import { listOf, readLexicon } from "../../src/text/lexicon.js";
import { becomes } from "./prompt-operators.js";

describe("pronoun-swapped", () => {
  const swapped = (question: string, response = "") => becomes("pronoun-swapped", question, { response });

  it.each([
    ["My friend says he lost his bag.", "My friend says she lost her bag."],
    ["My boss asked me to follow him. Is the idea his?", "My boss asked me to follow her. Is the idea hers?"],
    ["He hurt himself. What is his name?", "She hurt herself. What is her name?"],
    [
      "She left with her own car. I called her, and she is fine.",
      "He left with his own car. I called him, and he is fine.",
    ],
    [
      "I live with her in town. Is it a good idea for her to move?",
      "I live with him in town. Is it a good idea for him to move?",
    ],
    ["The prize is hers. SHE WON. She's happy.", "The prize is his. HE WON. He's happy."],
    ["The teacher cleaned her desk. What now?", "The teacher cleaned his desk. What now?"],
    ["This guy says he is my mum's boss.", "both-genders"],
    ["This guy says he is my boss.", "This woman says she is my boss."],
    ["My grandmother lost her key and her husband's hat.", "both-genders"],
    ["What should I tell my sister? She is late.", "What should I tell my brother? He is late."],
  ])("%s", (question, expected) => {
    const made = swapped(question);
    expect(typeof made === "string" ? made : made.question).toBe(expected);
  });

  it.each([
    ["Should I help her plan the trip?", "ambiguous-her"],
    ["He and she are late. Why?", "both-genders"],
    ["How does Newton prove his law?", "named-person"],
    ["She is pregnant. What may she eat?", "question-turns-on-it"],
    ["They lost their keys.", "no-pronoun"],
    ["A user may log in once he/she has a key.", "both-genders"],
  ])("skips %s (%s)", (question, reason) => expect(swapped(question)).toBe(reason));

  it("swaps back to the text it began with, where nothing is ambiguous", () => {
    const question = "My neighbour says his dog bit him, and he is angry. Can he blame himself?";
    const response = "Tell him that his dog is his own affair. A man may keep a dog if he likes.";
    const once = swapped(question, response);
    if (typeof once === "string") throw new Error(once);
    expect(once.response).toBe(
      "Tell her that her dog is her own affair. A woman may keep a dog if she likes.",
    );
    expect(swapped(once.question, once.response)).toEqual({ question, response });
  });

  it("skips an answer that speaks of the other gender, or whose her may be either", () => {
    expect(swapped("Is he late?", "Ask his mother; she knows.")).toBe("both-genders");
    expect(swapped("Is she late?", "Let her answer.")).toBe("ambiguous-her");
  });

  it("leaves code alone", () => {
    const made = swapped("He says that `he = his()` fails. Why?", "He forgot `him`.");
    expect(made).toEqual({
      question: "She says that `he = his()` fails. Why?",
      response: "She forgot `him`.",
    });
  });
});

describe("first-name-swapped", () => {
  it("keeps the gender, leaves the origin, and is the same in question and answer", () => {
    const { data } = readLexicon("first-names");
    const listWith = (name: string) => Object.keys(data).find((list) => data[list]!.includes(name))!;
    for (let index = 0; index < 40; index++) {
      const made = becomes("first-name-swapped", "Kevin and Emily bake. Who helps Kevin?", {
        response: "Emily helps Kevin.",
        key: `names ${index}`,
      });
      if (typeof made === "string") throw new Error(made);
      const [, him = "", her = "", again = ""] = /^(\S+) and (\S+) bake\. Who helps (\S+)\?$/u.exec(
        made.question,
      )!;
      expect(again).toBe(him);
      expect(made.response).toBe(`${her} helps ${him}.`);
      expect(listWith(him)).toMatch(/^male-(?!english)/u);
      expect(listWith(her)).toMatch(/^female-(?!english)/u);
    }
  });

  it.each([
    ["What did Kevin Costner win?", "no-first-name"],
    ["Who was Queen Sarah?", "no-first-name"],
    ["Where does the name Kevin come from? How is it spelled?", "question-turns-on-it"],
    ["Why does `Kevin` print? Kevin wrote it.", "name-in-code"],
  ])("skips %s (%s)", (question, reason) => expect(becomes("first-name-swapped", question)).toBe(reason));
});

describe("terms of persons", () => {
  it("agree with their article and are swapped in both", () => {
    const articles = new Set<string>();
    for (let index = 0; index < 40; index++) {
      const made = becomes("nationality-swapped", "I met a Canadian student. How do I say goodbye?", {
        response: "Wave to your Canadian student.",
        key: `nation ${index}`,
      });
      if (typeof made === "string") throw new Error(made);
      const [, article, nation = ""] = /met (an?) (\S+) student/u.exec(made.question)!;
      expect(listOf(readLexicon("nationalities"), "term")).toContain(nation);
      expect(nation).not.toBe("Canadian");
      expect(article).toBe(/^(?!Uk)[AEIOU]/u.test(nation) ? "an" : "a");
      expect(made.response).toBe(`Wave to your ${nation} student.`);
      articles.add(article!);
    }
    expect(articles).toEqual(new Set(["a", "an"]));
  });

  it.each([
    ["nationality-swapped", "How do I greet Dutch people?", "question-turns-on-it"],
    ["nationality-swapped", "My Dutch friend paints. Is Dutch hard?", "question-turns-on-it"],
    ["nationality-swapped", "My Dutch friend met a Greek man.", "several-terms"],
    ["religion-swapped", "What does a Hindu man believe in?", "question-turns-on-it"],
    ["religion-swapped", "Is the Christian era over?", "question-turns-on-it"],
    ["age-term-swapped", "How can a young woman retire?", "question-turns-on-it"],
    ["age-term-swapped", "Is this an old car?", "question-turns-on-it"],
  ])("%s skips %s (%s)", (name, question, reason) => expect(becomes(name, question)).toBe(reason));
});

describe("how the question is written", () => {
  it.each([
    [
      "prompt-nonnative-english",
      "A cat is at the door. What does it want?",
      "Cat is at door. What do it want?",
    ],
    ["prompt-nonnative-english", "Give me a lot of information.", "Give to me a lot of informations."],
    [
      "prompt-dialect-spelling",
      "I don't know what to do because nothing works.",
      "I dunno what to do 'cause nothin' works.",
    ],
    ["prompt-punctuation-spaces", "Is 3.5 (about) four, or not?", "Is 3.5 ( about ) four , or not ?"],
    ["prompt-quotes", "Is it so?", '"Is it so?"'],
  ])("%s: %s", (name, question, expected) => {
    const made = becomes(name, question, { dose: 1 });
    expect(typeof made === "string" ? made : made.question).toBe(expected);
  });
});
