import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { declines } from "../../../src/oracle/ask/declines.js";
import { findJson } from "../../../src/oracle/ask/find-json.js";
import { readAnswer } from "../../../src/oracle/ask/read-answer.js";
import { fillStep } from "../../../src/oracle/ask/step-data.js";
import type { StepInputs } from "../../../src/oracle/steps.js";

const PROMPT = [{ role: "user", content: "How hot does water get?" }];
const ATTRIBUTES = [
  { name: "Factual accuracy", why: "a" },
  { name: "depth", why: "b" },
];
const PARAPHRASE: StepInputs["paraphrase"] = { prompt: PROMPT, answer: "100 °C" };
const GRADE: StepInputs["grade"] = { ...PARAPHRASE, attributes: ATTRIBUTES };
const VERIFY: StepInputs["verify"] = { prompt: PROMPT, attributes: ATTRIBUTES, a: "x", b: "y" };
const said = (text: string) => readAnswer("paraphrase", PARAPHRASE, text);
const good = { kind: "read", answer: { rewritten: "At 100 °C." } };
const problem = (words: string | RegExp) => ({ kind: "unreadable", problem: expect.stringMatching(words) });

describe("what stands around an answer is let pass", () => {
  test.each([
    ["nothing", '{"rewritten": "At 100 °C."}'],
    ["white space", ' \n\t{"rewritten":\n"At 100 °C."}\n'],
    ["a code fence", '```json\n{"rewritten": "At 100 °C."}\n```'],
    ["words", 'Sure! Here it is: {"rewritten": "At 100 °C."} I hope that helps.'],
    ["braces in words", 'I fill {rewritten}: {"rewritten": "At 100 °C."} {done}'],
    [
      "thinking",
      '<think>They want {"rewritten": "something"}, I think.</think>\n{"rewritten": "At 100 °C."}',
    ],
    [
      "thinking whose beginning the server cut off",
      'Let me see {"a": 1}.</think>{"rewritten": "At 100 °C."}',
    ],
    ["a trailing comma", '{"rewritten": "At 100 °C.",}'],
    ["the same answer twice", '{"rewritten": "At 100 °C."}\n{"rewritten": "At 100 °C."}'],
    ["a JSON string", JSON.stringify('{"rewritten": "At 100 °C."}')],
    ["an object of another kind before it", '{"thought": "hm"} {"rewritten": "At 100 °C."}'],
  ])("%s", (_, text) => expect(said(text)).toEqual(good));

  test("line breaks and tabs in a string, as small models leave them", () => {
    expect(said('Here:\n{"rewritten": "- a \\"b\\"\n- c\td\r\n"} and {more}')).toEqual({
      kind: "read",
      answer: { rewritten: '- a "b"\n- c\td\r\n' },
    });
  });

  test("a list without the field it belongs in", () => {
    const readings = ATTRIBUTES.map(({ name }) => ({ attribute: name, better: "A" }));
    expect(readAnswer("verify", VERIFY, JSON.stringify(readings))).toEqual({
      kind: "read",
      answer: { readings },
    });
  });
});

describe("what stands in an answer is held strictly", () => {
  test.each([
    ["nothing at all", "", "no JSON object"],
    ["words", "It is 100 °C.", "no JSON object"],
    ["half an object", '{"rewritten": "At 100', "no JSON object"],
    ["another field", '{"text": "At 100 °C."}', "rewritten"],
    ["a field too many", '{"rewritten": "At 100 °C.", "note": "!"}', "note"],
    ["a number", '{"rewritten": 100}', "rewritten"],
    ["no text", '{"rewritten": ""}', "rewritten"],
    ["null", "null", /./],
    ["two answers that differ", '{"rewritten": "a"} or {"rewritten": "b"}', "several answers"],
    ["thinking that never ends", '<think>{"rewritten": "At 100 °C."}', "no JSON object"],
    ["comments", '{"rewritten": "At 100 °C." /* good */}', "no JSON object"],
  ])("%s", (_, text, words) => expect(said(text)).toEqual(problem(words)));

  const grades = (...names: string[]) =>
    JSON.stringify({ grades: names.map((attribute) => ({ attribute, grade: "weak", quote: "" })) });
  test.each([
    ["an unknown attribute", grades("depth", "charm"), '"charm"'],
    ["one that is missing", grades("depth"), '"Factual accuracy" is not answered'],
    ["one that is answered twice", grades("depth", "DEPTH", "factual accuracy"), '"depth" is answered twice'],
  ])("%s", (_, text, words) => expect(readAnswer("grade", GRADE, text)).toEqual(problem(words)));

  test("attributes come back as they were asked for, in that order", () => {
    expect(readAnswer("grade", GRADE, grades("Depth ", "factual_ACCURACY"))).toMatchObject({
      answer: { grades: [{ attribute: "Factual accuracy" }, { attribute: "depth" }] },
    });
  });

  test("attributes that are found have names of their own, and those that are merged were there", () => {
    const found = (...names: string[]) =>
      readAnswer(
        "attributes",
        { prompt: PROMPT },
        JSON.stringify({ attributes: names.map((name) => ({ name, why: "w" })) }),
      );
    expect(found("depth", "accuracy")).toMatchObject({ kind: "read" });
    expect(found("depth", "Depth")).toEqual(problem('"Depth" is named twice'));
    const merged = (of: string[]) =>
      readAnswer(
        "merge",
        { attributes: ATTRIBUTES },
        JSON.stringify({ attributes: [{ name: "all", why: "w", of }] }),
      );
    expect(merged(["DEPTH"])).toMatchObject({ answer: { attributes: [{ of: ["depth"] }] } });
    expect(merged(["charm"])).toEqual(problem('"charm"'));
  });
});

