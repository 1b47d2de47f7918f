import { describe, expect, it } from "vitest";
import type { Item } from "../../../src/contract.js";
import { digestOf } from "../../../src/keys.js";
import { NO_ANSWERS } from "../../../src/oracle/asking.js";
import { intervene, type Making } from "../../../src/oracle/interventions/intervene.js";
import { askOnce } from "../../../src/oracle/interventions/trail.js";
import { intendedBy } from "../../../src/oracle/operators.js";
import type { Attribute } from "../../../src/oracle/steps.js";
import {
  type Answers,
  ATTRIBUTES,
  answering,
  CHOSEN,
  graded,
  itemOf,
  REJECTED,
  seeing,
  TWO,
} from "./answering.js";

const WORSE = CHOSEN.replace("seven", "nine");
const BETTER = REJECTED.replace("nine", "seven");

async function make(operator: string, answers: Answers, item: Item = TWO, given?: readonly Attribute[]) {
  const oracle = answering(answers);
  const ask = askOnce(oracle);
  const made = await intervene(operator, intendedBy(operator) as Making, { item, ask, given });
  return { ...made, asked: oracle.asked };
}

const found = { attributes: () => ({ attributes: ATTRIBUTES }) };

/** The attribute that the rule of the choice names, worked out a second time. */
function lowest(step: string, answer: string, names: readonly string[]): string {
  const rank = (name: string) => digestOf(["oracle", step, TWO.promptKey, digestOf(answer), name]);
  return [...names].sort((a, b) => (rank(a) < rank(b) ? -1 : 1))[0]!;
}

describe("a degradation", () => {
  const target = lowest("degrade", CHOSEN, ["accuracy", "an example"]);
  const answers: Answers = {
    ...found,
    grade: () => graded("strong", { clarity: "weak" }),
    degrade: () => ({ rewritten: WORSE, change: "seven became nine" }),
    verify: seeing(target, CHOSEN),
  };

  it("moves the better answer along one strong attribute, drawn by digest, and is verified", async () => {
    const { asked, ...made } = await make("oracle:degrade", answers);
    expect(made).toEqual({
      ...{ operator: "oracle:degrade", position: 0, attribute: target, reason: "" },
      ...{ detail: "seven became nine", pair: { base: CHOSEN, variant: WORSE }, agreement: 1 },
      behind: [
        { part: "attributes", call: "call 1" },
        { part: "grade", call: "call 2" },
        { part: "degrade", call: "call 3" },
        { part: "verify base first", call: "call 4" },
        { part: "verify variant first", call: "call 5" },
      ],
    });
    const { prompt } = TWO;
    expect(asked).toEqual([
      { step: "attributes", role: "oracle", inputs: { prompt } },
      { step: "grade", role: "oracle", inputs: { prompt, answer: CHOSEN, attributes: ATTRIBUTES } },
      {
        step: "degrade",
        role: "oracle",
        inputs: {
          ...{ prompt, answer: CHOSEN, attribute: ATTRIBUTES.find(({ name }) => name === target) },
          keep: ATTRIBUTES.map(({ name }) => name).filter((name) => name !== target),
        },
      },
      { step: "verify", role: "verifier", inputs: { prompt, attributes: ATTRIBUTES, a: CHOSEN, b: WORSE } },
      { step: "verify", role: "verifier", inputs: { prompt, attributes: ATTRIBUTES, a: WORSE, b: CHOSEN } },
    ]);
  });

  it("takes the rubric's attributes where it has some, and the one it is named after", async () => {
    const given = ATTRIBUTES.map(({ name }) => ({ name, why: "of the rubric" }));
    const { asked, attribute } = await make("oracle:degrade/an-example", answers, TWO, given);
    expect(attribute).toBe("an example");
    expect(asked.map(({ step }) => step)).toEqual(["grade", "degrade", "verify", "verify"]);
    expect(asked[0]!.inputs).toMatchObject({ attributes: given });
  });

  it("is refused where the answer is not strong on it, before anything is written", async () => {
    const { reason, detail, pair, asked } = await make("oracle:degrade/clarity", answers);
    expect([reason, pair]).toEqual(["oracle-not-strong", undefined]);
    expect(detail).toBe("accuracy strong, clarity weak, an example strong");
    expect(asked.map(({ step }) => step)).toEqual(["attributes", "grade"]);
    const nothing = await make("oracle:degrade", { ...answers, grade: () => graded("weak") });
    expect(nothing.reason).toBe("oracle-not-strong");
  });

  it("is refused, with its texts, where the verifier sees something else", async () => {
    const made = await make("oracle:degrade", { ...answers, verify: seeing("clarity", CHOSEN) });
    expect(made).toMatchObject({
      ...{ reason: "verifier-not-moved", attribute: target, agreement: 1 },
      pair: { base: CHOSEN, variant: WORSE },
    });
  });

  it.each([
    ["oracle-unchanged", ` ${CHOSEN}\n`, undefined],
    ["oracle-empty", " \n", undefined],
    ["oracle-length", `${WORSE} This is one sentence too many.`, { base: CHOSEN }],
  ])("%s: no verifier is paid", async (reason, rewritten, pair) => {
    const made = await make("oracle:degrade", { ...answers, degrade: () => ({ rewritten, change: "" }) });
    expect(made.reason).toBe(reason);
    if (pair !== undefined) expect(made.pair).toMatchObject(pair);
    expect(made.agreement).toBeUndefined();
    expect(made.asked.some(({ step }) => step === "verify")).toBe(false);
  });

  it("leaves alone what a model said to itself before it answered", async () => {
    const thinking = itemOf([{ role: "response", text: `<think>hm</think>\n\n${CHOSEN}`, style: "" }]);
    const { pair, asked, reason } = await make(
      "oracle:degrade",
      {
        ...answers,
        verify: seeing(asTarget(thinking), CHOSEN),
      },
      thinking,
    );
    expect(reason).toBe("");
    expect(pair).toEqual({
      base: `<think>hm</think>\n\n${CHOSEN}`,
      variant: `<think>hm</think>\n\n${WORSE}`,
    });
    expect(JSON.stringify(asked)).not.toContain("think");
  });

  function asTarget({ promptKey }: Item): string {
    expect(promptKey).toBe(TWO.promptKey);
    return target;
  }
});

