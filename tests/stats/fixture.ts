import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { isInconclusive } from "../../src/stats/inconclusive.js";
import type { Sided } from "../../src/stats/sign-flip.js";
import { describeWithShared } from "../shared.js";

/** Reads and compares the reference vectors as their README says. */
type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
// biome-ignore lint/suspicious/noExplicitAny: the shape of an input is the topic's own, checked by what it is compared with
export type Input = Readonly<Record<string, any>>;

interface Tolerance {
  readonly rel?: number;
  readonly abs?: number;
  readonly [field: string]: Json | undefined;
}

export interface FixtureCase {
  readonly id: string;
  readonly function: string;
  readonly input: Input;
  readonly expect: Json;
  readonly tolerance?: Tolerance;
  readonly also_accept?: Json;
}

interface FixtureFile {
  readonly tolerance: Tolerance;
  readonly data: Readonly<Record<string, Input>>;
  readonly cases: readonly FixtureCase[];
}

/** From a case's parameters and its data to fields named as in the file, an `Inconclusive`, or a RangeError. */
export type Answer = (
  input: Input,
  data: Input,
  one: FixtureCase,
  all: Readonly<Record<string, Input>>,
) => unknown;

/** One suite a file; `answers` has one entry a `function` of the file, and every function must have one. */
export function describeFixture(topic: string, answers: Readonly<Record<string, Answer>>): void {
  describeWithShared(`reference vectors: ${topic}`, `fixtures/statistics/${topic}.json`, (path) => {
    const file = readFixture(path);
    it("has an answer for every function", () => {
      expect([...new Set(file.cases.map((one) => one.function))].sort()).toEqual(Object.keys(answers).sort());
    });
    for (const [name, answer] of Object.entries(answers))
      it(name, () => {
        const cases = file.cases.filter((one) => one.function === name);
        expect(cases.length).toBeGreaterThan(0);
        expect(cases.flatMap((one) => complaints(file, one, answer))).toEqual([]);
      });
  });
}

function readFixture(path: string): FixtureFile {
  const numbers: Record<string, number> = {
    NaN: Number.NaN,
    Infinity: Number.POSITIVE_INFINITY,
    "-Infinity": Number.NEGATIVE_INFINITY,
  };
  return JSON.parse(readFileSync(path, "utf8"), (_, value) =>
    typeof value === "string" ? (numbers[value] ?? value) : value,
  );
}

function complaints(file: FixtureFile, one: FixtureCase, answer: Answer): string[] {
  const data = file.data[one.input.data] ?? {};
  let got: unknown;
  try {
    got = answer(one.input, data, one, file.data);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    got = "error";
  }
  if (isInconclusive(got)) got = "inconclusive";
  const tolerance = { ...file.tolerance, ...one.tolerance };
  const differences = compare(one.expect, got, tolerance, one.id);
  if (differences.length === 0 || one.also_accept === undefined) return differences;
  return compare(one.also_accept, got, tolerance, one.id).length === 0 ? [] : differences;
}

/** What differs, each with its place; empty where the answer is right. */
export function compare(expected: Json, got: unknown, tolerance: Tolerance, at: string): string[] {
  const differ = [`${at}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got) ?? got}`];
  if (expected === null) return got === null ? [] : differ;
  if (typeof expected === "number") return close(expected, got, tolerance) ? [] : differ;
  if (typeof expected !== "object") return got === expected ? [] : differ;
  if (typeof got !== "object" || got === null) return differ;
  if (Array.isArray(expected) && expected.length !== (got as readonly unknown[]).length) return differ;
  return Object.entries(expected).flatMap(([field, value]) => {
    const part = (got as Readonly<Record<string, unknown>>)[field];
    return part === OMITTED ? [] : compare(value, part, tolerance, `${at}.${field}`);
  });
}

/** One-sided and two-sided p values by the names of the files. */
export const named = ({ greater, less, twoSided }: Sided) => ({ greater, less, "two-sided": twoSided });

/** A field that the module does not offer. */
export const OMITTED = Symbol("omitted");

function close(expected: number, got: unknown, { rel = 0, abs = 0 }: Tolerance): boolean {
  if (typeof got !== "number") return false;
  return got === expected || Math.abs(got - expected) <= abs + rel * Math.abs(expected);
}
