import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { TareError } from "../../src/errors.js";
import { parseRubric } from "../../src/rubric/parse.js";
import { OPERATORS } from "./operators.js";

const FACTS = {
  attribute: "factuality",
  why: "Facts count.",
  augmentations: ["number-changed"],
  require: { correctDirection: { atLeast: 0.75 } },
};
const LENGTH = { attribute: "length", why: "w", augmentations: ["length-padding@2"] };
const FORM = { attribute: "formatting", why: "w", augmentations: ["markdown-to-plain"] };
const BASE = {
  name: "base",
  why: "b",
  alpha: 0.02,
  minimumPrompts: 100,
  causal: [FACTS],
  spurious: [LENGTH, FORM],
  ranking: { accuracy: { atLeast: 0.6 } },
};

/** Parses the file `first` among others, as if they lay in one folder. */
function parse(files: Readonly<Record<string, unknown>>, first = "mine.json") {
  const text = (file: string) => {
    const content = files[file];
    if (content === undefined) throw new TareError("TARE_RUBRIC_MISSING", "no such file", { where: file });
    return typeof content === "string" ? content : JSON.stringify(content);
  };
  return parseRubric(text(first), first, OPERATORS, (reference, from) => {
    const file = posix.join(posix.dirname(from), reference);
    return { file, source: text(file) };
  });
}

function failure(files: Readonly<Record<string, unknown>>): TareError {
  try {
    parse(files);
  } catch (error) {
    if (error instanceof TareError) return error;
    throw error;
  }
  throw new Error("it parsed");
}

describe("a rubric that extends another", () => {
  const mine = {
    name: "mine",
    why: "m",
    extends: "./base.json",
    remove: ["formatting", "ranking"],
    minimumPrompts: 40,
    spurious: [{ ...LENGTH, allow: { effect: 0.4 } }],
    hacks: [{ attribute: "self-praise", why: "w", augmentations: ["self-praise"] }],
  };
  const rubric = parse({ "mine.json": mine, "base.json": BASE });

  it("takes over rules and figures, replaces by attribute, and drops what it removes", () => {
    expect(rubric).toMatchObject({ name: "mine", why: "m", alpha: 0.02, minimumPrompts: 40 });
    const claims = rubric.rules.flatMap((rule) => rule.claims);
    expect(claims.map(({ id, kind, bound }) => [id, kind, bound])).toEqual([
      ["factuality/correct-direction", "causal", 0.75],
      ["length/bias", "spurious", 0.4],
      ["length/tail-share", "spurious", 0.2],
      ["self-praise/bias", "hack", 0.2],
      ["self-praise/tail-share", "hack", 0.2],
    ]);
  });

  it("keeps the whole of both as its source, which reads back as the same rubric alone", () => {
    const again = parseRubric(rubric.source, "stored", OPERATORS);
    expect(again.digest).toBe(rubric.digest);
    expect(again.document).not.toHaveProperty("extends");
  });

  it("is the same as the one written out", () => {
    const { extends: _, remove: __, ...rest } = mine;
    const whole = parse({ "mine.json": { ...rest, alpha: 0.02, causal: [FACTS] } });
    expect(whole.digest).toBe(rubric.digest);
    expect(parse({ "mine.json": mine, "base.json": { ...BASE, alpha: 0.03 } }).digest).not.toBe(
      rubric.digest,
    );
  });

  it("reaches through several files, each seen from the one that names it", () => {
    const deep = parse({
      "mine.json": { name: "mine", why: "m", extends: "./team/ours.json" },
      "team/ours.json": { name: "ours", why: "o", extends: "../base.json", tail: 0.7 },
      "base.json": BASE,
    });
    expect(deep).toMatchObject({ name: "mine", alpha: 0.02, tail: 0.7 });
    expect(deep.rules).toHaveLength(4);
  });

  it("moves an attribute that it files under another kind", () => {
    const moved = parse({
      "mine.json": { name: "mine", why: "m", extends: "./base.json", hacks: [LENGTH] },
      "base.json": BASE,
    });
    expect(moved.rules.map(({ kind, attribute }) => [kind, attribute])).toEqual([
      ["causal", "factuality"],
      ["spurious", "formatting"],
      ["hack", "length"],
      ["ranking", "ranking"],
    ]);
  });

  it("adds waivers, its own before those of the base", () => {
    const waiver = (until: string) => ({ claim: "length/bias", until, why: "w" });
    const { document } = parse({
      "mine.json": { name: "m", why: "m", extends: "./base.json", waivers: [waiver("2027-01-31")] },
      "base.json": {
        ...BASE,
        waivers: [waiver("2026-01-31"), { ...waiver("2026-03-01"), claim: "length/tail-share" }],
      },
    });
    expect(document.waivers.map(({ claim, until }) => [claim, until])).toEqual([
      ["length/tail-share", "2026-03-01"],
      ["length/bias", "2027-01-31"],
    ]);
  });
});