it("the form may go where it is the attribute that moves", async () => {
  const listed = "Primes:\n\n- seven, which only one and itself divide\n- five, which is another one of them";
  const item = itemOf([
    { role: "chosen", text: CHOSEN, style: "" },
    { role: "rejected", text: listed, style: "" },
  ]);
  const rewritten =
    "Primes are seven, which only one and itself divide, and five, which is another one of them.";
  const moving = async (name: string) => {
    const given = [{ name, why: "It was asked for." }];
    return make(
      `oracle:upgrade/${name.replaceAll(" ", "-")}`,
      {
        grade: () => ({ grades: [{ attribute: name, grade: "weak", quote: "" }] }),
        upgrade: () => ({ rewritten, change: "" }),
        verify: ({ a }) => ({ readings: [{ attribute: name, better: a === rewritten ? "A" : "B" }] }),
      },
      item,
      given,
    );
  };
  expect((await moving("no bullets")).reason).toBe("");
  expect((await moving("accuracy")).reason).toBe("oracle-format");
});

it("an upgrade moves the weaker answer along a weak attribute, and must be the better one", async () => {
  const target = lowest("upgrade", REJECTED, ["accuracy", "clarity"]);
  const answers: Answers = {
    ...found,
    grade: () => graded("weak", { "an example": "strong" }),
    upgrade: () => ({ rewritten: BETTER, change: "nine became seven" }),
    verify: seeing(target, BETTER),
  };
  expect(await make("oracle:upgrade", answers)).toMatchObject({
    ...{ position: 1, attribute: target, reason: "", pair: { base: REJECTED, variant: BETTER } },
  });
  const back = await make("oracle:upgrade", { ...answers, verify: seeing(target, REJECTED) });
  expect(back.reason).toBe("verifier-wrong-way");
  const strong = await make("oracle:upgrade", { ...answers, grade: () => graded("strong") });
  expect(strong.reason).toBe("oracle-not-weak");
});

