import { beforeAll, describe, expect, test } from "vitest";
import { refuseUnfit } from "../../src/doctor/refuse.js";
import { scoreFacts } from "../../src/doctor/score-facts.js";
import { clopperPearsonUpper } from "../../src/stats/clopper-pearson.js";
import { lines, preferences } from "../cli/preferences.js";
import { workplace } from "../cli/workplace.js";
import { codes, look } from "./examining.js";

describe("what the scores of data tell", () => {
  const place = workplace();
  beforeAll(() => {
    // The chosen response of every record is the longer one.
    place.file("data.jsonl", lines(preferences(20)));
  });
  const found = async (formula: string, negate = false) =>
    codes(await look(`scripted:${formula}+noise(0.0001)`, place.path, { data: "data.jsonl", negate }));

  test("a reward that falls with length has the wrong sign where the longer is better", async () => {
    expect(await found("-0.01*length")).toContain("wrong-sign");
    expect(await found("-0.01*length", true)).not.toContain("wrong-sign");
    expect(await found("length")).toEqual([]);
  });

  test("who has turned the sign is told to leave that out, not to turn it", async () => {
    const fixOf = async (formula: string, negate: boolean) => {
      const { problems } = await look(formula, place.path, { data: "data.jsonl", negate });
      return problems.find(({ code }) => code === "wrong-sign")?.fix;
    };
    expect(await fixOf("scripted:-1*length", false)).toContain("say --negate");
    expect(await fixOf("scripted:length", true)).toMatch(/turned already \(--negate.*leave that out/u);
  });

  test("a reward between 0 and 1 looks activated, also when its sign is turned", async () => {
    expect(await found("0.001*length")).toEqual(["activated"]);
    expect(await found("0.001*length", true)).toEqual(["activated", "wrong-sign"]);
    expect(await found("length")).not.toContain("activated");
  });

  test("a constant reward", async () => {
    const examination = await look("scripted:constant(0.5)", place.path, { data: "data.jsonl" });
    expect(codes(examination)).toEqual(["constant-scores"]);
  });

  test("a reward of two values", async () => {
    expect(codes(await look("scripted:bullets", place.path, { data: "data.jsonl" }))).toContain("few-scores");
  });

  test("none of them is fatal: a run says inconclusive or fail by itself", async () => {
    const examination = await look("scripted:constant(0)", place.path, { data: "data.jsonl" });
    expect(() => refuseUnfit(examination)).not.toThrow();
    expect(examination.facts!.data).toMatchObject({ items: 20, of: 20, texts: 40, cut: { texts: 0 } });
  });

  test("a scorer without a model on this machine has no reading, placement or speed", async () => {
    const { facts } = await look("scripted:length", place.path);
    expect(facts).toMatchObject({ reading: null, placement: null, sweep: [], device: null });
  });
});

describe("the order of chosen and rejected", () => {
  const item = (index: number, chosen: number, rejected: number) => [
    { item: `${index}`, prompt: `p${index}`, role: "chosen", score: chosen },
    { item: `${index}`, prompt: `p${index}`, role: "rejected", score: rejected },
  ];

  test("counts a tie half and has the exact bound where all go one way", () => {
    expect(
      scoreFacts([...item(0, 1, 0), ...item(1, 0, 1), ...item(2, 1, 1), ...item(3, 2, 1)], 1)!.order!.share,
    ).toBe(2.5 / 4);
    const wrong = Array.from({ length: 10 }, (_, index) => item(index, 0, 1)).flat();
    const { share, upper, items } = scoreFacts(wrong, 1)!.order!;
    expect([share, items]).toEqual([0, 10]);
    expect(upper).toBeCloseTo(1 - 0.05 ** (1 / 10), 10);
    expect(upper).toBeCloseTo(clopperPearsonUpper(0, 10, 0.05), 10);
  });

  test("has no bound under six prompts, and none without a preference", () => {
    expect(scoreFacts(item(0, 1, 0), 1)!.order).toEqual({ items: 1, share: 1, lower: null, upper: null });
    expect(scoreFacts([{ item: "a", prompt: "p", role: "response", score: 1 }], 1)!.order).toBeNull();
    expect(scoreFacts([], 1)).toBeNull();
  });

  test("raw logits are the reward before weight and sign", () => {
    expect(scoreFacts(item(0, -0.5, -2), -2)!.raw).toEqual({ lowest: 0.25, highest: 1 });
    expect(scoreFacts(item(0, 1, 0), null)!.raw).toBeNull();
  });
});
