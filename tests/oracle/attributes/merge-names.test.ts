import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyMerge } from "../../../src/oracle/attributes/apply-merge.js";
import { chunks } from "../../../src/oracle/attributes/chunks.js";
import { collectNames } from "../../../src/oracle/attributes/collect-names.js";
import { type AskMerge, mergeNames } from "../../../src/oracle/attributes/merge-names.js";
import { byKey, type NameGroup, nameKey } from "../../../src/oracle/attributes/name-group.js";
import type { Attribute } from "../../../src/oracle/steps.js";

const group = (name: string, ...prompts: string[]): NameGroup => ({
  ...{ name, why: `why ${name}`, names: [name] },
  prompts: new Set(prompts),
});
const named = (groups: readonly NameGroup[]) => groups.map(({ name }) => name);
const answer = (...attributes: readonly (readonly [string, ...string[]])[]) => ({
  attributes: attributes.map(([name, ...of]) => ({ name, why: `all of ${name}`, of })),
});
const asAsked = (answered: ReturnType<typeof answer>) =>
  ({ kind: "answer", answer: answered, calls: [] }) as const;
const refused = { kind: "none", reason: "oracle-refused", detail: "no", calls: [] } as const;

describe("names found prompt by prompt", () => {
  const add = (order: readonly number[]) => {
    const found = [
      { promptKey: "p", rank: 3, attributes: [{ name: "Well-formed  JSON", why: "late" }] },
      { promptKey: "q", rank: 1, attributes: [{ name: "wellformed json", why: "first" }] },
      { promptKey: "r", rank: 2, attributes: [{ name: "wellformed json", why: "second" }] },
      { promptKey: "r", rank: 2, attributes: [{ name: "—", why: "nothing to call it" }] },
    ];
    const names = collectNames();
    for (const index of order) names.add(found[index]!);
    return { groups: names.groups(), nameless: names.nameless() };
  };

  it("are one where only case, hyphens and spaces differ, under the spelling and reason of most prompts", () => {
    expect(add([0, 1, 2, 3])).toEqual({
      groups: [
        {
          ...{ name: "wellformed json", why: "first", names: ["Well-formed JSON", "wellformed json"] },
          prompts: new Set(["p", "q", "r"]),
        },
      ],
      nameless: ["—"],
    });
    expect(add([3, 2, 1, 0])).toEqual(add([0, 1, 2, 3]));
  });
});

describe("an answer to a merge", () => {
  const asked = [group("a", "1"), group("b", "2"), group("c", "3"), group("d", "1", "4")];

  it("puts together what it names; what it forgets, makes up or gives twice is told", () => {
    const applied = applyMerge(asked, answer(["ab", "a", "B", "made up"], ["c", "b"]));
    expect(named(applied.groups)).toEqual(["ab", "c"]);
    expect(applied.groups[0]).toMatchObject({
      why: "all of ab",
      names: ["a", "b"],
      prompts: new Set(["1", "2"]),
    });
    // c stands for its own name though the answer does not say so.
    expect(applied.groups[1]!.names).toEqual(["c"]);
    expect(named(applied.leftOut)).toEqual(["d"]);
    expect(applied).toMatchObject({ invented: ["made up"], twice: ["b"] });
  });

  it("gives a name claimed twice to the attribute that bears it", () => {
    const { groups } = applyMerge(asked, answer(["ab", "a", "b"], ["b", "b", "c", "d"]));
    expect(groups.map(({ names }) => names)).toEqual([["a"], ["b", "c", "d"]]);
  });

  it("is called after its largest part where its own name says nothing", () => {
    expect(named(applyMerge(asked, answer(["…", "a", "d"])).groups)).toEqual(["d"]);
  });
});

const LETTERS = fc.string({
  unit: fc.constantFrom("a", "b", "B", "-", " ", "é"),
  minLength: 1,
  maxLength: 4,
});
const GROUPS = fc
  .array(fc.tuple(LETTERS, fc.array(fc.nat(5), { minLength: 1 })), { minLength: 1, maxLength: 60 })
  .map((found) => {
    const names = collectNames();
    for (const [name, prompts] of found)
      for (const prompt of prompts)
        names.add({ promptKey: String(prompt), rank: prompt, attributes: [{ name, why: `of ${name}` }] });
    return names.groups();
  });
/** What an oracle may answer: any names under any others, some forgotten, some made up; or nothing. */
const ORACLE = fc.infiniteStream(fc.tuple(fc.nat(9), fc.nat(3), LETTERS)).map((stream): AskMerge => {
  const draw = () => stream.next().value;
  return async (attributes) => {
    if (draw()[0] === 0)
      return { ...refused, reason: draw()[1] === 0 ? "oracle-truncated" : "oracle-refused" };
    const lists = Array.from({ length: 1 + draw()[0] }, () => ({ name: draw()[2], why: "w", of: ["x"] }));
    for (const { name } of attributes)
      for (let times = draw()[1] % 3; times > 0; times--) lists[draw()[0] % lists.length]!.of.push(name);
    return asAsked({ attributes: lists });
  };
});

