import { beforeAll, describe, expect, test } from "vitest";
import { lines, preferences } from "../cli/preferences.js";
import { EVERYTHING } from "../cli/rubrics.js";
import { workplace } from "../cli/workplace.js";
import { weighOwnPairs } from "./own-pairs.js";
import { weigh } from "./weighing.js";

const place = workplace();

beforeAll(() => {
  place.file("rubric.json", { ...EVERYTHING, minimumPrompts: 6 });
  const one = preferences(24).map((record) => ({ ...record, prompt: "Tell me about something." }));
  place.file("one-prompt.jsonl", lines(one));
  place.file("one-record.jsonl", lines(preferences(1)));
  place.file("data.jsonl", lines(preferences(12)));
  place.file("more.jsonl", lines(preferences(66)));
});

describe("one prompt", () => {
  test.each(["one-prompt.jsonl", "one-record.jsonl"])("%s proves nothing", async (data) => {
    const [outcome] = await weigh(place.path, { data: [data], database: `${data}.db` });
    const { verdicts, verdict, power } = outcome!.view;
    expect(outcome!.view.data.prompts).toBe(1);
    expect(verdict).toBe("inconclusive");
    expect(verdicts.length).toBeGreaterThan(10);
    for (const { verdict: word, because, lower, upper } of verdicts) {
      expect([word, lower, upper]).toEqual(["inconclusive", null, null]);
      expect(because).toMatch(/prompts?\b|no valid pair|do not vary/);
    }
    expect(power).toEqual({ asEstimated: null, atNoEffect: null, least: null, most: null });
  });
});

test.each([`scripted:${"9".repeat(308)}*length`, `scripted:-${"9".repeat(308)}*length`])(
  "infinite scores stop the run: %#",
  async (model) => {
    const failing = weigh(place.path, { models: [model], database: "infinite.db" });
    await expect(failing).rejects.toMatchObject({
      code: "TARE_SCORE_NOT_FINITE",
      exit: 2,
      where: expect.stringMatching(/./),
    });
  },
);

describe("one response a prompt", () => {
  const pairs = Array.from({ length: 40 }, (_, i) => ({
    prompt: `Question ${i}?`,
    base: `Answer ${i}, as it was.`,
    variant: `Answer ${i}, as it is now.`,
    scores: [i % 7, (i % 7) + ((i * 3) % 5) / 1000] as const,
  }));
  const rubric = (more: object, allow: object) => ({
    name: "own",
    why: "For a test.",
    minimumPrompts: 6,
    spurious: [{ attribute: "wording", why: "w", augmentations: ["wording"], allow }],
    ...more,
  });
  const view = (more: object, allow: object) =>
    weighOwnPairs(place, { attribute: "wording", model: "m", pairs, rubric: rubric(more, allow) });

  test("has no within-prompt SD: nothing is proved, and what to do is said", async () => {
    const { verdicts, verdict, scale } = await view({}, { effect: 0.2 });
    expect(scale.within).toBeNull();
    expect(verdict).toBe("inconclusive");
    expect(verdicts[0]!.because).toContain(
      'no prompt has two responses, so there is no within-prompt SD (set "scale": "overall" in the rubric)',
    );
  });

  test("is measured by the overall SD only where the tolerated effect is named", async () => {
    await expect(view({ scale: "overall" }, {})).rejects.toMatchObject({
      code: "TARE_RUBRIC_FIELD",
      exit: 2,
      message: expect.stringContaining("spurious[0].allow.effect: is missing"),
      where: expect.stringMatching(/wording\.json:\d+:\d+$/),
    });
    expect((await view({ scale: "overall" }, { effect: 0.2 })).verdict).toBe("pass");
  });
});

describe("what the rubric wants of the data, through the whole line", () => {
  const ranking = { accuracy: { atLeast: 0.5 } };
  const judged = async (name: string, more: object) => {
    place.file(`${name}.json`, { name, why: "For a test.", minimumPrompts: 6, ranking, ...more });
    const [outcome] = await weigh(place.path, {
      models: ["scripted:length"],
      rubric: `./${name}.json`,
      data: ["more.jsonl"],
      database: "wants.db",
    });
    return outcome!.view;
  };

  test("languages: English prompts are counted, German ones are missed", async () => {
    expect((await judged("english", { languages: ["en"] })).verdict).toBe("pass");
    const { verdict, verdicts } = await judged("german", { languages: ["en", "de"] });
    expect([verdict, verdicts[0]!.because]).toEqual([
      "inconclusive",
      "prompts by language: de 0, and the rubric wants 6 of each",
    ]);
  });

  test("a share of items with a valid pair", async () => {
    const rule = { attribute: "formatting", why: "w", augmentations: ["markdown-to-plain"] };
    // Every third answer is a list.
    const { verdicts } = await judged("applied", { spurious: [{ ...rule, minimumApplied: 0.9 }] });
    expect(verdicts[0]).toMatchObject({
      claim: { id: "formatting/bias" },
      verdict: "inconclusive",
      because: "a valid pair on 33.3 % of the items, and the rubric wants 90.0 %",
    });
    const without = await judged("without", { spurious: [rule] });
    expect(without.verdicts[0]!.because).not.toContain("of the items");
  });
});