describe("neutral changes", () => {
  const same = seeing(undefined, "");
  const rewrites: Readonly<Record<string, string>> = {
    shorter: "Primes have two divisors, as seven has.",
    longer: "A prime is a whole number that is above one and that only one and itself divide, as with seven.",
    translated: "Eine Primzahl ist nur durch eins und sich selbst teilbar, etwa sieben.",
    "prompt-language": "A prime can be divided by one and itself alone, seven for example.",
  };
  const answers: Answers = {
    ...found,
    paraphrase: () => ({
      rewritten: "Primes are those whole numbers above one with no other divisors: seven.",
    }),
    can: () => ({
      rewritten: "A prime is a number above one divided by one and itself alone, like seven, nicely.",
    }),
    rewrite: ({ to }) => ({ rewritten: rewrites[to]! }),
    verify: same,
  };

  it.each([
    ["oracle:paraphrase", CHOSEN, answers.paraphrase!(undefined as never)],
    ["oracle:can", CHOSEN, answers.can!(undefined as never)],
    ["oracle:shorter", CHOSEN, { rewritten: rewrites.shorter }],
    ["oracle:double/shorter", rewrites.longer, { rewritten: rewrites.shorter }],
    ["oracle:rewriting/shorter", CHOSEN, { rewritten: rewrites.longer }],
    ["oracle:back-translation", CHOSEN, { rewritten: rewrites["prompt-language"] }],
  ] as const)("%s", async (operator, base, variant) => {
    const { rewritten } = variant as { readonly rewritten: string };
    const made = await make(operator, answers);
    expect(made).toMatchObject({
      reason: "",
      position: 0,
      attribute: "",
      pair: { base, variant: rewritten },
    });
  });

  it("ask for each rewriting of an item once, and for the second of the first", async () => {
    const oracle = answering(answers);
    const ask = askOnce(oracle);
    for (const operator of ["oracle:shorter", "oracle:double/shorter", "oracle:rewriting/shorter"])
      await intervene(operator, intendedBy(operator) as Making, { item: TWO, ask });
    const rewritten = oracle.asked.filter(({ step }) => step === "rewrite").map(({ inputs }) => inputs);
    expect(rewritten).toEqual([
      { prompt: TWO.prompt, answer: CHOSEN, to: "shorter" },
      { prompt: TWO.prompt, answer: rewrites.shorter, to: "longer" },
    ]);
    expect(oracle.asked.filter(({ step }) => step === "attributes")).toHaveLength(1);
  });

  it("are refused where anything moves", async () => {
    const made = await make("oracle:paraphrase", { ...answers, verify: seeing("clarity", CHOSEN) });
    expect(made).toMatchObject({ reason: "verifier-moved", detail: "base better on clarity" });
  });

  it("are refused where CAN hands back the better answer, or the weaker one", async () => {
    for (const rewritten of [CHOSEN, REJECTED])
      expect((await make("oracle:can", { ...answers, can: () => ({ rewritten }) })).reason).toBe(
        "oracle-unchanged",
      );
  });

  it("are refused where the way there and back leads to the very answer", async () => {
    const back: Answers = {
      ...answers,
      rewrite: ({ to }) => ({ rewritten: to === "shorter" ? rewrites.shorter! : CHOSEN }),
    };
    expect((await make("oracle:rewriting/shorter", back)).reason).toBe("oracle-unchanged");
    // The rewritten answer still differs from it: here the rewriter's hand is in neither.
    expect((await make("oracle:double/shorter", back)).pair).toEqual({
      base: CHOSEN,
      variant: rewrites.shorter,
    });
  });
});

describe("what lacks", () => {
  it.each(NO_ANSWERS)("an answer (%s) is refused by that reason, at whatever step", async (reason) => {
    const whole: Answers = {
      ...found,
      grade: () => graded("strong"),
      degrade: () => ({ rewritten: WORSE, change: "" }),
      verify: seeing("accuracy", CHOSEN),
    };
    for (const step of ["attributes", "grade", "degrade", "verify"] as const) {
      const made = await make("oracle:degrade", { ...whole, [step]: () => reason });
      expect(made).toMatchObject({ reason, detail: "as told", agreement: undefined });
      expect(made.behind.at(-1)!.part).toBe(step === "verify" ? "verify base first" : step);
    }
  });

  it.each([
    ["oracle:upgrade", "chosen", "no-rejected"],
    ["oracle:can", "chosen", "no-rejected"],
    ["oracle:degrade", "rejected", "no-chosen"],
    ["oracle:paraphrase", "rejected", "no-chosen"],
  ] as const)(
    "%s of an item with a %s answer alone: %s, and nothing is asked",
    async (operator, role, reason) => {
      const item = itemOf([{ role, text: CHOSEN, style: "" }]);
      expect(await make(operator, {}, item)).toMatchObject({ reason, position: 0, behind: [], asked: [] });
    },
  );

  it("an answer beyond its reasoning", async () => {
    const item = itemOf([{ role: "chosen", text: "<think>hm</think>", style: "" }]);
    expect(await make("oracle:degrade", {}, item)).toMatchObject({ reason: "only-reasoning", asked: [] });
  });
});