it("every name ends in exactly one attribute or is left out, whatever the oracle says, and it comes to an end", async () => {
  await fc.assert(
    fc.asyncProperty(GROUPS, ORACLE, async (groups, oracle) => {
      const merged = await mergeNames(groups, oracle);
      const all = [...merged.groups, ...merged.leftOut];
      expect(all.flatMap(({ names }) => names).sort()).toEqual(groups.flatMap(({ names }) => names).sort());
      const keys = all.map(({ name }) => nameKey(name));
      expect(keys).not.toContain("");
      expect(new Set(keys).size).toBe(keys.length);
      for (const { names, prompts } of all) {
        const from = groups.filter((one) => one.names.some((name) => names.includes(name)));
        expect(prompts).toEqual(new Set(from.flatMap((one) => [...one.prompts])));
      }
    }),
    { numRuns: 150 },
  );
});

describe("many names", () => {
  const many = byKey(Array.from({ length: 150 }, (_, n) => group(`quality ${n % 10} case ${n}`, `p${n}`)));
  /** By the number after "quality". */
  const sorting = (asked: number[]): AskMerge => {
    return async (attributes) => {
      asked.push(attributes.length);
      const kinds = new Map<string, Attribute[]>();
      for (const one of attributes) {
        const kind = one.name.split(" case")[0]!;
        kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
      }
      return asAsked(
        answer(...[...kinds].map(([kind, of]) => [kind, ...of.map(({ name }) => name)] as const)),
      );
    };
  };

  it("are merged in lists that fit, then the lists, until one is left", async () => {
    const asked: number[] = [];
    const { groups, rounds, leftOut } = await mergeNames(many, sorting(asked));
    expect(named(groups)).toEqual(Array.from({ length: 10 }, (_, n) => `quality ${n}`));
    expect(groups.map(({ prompts }) => prompts.size)).toEqual(Array(10).fill(15));
    expect(leftOut).toEqual([]);
    expect(Math.max(...asked)).toBeLessThanOrEqual(40);
    expect(asked.slice(0, 4).reduce((a, b) => a + b)).toBe(150);
    expect(rounds).toBe(2);
  });

  it("of a list that cannot be read its halves are asked about", async () => {
    const asked: number[] = [];
    const short: AskMerge = async (attributes) =>
      attributes.length > 12
        ? { kind: "none", reason: "oracle-unreadable", detail: "too long", calls: [] }
        : sorting(asked)(attributes);
    const { groups, unmerged } = await mergeNames(many.slice(0, 40), short);
    expect(named(groups)).toEqual(["quality 0", "quality 1", "quality 2"]);
    expect(unmerged).toEqual([]);
    expect(asked.slice(0, 4)).toEqual([10, 10, 10, 10]);
  });

  it("stay as they are, and are told, where the oracle declines; one name needs no oracle", async () => {
    const { groups, unmerged, rounds } = await mergeNames(many.slice(0, 30), async () => refused);
    expect(groups.length).toBe(30);
    expect(unmerged).toMatchObject([{ names: named(many.slice(0, 30)), reason: "oracle-refused" }]);
    expect(rounds).toBe(1);
    const alone = await mergeNames(many.slice(0, 1), () => Promise.reject(new Error("asked")));
    expect(named(alone.groups)).toEqual([many[0]!.name]);
  });

  it("what one list left out and another made an attribute of comes back", async () => {
    const two = byKey(Array.from({ length: 41 }, (_, n) => group(`n${String(n).padStart(2, "0")}`, `p${n}`)));
    let turn = 0;
    const { groups, leftOut } = await mergeNames(two, async (attributes) => {
      const [first, ...rest] = attributes.map(({ name }) => name);
      turn++;
      // The first list leaves n00 out; the second calls all of its own n00.
      return asAsked(
        turn === 1 ? answer(["first", ...rest]) : answer([turn === 2 ? "n00" : first!, first!, ...rest]),
      );
    });
    expect(leftOut).toEqual([]);
    expect(groups.flatMap(({ names }) => names).sort()).toEqual(named(two));
  });

  it("fill lists of about the same length, or are dealt out", () => {
    expect(chunks(many, false).map(({ length }) => length)).toEqual([37, 38, 37, 38]);
    expect(chunks(many, true).map((list) => list[0])).toEqual(many.slice(0, 4));
    const wordy = [group("a"), group("b")].map((one) => ({ ...one, why: "x".repeat(5000) }));
    expect(chunks(wordy, false)).toEqual([[wordy[0]], [wordy[1]]]);
  });
});
