import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { packagePath } from "../../src/paths.js";
import { importScript } from "./documents.js";

interface Asked {
  readonly question: string;
  readonly args: readonly string[];
  readonly printed: string;
}
const { differences, questionsOf, withAnswers } = await importScript<{
  differences(printed: string, made: string): string[];
  questionsOf(markdown: string): Asked[];
  withAnswers(markdown: string, answer: (args: string[]) => string): string;
}>("answers.mjs");

const PAGE =
  "Why?\n\n```sh\nls\n```\n\nSo:\n\n```sql\nSELECT 1\n```\n\n```text\n1\n```\n\n```sh\ntare query runs --json\n```\n\n```text\n[]\n```\n";

describe("the answers that documents print", () => {
  it("are found below their questions, and replaced there", () => {
    expect(questionsOf(PAGE).map(({ args, printed }) => [args, printed])).toEqual([
      [["query", "--db", "tare-demo.db", "--sql", "SELECT 1"], "1\n"],
      [["query", "runs", "--json"], "[]\n"],
    ]);
    expect(withAnswers(PAGE, (args) => args.join(" "))).toContain("```text\nquery runs --json\n```");
  });

  it("are the same where only rounding or the day differs, and not where a word does", () => {
    const table = (model: string, share: string, at: string) =>
      `$ tare query runs\n┌──┐\n│ model │ share │ at │\n├──┤\n│ ${model} │ ${share} │ ${at} │\n└──┘\n`;
    const printed = table("a", "0.771", "2026-01-01");
    expect(differences(printed, table("a", "0.77", "2027-01-01"))).toEqual([]);
    expect(differences(printed, table("b", "0.771", "2026-01-01"))).toHaveLength(1);
    expect(differences(printed, table("a", "0.9", "2026-01-01"))).toEqual([
      'line 3, share: "0.771" is printed, "0.9" is made',
    ]);
    expect(differences(printed, `${printed}│ a │ 1 │ x │\n`)).toHaveLength(1);
  });

  it("are what the demo database and the small ones say", () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [packagePath("scripts", "answers.mjs"), "--check"],
      {
        encoding: "utf8",
      },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  }, 900_000);
});
