import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { describeError, type TareError } from "../../src/errors.js";
import { packagePath } from "../../src/paths.js";
import { validateFile } from "../../src/validate/kinds.js";
import { waiversJsonSchema } from "../../src/waivers/document.js";
import { parseWaivers, readWaivers } from "../../src/waivers/read.js";
import { standingsOf, vainWaivers } from "../../src/waivers/standing.js";
import { workplace } from "../cli/workplace.js";

const place = workplace();

const SCORER = "0123456789abcdef0123456789abcdef";
const CLAIM = "completeness/correct-direction";
const waiver = (more: Record<string, unknown> = {}) => ({
  ...{ claim: CLAIM, scorer: SCORER, reason: "Known.", owner: "Ada", expires: "2027-03-31" },
  ...more,
});
const refusalOf = (work: () => unknown): TareError => {
  try {
    work();
  } catch (error) {
    return error as TareError;
  }
  throw new Error("it was not refused");
};

test("a waiver is read as the rubric's are, with who answers and for which scorer", () => {
  expect(parseWaivers(JSON.stringify({ waivers: [waiver()] }), "w.json")).toEqual([
    { claim: CLAIM, scorer: SCORER, owner: "Ada", until: "2027-03-31", why: "Known." },
  ]);
  expect(parseWaivers('{"waivers": []}', "w.json")).toEqual([]);
  expect(readWaivers(undefined, ".")).toEqual([]);
});

test("the published schema is what the reader holds to (npm run docs rewrites it)", () => {
  const published = JSON.parse(readFileSync(packagePath("schemas", "waivers.schema.json"), "utf8"));
  expect(published).toEqual(waiversJsonSchema());
  const valid = new Ajv2020({ strict: false, validateFormats: false }).compile(published);
  expect(valid({ waivers: [waiver()] })).toBe(true);
  for (const field of ["claim", "scorer", "reason", "owner", "expires"])
    expect(valid({ waivers: [waiver({ [field]: undefined })] }), field).toBe(false);
});

test("on its last day a waiver holds, on the next it does not", () => {
  const [one] = parseWaivers(JSON.stringify({ waivers: [waiver()] }), "w.json");
  const claim = { id: CLAIM };
  const on = (today: string, verdict: string, scorer = SCORER) =>
    standingsOf([one!], { scorer, today, verdicts: [{ claim, verdict }] as never })[0]!.state;
  expect(on("2027-03-31", "fail")).toBe("holds");
  expect(on("2027-04-01", "fail")).toBe("expired");
  expect(on("2027-03-31", "inconclusive")).toBe("holds");
  expect(on("2027-03-31", "pass")).toBe("not needed");
  expect(on("2027-03-31", "fail", "ffff")).toBe("another scorer");
  expect(standingsOf([one!], { scorer: SCORER, today: "2027-01-01", verdicts: [] })[0]!.state).toBe(
    "no claim",
  );
});

test("a waiver is in vain where it concerns none of the runs", () => {
  const of = (...states: string[]) => states.map((state) => ({ ...waiver(), state })) as never;
  expect(vainWaivers([of("another scorer", "holds"), of("holds", "another scorer")])).toEqual([]);
  expect(vainWaivers([of("another scorer", "no claim"), of("another scorer", "holds")])).toHaveLength(1);
  expect(vainWaivers([])).toEqual([]);
  // The scorer is there: it is the claim that is not.
  for (const states of [
    ["another scorer", "no claim"],
    ["no claim", "another scorer"],
  ] as const)
    expect(vainWaivers(states.map((state) => of(state)))).toMatchObject([{ state: "no claim" }]);
  expect(vainWaivers([of("another scorer"), of("another scorer")])).toMatchObject([
    { state: "another scorer" },
  ]);
});

describe("a bad waivers file", () => {
  const one = (more: Record<string, unknown>) => JSON.stringify({ waivers: [waiver(more)] });
  const twice = JSON.stringify({ waivers: [waiver(), waiver({ scorer: SCORER.slice(0, 12) })] });
  test.each<[string, string, RegExp]>([
    ["no expiry", one({ expires: undefined }), /waivers\.json:1:\d+: waivers\[0\]\.expires: is missing/],
    ["no owner", one({ owner: "" }), /waivers\[0\]\.owner: must not be empty/],
    ["no reason", one({ reason: undefined }), /waivers\[0\]\.reason: is missing/],
    ["no scorer", one({ scorer: undefined }), /waivers\[0\]\.scorer: is missing/],
    ["a scorer by name", one({ scorer: "my-rm" }), /not the key of a scorer: give its first 12/],
    ["a day that is none", one({ expires: "2027-02-30" }), /waivers\[0\]\.expires: /],
    ["a time that never ends", one({ expires: "never" }), /waivers\[0\]\.expires: /],
    ["an unknown field", one({ expire: "2027-01-01" }), /expire: unknown field \(did you mean expires\?\)/],
    [
      "the same twice",
      twice,
      /waivers\[1\]\.claim: "completeness\/correct-direction" is waived for this scorer already/,
    ],
    ["no list", "{}", /waivers: is missing: give an array/],
    ["no JSON", "{", /waivers\.json:1:2: a closing brace is missing/],
    ["nothing", "", /waivers\.json:1:1: the file is empty/],
  ])("%s", (_, text, says) => {
    const refusal = refusalOf(() => parseWaivers(text, "waivers.json"));
    expect(refusal.code).toBe("TARE_WAIVERS");
    expect(describeError(refusal)).toMatch(says);
  });

  test("is told by tare validate too", async () => {
    place.file("launch-waivers.json", one({}));
    expect(await validateFile("launch-waivers.json", place.path)).toBe(`waivers: ${CLAIM} until 2027-03-31`);
    place.file("launch-waivers.json", one({ expires: undefined }));
    await expect(validateFile("launch-waivers.json", place.path)).rejects.toMatchObject({
      code: "TARE_WAIVERS",
    });
  });

  test("no file", () => {
    const refusal = refusalOf(() => readWaivers("no.json", "/nowhere"));
    expect(describeError(refusal)).toMatch(/^TARE_WAIVERS {2}no\.json: it cannot be read/);
  });
});
