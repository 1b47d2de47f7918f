import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { looksLikeKey } from "../../src/commands/explain-asked.js";
import { explainOracle } from "../../src/commands/explain-oracle.js";
import { ORACLE_OPERATORS } from "../../src/oracle/operators.js";
import { packagePath } from "../../src/paths.js";
import { listQueries, listRubrics } from "../../src/registry.js";

describe("an oracle operator", () => {
  it.each(ORACLE_OPERATORS)("%s is explained, with the prompt file of its own step", (name) => {
    const said = explainOracle(name);
    expect(said).toMatch(new RegExp(`^${name}: An? |^${name}: (The|Puts) `));
    expect(said).toMatch(/expects +(lower|higher|same): the reward must/);
    const file = /^rubrics\/oracle\/(\w+)\.md:$/m.exec(said)?.[1];
    if (name === "oracle:irrelevant-query") {
      expect(file).toBeUndefined();
      expect(said).toContain("rests on the verified pairs of oracle:degrade and oracle:upgrade");
      return;
    }
    expect(said).toContain(readFileSync(packagePath("rubrics", "oracle", `${file}.md`), "utf8").trimEnd());
    expect(said).toContain(`${file}, verify (in both orders)`);
    expect(said).toContain(`--operator ${name}`);
  });

  it("of one attribute is explained too, and a star stands for several", () => {
    expect(explainOracle("oracle:degrade/step-by-step-logic")).toMatch(/attribute +step by step logic/);
    expect(explainOracle("oracle:double/*").split("\n")).toHaveLength(8);
    expect(explainOracle("oracle:*").split("\n")).toHaveLength(ORACLE_OPERATORS.length);
  });

  it("that there is not is told with the nearest one", () => {
    for (const name of ["oracle:degrad", "oracle:nothing/*"])
      expect(() => explainOracle(name)).toThrow(expect.objectContaining({ code: "TARE_UNKNOWN_NAME" }));
    expect(() => explainOracle("oracle:degrad")).toThrow("did you mean oracle:degrade?");
  });
});

it("no name that can be explained is taken for a key", () => {
  // File names: to load every operator takes seconds.
  const names = [
    ...["augmentations", "src/scorers", "src/oracle/kinds"].flatMap((folder) =>
      readdirSync(packagePath(folder)).map((file) => basename(file).replace(/\..*$/, "")),
    ),
    ...[...listQueries(), ...listRubrics()].map(({ name }) => name),
  ];
  expect(names.filter(looksLikeKey)).toEqual([]);
  for (const key of ["3f9a", "3f9a1c0b…", "3F9A1C0B", "a".repeat(32)]) expect(looksLikeKey(key)).toBe(true);
  for (const name of ["", "abc", "a".repeat(33), "./abcd", "decade!"]) expect(looksLikeKey(name)).toBe(false);
});
