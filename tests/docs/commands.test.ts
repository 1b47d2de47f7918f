import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/commands/index.js";
import { ORACLE_OPERATORS } from "../../src/oracle/operators.js";
import {
  listQueries,
  listRubrics,
  loadAugmentations,
  loadOracleKinds,
  loadScorerKinds,
} from "../../src/registry.js";
import { tareLines } from "./command-lines.js";
import { importScript, READMES, readDocument } from "./documents.js";

const { helpOf, refusalOf } = await importScript<{
  helpOf(commands: typeof COMMANDS, name: string): string;
  refusalOf(commands: typeof COMMANDS, line: string): Promise<string | undefined>;
}>("parser.mjs");

const LINES = READMES.flatMap((file) => tareLines(readDocument(file)).map((line) => ({ file, line })));

describe("reading command lines from Markdown", () => {
  it("takes them from fences and code spans, without comments and pipes", () => {
    const text =
      "```sh\nnpx tare gate --run 7f3a # why\n# tare no\ntare run a --model b#q4 | less\n```\nSay `tare list runs`, not `stare list`.";
    expect(tareLines(text)).toEqual(["gate --run 7f3a", "run a --model b#q4", "list runs"]);
  });

  it("takes the steps of a workflow", () => {
    expect(tareLines('```yaml\n- run: npx tare report >> "$X"\n```')).toEqual(["report"]);
  });
});

describe("the command lines in the documents", () => {
  it("are found", () => {
    expect(LINES.filter(({ file }) => file === "README.md").length).toBeGreaterThan(10);
  });

  /** A command called by its name in the prose: no line that anybody would type. */
  const called = ({ line }: { line: string }) => /^[a-z][a-z-]*$/.test(line);

  it.each(LINES.filter((one) => !called(one)))("$file: tare $line", async ({ line }) => {
    expect(await refusalOf(COMMANDS, line)).toBeUndefined();
  });

  it("call commands by names that exist", () => {
    const names = COMMANDS.map(({ command }) => String(command).split(" ")[0]);
    const wrong = LINES.filter(called).filter(({ line }) => !names.includes(line));
    expect(wrong).toEqual([]);
  });

  it.each(["gate --runn 7f3a", "run prefs.jsonl", "list nothing", "weigh prefs.jsonl", ""])(
    "the check refuses `tare %s`",
    async (line) => {
      expect(await refusalOf(COMMANDS, line)).toEqual(expect.any(String));
    },
  );

  it("name queries and their parameters, and things to explain, that exist", async () => {
    const queries = new Map(listQueries().map((query) => [query.name, query.parameters]));
    const kinds = [...(await loadScorerKinds()), ...(await loadOracleKinds())];
    const known = [...(await loadAugmentations()), ...kinds, ...listRubrics()];
    const names = new Set([...known.map(({ name }) => name), ...ORACLE_OPERATORS, ...queries.keys()]);
    for (const { line } of LINES) {
      const [command, name = ""] = line.split(" ");
      if (!/^[a-z]/.test(name)) continue; // a placeholder or a path
      if (command === "explain") expect(names).toContain(name);
      if (command !== "query") continue;
      expect([...queries.keys()]).toContain(name);
      for (const [, parameter] of line.matchAll(/--param (\w+)=/g))
        expect(queries.get(name)!.map((one) => one.name)).toContain(parameter);
    }
  });

  it("help texts name every option of a command", () => {
    const help = helpOf(COMMANDS, "gate");
    for (const option of ["--run", "--db", "--json"]) expect(help).toContain(option);
  });
});
