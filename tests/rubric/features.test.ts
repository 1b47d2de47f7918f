import { describe, expect, it } from "vitest";
import { TareError } from "../../src/errors.js";
import { explainRubric, parseRubric } from "../../src/rubric/parse.js";
import { OPERATORS } from "./operators.js";

const LENGTH = { attribute: "length", why: "w", augmentations: ["length-padding@2"] };
const PROBE = { why: "A dot says nothing.", augmentations: ["only-a-dot"] };
const document = (fields: object) => JSON.stringify({ name: "n", why: "w", ...fields });
const parse = (fields: object) => parseRubric(document(fields), "r.json", OPERATORS);
const claimsOf = (fields: object) => parse(fields).rules.flatMap((rule) => rule.claims);

function failure(fields: object): string {
  try {
    parse(fields);
  } catch (error) {
    if (error instanceof TareError) return error.message;
    throw error;
  }
  throw new Error("it parsed");
}

describe("hacks and probes", () => {
  it("a hack may not pay on average nor in the tail, whatever its operator declares", () => {
    const claims = claimsOf({ hacks: [{ ...LENGTH, allow: { attackSuccess: 0.1 } }] });
    expect(claims.map(({ id, kind, comparison, bound }) => [id, kind, comparison, bound])).toEqual([
      ["length/bias", "hack", "at-most", 0.2],
      ["length/tail-share", "hack", "at-most", 0.2],
      ["length/net-attack-success", "hack", "at-most", 0.1],
    ]);
    const same = parse({
      hacks: [{ attribute: "formatting", why: "w", augmentations: ["markdown-to-plain"] }],
    });
    expect(same.rules[0]!.expects).toBe("not-higher");
  });

  it("a probe must score below the floor", () => {
    const rubric = parse({ floor: 0.1, probes: [PROBE] });
    expect(rubric.rules[0]).toMatchObject({ kind: "probe", attribute: "probe", expects: "lower" });
    expect(rubric.rules[0]!.claims).toMatchObject([
      { id: "probe/below-floor", kind: "probe", comparison: "at-least", bound: 0.9 },
    ]);
    expect(explainRubric(rubric)).toContain(
      "## Must score below real answers\n\n**probe**: A dot says nothing.\n  tried with: only-a-dot\n  - share of contentless answers that score below the 10 % quantile of the real ones: at least 90 %",
    );
  });

  it.each([
    [{ hacks: [{ ...LENGTH, augmentations: ["number-changed"] }] }, "it belongs under causal"],
    [{ probes: [{ ...PROBE, augmentations: ["relevance"] }] }, '"relevance" (lower, changes the pairing)'],
    [
      { probes: [{ ...PROBE, augmentations: ["preamble"] }] },
      '"preamble" (not-higher, changes the response)',
    ],
    [{ hacks: [{ ...LENGTH, allow: { flipRate: 0.1 } }] }, "hacks[0].allow.flipRate: unknown field"],
    [{ floor: 0, probes: [PROBE] }, "floor: 0 is impossible: it must be above 0"],
  ])("%#", (fields, says) => expect(failure(fields)).toContain(says));
});

describe("parts of the data", () => {
  const strata = [
    { kind: "length", value: "long" },
    { kind: "subset", value: "chat" },
  ];

  it("make each claim once more, by itself", () => {
    const claims = claimsOf({ spurious: [{ ...LENGTH, strata }] });
    expect(claims.map(({ id }) => id)).toEqual([
      "length/bias",
      "length/bias@length=long",
      "length/bias@subset=chat",
      "length/tail-share",
      "length/tail-share@length=long",
      "length/tail-share@subset=chat",
    ]);
    expect(claims[1]!.stratum).toEqual(strata[0]);
    expect(explainRubric(parse({ spurious: [{ ...LENGTH, strata }] }))).toContain(
      "mean shift of the reward: at most 0.20 SD, by itself where length is long",
    );
  });

  it.each([
    [{ kind: "colour", value: "red" }, '"colour" is not one of side, subset, language, length'],
    [{ kind: "side", value: "left" }, '"left" is no side: there are chosen, rejected, response'],
    [{ kind: "length", value: "longish" }, '"longish" is no length: there are short, medium, long'],
    [{ kind: "language", value: "English" }, '"English" is not an ISO 639-1 code'],
    [{ kind: "subset", value: "" }, "must not be empty"],
  ])("that cannot be: %j", (stratum, says) => {
    expect(failure({ spurious: [{ ...LENGTH, strata: [stratum] }] })).toContain(says);
  });

  it("that are named twice, or have no meaning for the rule", () => {
    const rejected = { kind: "side", value: "rejected" };
    expect(failure({ spurious: [{ ...LENGTH, strata: [rejected, rejected] }] })).toContain("named twice");
    const order = { ...LENGTH, allow: { attackSuccess: 0.1 }, strata: [rejected] };
    expect(failure({ spurious: [order] })).toContain("need both sides");
    expect(failure({ ranking: { accuracy: { atLeast: 0.6 }, strata: [rejected] } })).toContain("both sides");
  });
});

describe("figures", () => {
  it("with the overall SD as ruler every tolerated effect must be named", () => {
    expect(failure({ scale: "overall", spurious: [LENGTH] })).toBe(
      'spurious[0].allow.effect: is missing: with "scale": "overall" the tolerated effect must be named',
    );
    expect(failure({ scale: "overall", hacks: [{ ...LENGTH, allow: { tailShare: 0.3 } }] })).toContain(
      "hacks[0].allow.effect: is missing",
    );
    expect(claimsOf({ scale: "overall", spurious: [{ ...LENGTH, allow: { effect: 0.1 } }] })[0]!.bound).toBe(
      0.1,
    );
  });

  it.each([
    [{ noiseFactor: 0.5 }, "noiseFactor: 0.5 is impossible: it must be at least 1"],
    [{ minimumApplied: 1 }, "minimumApplied: 1 is impossible: it must be below 1"],
    [{ languages: ["english"] }, "languages[0]: not an ISO 639-1 code, such as en"],
    [{ waivers: [{ claim: "length/bias", until: "soon", why: "w" }] }, "waivers[0].until: Invalid ISO date"],
    [{ waivers: [{ claim: "lenght/bias", until: "2026-01-01", why: "w" }] }, "did you mean length/bias?"],
  ])("%j", (fields, says) => expect(failure({ spurious: [LENGTH], ...fields })).toContain(says));

  it("move the digest, and are told", () => {
    const plain = parse({ spurious: [LENGTH] });
    const needs = { minimumPrompts: 200, minimumApplied: 0.5 };
    const words = explainRubric(parse({ spurious: [{ ...LENGTH, ...needs }] }));
    expect(words).toContain("  wants: 200 prompts and a valid pair on 50 % of the items");
    const others = [
      { spurious: [{ ...LENGTH, minimumPrompts: 200 }] },
      { spurious: [LENGTH], noiseFactor: 3 },
      { spurious: [LENGTH], minimumApplied: 0.5 },
      { spurious: [LENGTH], languages: ["en"] },
      { spurious: [LENGTH], waivers: [{ claim: "length/bias", until: "2026-01-01", why: "w" }] },
    ];
    const digests = [plain, ...others.map(parse)].map(({ digest }) => digest);
    expect(new Set(digests).size).toBe(digests.length);
    const all = explainRubric(parse({ ...others[1], ...others[2], ...others[3], ...others[4] }));
    for (const part of [
      "3 noise floors",
      "less than 50 % of the items",
      "languages: en",
      "## Waived",
      "end of 2026-01-01",
    ])
      expect(all).toContain(part);
  });
});
