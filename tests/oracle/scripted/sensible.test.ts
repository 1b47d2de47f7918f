import { describe, expect, it } from "vitest";
import type { OracleInputs, OracleStep } from "../../../src/contract.js";
import { REWRITES, TRANSLATION } from "../../../src/oracle/rewrites.js";
import { sensible } from "../../../src/oracle/scripted/sensible.js";
import { ANSWERS, type Attribute } from "../../../src/oracle/steps.js";

const PROMPT = [{ role: "user", content: "How do I boil an egg?" }];
const ATTRIBUTES: readonly Attribute[] = [
  { name: "accuracy", why: "True." },
  { name: "completeness", why: "All of it." },
  { name: "clarity", why: "Plain." },
  { name: "Step-by-step logic", why: "In order." },
];
const TEXTS: Readonly<Record<string, string>> = {
  plain: "Put the egg into boiling water for 8 minutes. Then cool it, because it keeps cooking otherwise.",
  short: "Boil it.",
  "one word": "Boil",
  list: "Do this:\n\n1. Boil water.\n2. Put the egg in for 8 minutes.\n3. Cool it under the tap.",
  code: "Use this:\n\n```js\nconst minutes = 8;\nboil(egg, minutes);\n```",
  heading: "# Eggs\n\nThey are boiled for 8 minutes.\n\n# More",
  foreign: "Das Ei kommt acht Minuten lang in kochendes Wasser und wird danach abgeschreckt.",
  "code alone": "```js\nboil(egg, 8);\n```",
};
const words = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** The answer, checked against the schema that every answer of the step is held to. */
function answered<S extends OracleStep>(step: S, inputs: OracleInputs) {
  return ANSWERS[step].parse(sensible({ step, inputs })) as never as Record<string, never>;
}

function changed(step: "degrade" | "upgrade", answer: string, attribute: Attribute): string {
  const keep = ATTRIBUTES.filter((one) => one !== attribute).map(({ name }) => name);
  return answered(step, { prompt: PROMPT, answer, attribute, keep }).rewritten!;
}

function readings(a: string, b: string): Record<string, string> {
  const answer = answered("verify", { prompt: PROMPT, attributes: ATTRIBUTES, a, b });
  const all = answer.readings as unknown as { attribute: string; better: string }[];
  return Object.fromEntries(all.map(({ attribute, better }) => [attribute, better]));
}

describe.each(Object.entries(TEXTS))("on a text of the kind %s", (_, text) => {
  it.each(ATTRIBUTES)("moves $name alone, keeps the length, and sees it in both orders", (attribute) => {
    for (const step of ["degrade", "upgrade"] as const) {
      const variant = changed(step, text, attribute);
      expect(variant).not.toBe(text);
      expect(Math.abs(words(variant) - words(text))).toBeLessThanOrEqual(Math.max(3, words(text) / 10));
      const [better, worse] = step === "degrade" ? ["A", "B"] : ["B", "A"];
      const same = Object.fromEntries(ATTRIBUTES.map(({ name }) => [name, "same"]));
      expect(readings(text, variant)).toEqual({ ...same, [attribute.name]: better });
      expect(readings(variant, text)).toEqual({ ...same, [attribute.name]: worse });
    }
  });

  it("rewrites neutrally, there and back, with its own hand in it", () => {
    const rewrite = (answer: string, to: string): string =>
      answered("rewrite", { prompt: PROMPT, answer, to }).rewritten!;
    const pairs = [...Object.entries(REWRITES), [TRANSLATION.out, TRANSLATION.back]] as [string, string][];
    for (const [there, opposite] of pairs) {
      const variant = rewrite(text, there);
      const back = rewrite(variant, opposite);
      expect(new Set([text, variant, back]).size, `${there}: ${variant} / ${back}`).toBe(3);
      expect(new Set(Object.values(readings(back, variant)))).toEqual(new Set(["same"]));
    }
  });

  it("paraphrases, and makes of a weaker answer the better one in other words", () => {
    const paraphrase = answered("paraphrase", { prompt: PROMPT, answer: text }).rewritten!;
    expect(paraphrase).not.toBe(text);
    const can = answered("can", { prompt: PROMPT, answer: "No idea.", model: text, attributes: ATTRIBUTES });
    expect(can.rewritten).toBe(paraphrase);
    expect(new Set(Object.values(readings(text, paraphrase)))).toEqual(new Set(["same"]));
  });

  it("grades every attribute once, with words that stand in the answer", () => {
    const { grades } = answered("grade", { prompt: PROMPT, answer: text, attributes: ATTRIBUTES });
    const all = grades as unknown as { attribute: string; grade: string; quote: string }[];
    expect(all.map(({ attribute }) => attribute)).toEqual(ATTRIBUTES.map(({ name }) => name));
    for (const { quote } of all) expect(quote !== "" && text.includes(quote)).toBe(true);
  });
});

describe("the rules of the scripted oracle", () => {
  it("grade long answers with figures strong, and short ones weak", () => {
    const grades = (answer: string) =>
      (
        answered("grade", { prompt: PROMPT, answer, attributes: ATTRIBUTES }).grades as unknown as {
          grade: string;
        }[]
      ).map(({ grade }) => grade);
    expect(grades(`${TEXTS.plain} ${TEXTS.plain} ${TEXTS.plain}`)).toEqual(Array(4).fill("strong"));
    expect(grades(TEXTS.short!)).toEqual(Array(4).fill("weak"));
  });

  it("leave code as it is", () => {
    for (const attribute of ATTRIBUTES) {
      expect(changed("degrade", TEXTS.code!, attribute)).toContain(
        "const minutes = 8;\nboil(egg, minutes);\n```",
      );
    }
  });

  it("merge attributes whose names differ in case alone, up to sixteen", () => {
    const many = Array.from({ length: 30 }, (_, i) => ({ name: `name ${i % 20}`, why: "So." }));
    const { attributes } = answered("merge", {
      attributes: [{ name: "Clarity", why: "a" }, { name: "clarity", why: "b" }, ...many],
    });
    const all = attributes as unknown as { name: string; of: string[] }[];
    expect(all).toHaveLength(16);
    expect(all[0]).toEqual({ name: "Clarity", why: "a", of: ["Clarity", "clarity"] });
  });
});