describe("markers that a model gives back", () => {
  const { marker, answer } = fillStep("paraphrase", PARAPHRASE);
  const say = (rewritten: string) => said(JSON.stringify({ rewritten }));

  test("around the text are taken off", () => {
    expect(say(answer!.replace("100 °C", "At 100 °C."))).toEqual(good);
    expect(say(`At 100 °C.</answer-${marker}>\n`)).toEqual(good);
    expect(say("<answer-00000000>\nAt 100 °C.")).toMatchObject({
      answer: { rewritten: "<answer-00000000>\nAt 100 °C." },
    });
  });

  test("anywhere else make it unreadable", () => {
    for (const text of [`At <answer-${marker}>100 °C`, answer!.replace("100 °C", ""), `${answer}${answer}`])
      expect(say(text)).toEqual(problem("markers"));
    const { marker: other } = fillStep("attributes", { prompt: PROMPT });
    const attributes = [{ name: "accuracy", why: `as <prompt-${other}> says` }];
    expect(readAnswer("attributes", { prompt: PROMPT }, JSON.stringify({ attributes }))).toEqual(
      problem("markers"),
    );
  });
});

describe("whatever a model says", () => {
  const prose = fc.string().map((words) => words.replace(/[{}[\]"]|<\/?think>/g, " "));

  test("any JSON object comes back out of the words around it", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), prose, prose, (value, before, after) => {
        const json = JSON.stringify(value);
        const plain = JSON.parse(json) as unknown;
        for (const text of [
          json,
          `${before}x ${json} ${after}`,
          `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``,
        ])
          expect(
            findJson(text)
              .flat()
              .map((one) => JSON.stringify(one)),
          ).toContain(JSON.stringify(plain));
      }),
      { numRuns: 60 },
    );
  });

  test("it is read or told what is wrong with it, never thrown at", () => {
    const pieces = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      '"',
      "\\",
      ",",
      ":",
      "rewritten",
      "<think>",
      "</think>",
      "```",
      "\n",
      "1",
      "\ud800",
      " ",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 60 }).map((all) => all.join("")),
        ),
        (text) => {
          expect(["read", "unreadable"]).toContain(said(text).kind);
          expect(typeof declines(text)).toBe("boolean");
        },
      ),
      { numRuns: 120 },
    );
    for (const open of ["{", "[", '{"a":', "[{"]) expect(said(open.repeat(20_000)).kind).toBe("unreadable");
  });
});

describe("declining in words", () => {
  test.each([
    "I'm sorry, but I can't help with that.",
    "I cannot assist with this request.",
    "Sorry, I can’t do that.",
    "As a language model, I am not able to rewrite this text.",
    "I won't provide a worse version of this answer.",
    "I must decline to answer.",
    "<think>Harmful?</think>\nI'm unable to comply.",
  ])("%s", (text) => expect(declines(text)).toBe(true));

  test.each([
    "Water boils at 100 °C. I can help with more.",
    '{"rewritten": "I\'m sorry, but I can\'t help with that."}',
    "The answer cannot be improved.",
    "Here is the answer: I think the pot cannot help to boil it.",
    "",
  ])("none: %s", (text) => expect(declines(text)).toBe(false));
});
