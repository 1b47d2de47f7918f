import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import type { RunView, Verdict, Waiver } from "../../src/contract.js";
import junit from "../../src/reports/junit.js";
import { BAD, BETTER, EMPTY } from "./views.js";

const OPTIONS = { color: false, width: 80 };
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  isArray: (name) => ["testsuite", "testcase", "property"].includes(name),
  parseAttributeValue: false,
  parseTagValue: false,
});

interface Case {
  readonly name: string;
  readonly classname: string;
  readonly failure?: { readonly message: string; readonly type: string; readonly "#text": string };
  readonly error?: { readonly message: string; readonly type: string; readonly "#text": string };
  readonly skipped?: string;
  readonly "system-out"?: string;
}
interface Suite {
  readonly name: string;
  readonly tests: string;
  readonly failures: string;
  readonly errors: string;
  readonly skipped: string;
  readonly testcase?: readonly Case[];
}

function suitesOf(xml: string): readonly Suite[] {
  expect(XMLValidator.validate(xml)).toBe(true);
  return parser.parse(xml).testsuites.testsuite ?? [];
}
const show = (...views: readonly RunView[]) => suitesOf(junit.render(views, OPTIONS));
const casesOf = (suites: readonly Suite[]) => suites.flatMap(({ testcase = [] }) => testcase);

describe("the JUnit report", () => {
  it("has a suite for every attribute and a case for every claim", () => {
    const suites = show(BAD);
    expect(suites.map(({ name }) => name)).toEqual([
      "factuality",
      "relevance",
      "length",
      "formatting",
      "ranking",
    ]);
    expect(
      casesOf(suites)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(BAD.verdicts.map(({ claim }) => claim.id).sort());
  });

  it("fails what fails the gate, with its proof; skips what is open; a warning fails nothing", () => {
    const cases = new Map(casesOf(show(BAD)).map((one) => [one.name, one]));
    const failed = cases.get("factuality/correct-direction")!;
    expect(failed.failure).toMatchObject({
      message: "15 % [11, 19], proved below 75 % (p < 0.001 after Holm over 5)",
      type: "fail",
    });
    expect(failed.failure!["#text"]).toContain("measured  15 % [11, 19], p 0.00010, Holm's p 0.00010");
    expect(failed.failure!["#text"]).toContain("on        300 pairs of 150 prompts");
    expect(cases.get("length/bias")).toMatchObject({
      skipped: "",
      "system-out": expect.stringMatching(/^inconclusive: \+0\.17 .*about 1,900 more prompts/),
    });
    const warned = cases.get("formatting/bias")!;
    expect(warned).toMatchObject({
      skipped: "",
      "system-out": expect.stringMatching(/^warns only: FAIL: \+3\.08/),
    });
    expect(warned.failure).toBeUndefined();
    const passed = cases.get("length/tail-share")!;
    expect([passed.failure, passed.skipped, passed.error]).toEqual([undefined, undefined, undefined]);
  });

  it("counts what it holds", () => {
    for (const { tests, failures, errors, skipped, testcase = [] } of show(BAD, BETTER)) {
      expect(Number(tests)).toBe(testcase.length);
      expect(Number(failures)).toBe(testcase.filter(({ failure }) => failure !== undefined).length);
      expect(Number(errors)).toBe(testcase.filter(({ error }) => error !== undefined).length);
      expect(Number(skipped)).toBe(testcase.filter(({ skipped: one }) => one !== undefined).length);
    }
    expect(casesOf(show(BAD)).filter(({ failure }) => failure !== undefined)).toHaveLength(1);
  });

  it("tells models apart", () => {
    const names = show(BAD, BETTER).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain("tare-mini-crome: length");
  });

  it("a waived claim is skipped, with the number that would have failed", () => {
    const waiver: Waiver = {
      claim: "factuality/correct-direction",
      until: "2026-12-31",
      why: "w",
      owner: "Ada",
    };
    const [first, ...others] = BAD.verdicts as readonly [Verdict, ...Verdict[]];
    const [one] = casesOf(show({ ...BAD, verdicts: [{ ...first, waiver }, ...others] }));
    expect(one!.failure).toBeUndefined();
    expect(one).toMatchObject({
      skipped: "",
      "system-out": expect.stringMatching(/^waived until 2026-12-31.*: FAIL: 15 % \[11, 19\]/),
    });
  });

  it("what threw is an error, and takes nothing away from the claims", () => {
    const [first, ...others] = BAD.coverage;
    const suites = show({ ...BAD, coverage: [{ ...first!, skipped: { threw: 3 } }, ...others] });
    const [thrower] = casesOf(suites).filter(({ error }) => error !== undefined);
    expect(thrower).toMatchObject({
      name: "number-changed does not throw",
      error: {
        type: "TARE_AUGMENTATION_THREW",
        message: "3 pairs came to nothing because the operator threw",
      },
    });
    expect(casesOf(suites)).toHaveLength(BAD.verdicts.length + 1);
  });

  it("a command without a verdict is one case in error", () => {
    const failure = {
      code: "TARE_SCORE_NOT_FINITE",
      message: "a score is <NaN>",
      where: "text 3",
      fix: "Mend the export.",
    };
    const [one, ...none] = casesOf(suitesOf(junit.renderFailure!(failure, OPTIONS)));
    expect(none).toEqual([]);
    expect(one).toMatchObject({
      error: {
        type: "TARE_SCORE_NOT_FINITE",
        message: "text 3: a score is <NaN>",
        "#text": "what to do: Mend the export.",
      },
    });
  });

  it("no run and a run without claims are valid too", () => {
    expect(show()).toEqual([]);
    expect(show(EMPTY)).toEqual([]);
  });

  it("is well-formed whatever the texts hold, and drops only what XML cannot say", () => {
    const nasty = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("\u0000\u001b[31m", "]]>", "<![CDATA[", "&amp;", "\ud800", "\ufffe", "a\u0008b", "-->"),
    );
    fc.assert(
      fc.property(nasty, nasty, (name, because) => {
        const [first, ...others] = BAD.verdicts as readonly [Verdict, ...Verdict[]];
        const xml = junit.render(
          [{ ...BAD, scorer: { ...BAD.scorer, name }, verdicts: [{ ...first, because }, ...others] }],
          OPTIONS,
        );
        expect(XMLValidator.validate(xml)).toBe(true);
        expect(xml.isWellFormed()).toBe(true);
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
      }),
      { numRuns: 50, seed: 1 },
    );
    const kept = "tab\tquote\" apostrophe' ü 😀 <b> & ]]> end";
    const [first, ...others] = BAD.verdicts as readonly [Verdict, ...Verdict[]];
    const view = {
      ...BAD,
      verdicts: [{ ...first, claim: { ...first.claim, why: `\u0007${kept}` } }, ...others],
    };
    expect(casesOf(show(view))[0]!.failure!["#text"]).toContain(`why       ${kept}`);
  });
});