describe("what goes wrong between files", () => {
  it.each([
    [
      "a circle, with its path",
      {
        "mine.json": '{"name": "a", "why": "w", "extends": "./b.json"}',
        "b.json": '{"name": "b", "why": "w",\n "extends": "./c.json"}',
        "c.json": '{"name": "c", "why": "w",\n\n "extends": "./b.json"}',
      },
      "c.json:3:13",
      "extends: goes round in a circle: b.json -> c.json -> b.json",
    ],
    [
      "a circle of one",
      { "mine.json": '{"name": "a", "why": "w", "extends": "./mine.json"}' },
      "mine.json:1:38",
      "extends: goes round in a circle: mine.json -> mine.json",
    ],
    [
      "a file that is not there",
      { "mine.json": '{"name": "a", "why": "w",\n"extends": "./none.json"}' },
      "mine.json:2:12",
      'extends: "./none.json" cannot be read: no such file',
    ],
  ])("%s", (_name, files, where, message) => {
    const error = failure(files);
    expect([error.code, error.where, error.message]).toEqual(["TARE_RUBRIC_EXTENDS", where, message]);
  });

  it.each([
    [
      "a mistake in the base is told there",
      {
        "mine.json": { name: "m", why: "m", extends: "./base.json" },
        "base.json":
          '{"name": "b", "why": "w",\n"causal": [{"attribute": "factuality", "why": "w",\n"augmentations": ["number-chnged"], "require": {"effect": {"atLeast": 1}}}]}',
      },
      "base.json:3:19",
      'causal[0].augmentations[0]: no augmentation is called "number-chnged"',
    ],
    [
      "two rules that only together take one operator",
      {
        "mine.json":
          '{"name": "m", "why": "m", "extends": "./base.json", "hacks": [{"attribute": "preamble", "why": "w",\n"augmentations": ["length-padding"]}]}',
        "base.json": BASE,
      },
      "mine.json:2:18",
      'hacks[0].augmentations: length-padding@2 already stands for "length"',
    ],
    [
      "nothing of that name to remove",
      {
        "mine.json": '{"name": "m", "why": "m", "extends": "./base.json",\n"remove": ["lenght"]}',
        "base.json": BASE,
      },
      "mine.json:2:12",
      'remove[0]: nothing to remove: no rule of "lenght" (did you mean length?)',
    ],
    [
      "nothing to remove from",
      { "mine.json": JSON.stringify({ ...BASE, remove: ["length"] }) },
      undefined,
      "remove[0]: nothing to remove: the rubric extends none",
    ],
    [
      "all removed",
      {
        "mine.json": { name: "m", why: "m", extends: "./base.json", remove: ["length"] },
        "base.json": { name: "b", why: "w", spurious: [LENGTH] },
      },
      "mine.json:1:1",
      "no rule at all",
    ],
  ])("%s", (_name, files, where, says) => {
    const error = failure(files);
    expect(error.code).toBe("TARE_RUBRIC_FIELD");
    expect(error.message).toContain(says);
    if (where !== undefined) expect(error.where).toBe(where);
  });
});
