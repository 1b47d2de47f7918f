import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ORACLE_OPERATORS } from "../../src/oracle/operators.js";
import {
  listQueries,
  listRubrics,
  loadAugmentations,
  loadFormats,
  loadOracleKinds,
  loadReports,
} from "../../src/registry.js";
import { explainDocument } from "../../src/show/oracle/document.js";
import { openStore } from "../../src/store/open.js";
import { type OracleRows, writeOracleRows } from "../store/oracle-rows.js";
import { lines, preferences } from "./preferences.js";
import { COMPLETENESS, KEEPS } from "./rubrics.js";
import { run } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();
const tare = (...args: string[]) => run(args, { cwd: place.path });

beforeAll(async () => {
  place.file("data.jsonl", lines(preferences(10)));
  place.file("rubric.json", COMPLETENESS);
  await tare("run", "data.jsonl", "--model", KEEPS, "--rubric", "./rubric.json");
});

describe("tare list", () => {
  const ofOracles = ORACLE_OPERATORS.map((name) => ({ name }));

  test.each([
    ["augmentations", "augmentation", async () => [...(await loadAugmentations()), ...ofOracles]],
    ["rubrics", "rubric", async () => listRubrics()],
    ["formats", "format", async () => await loadFormats()],
    ["queries", "query", async () => listQueries()],
    ["oracles", "oracle", async () => await loadOracleKinds()],
    ["reports", "report", async () => await loadReports()],
  ] as const)("%s as JSON, whole", async (kind, column, known) => {
    const { code, stdout, stderr } = await tare("list", kind, "--json");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const rows = JSON.parse(stdout) as Record<string, unknown>[];
    expect(rows.map((row) => row[column])).toEqual((await known()).map(({ name }) => name));
    for (const row of rows) expect(Object.values(row)).not.toContain(null);
  });

  test("runs as a table and as CSV", async () => {
    expect((await tare("list", "runs")).stdout).toMatch(/completeness.*complete.*pass/);
    const { stdout } = await tare("list", "runs", "--format", "csv");
    const [head, row, ...rest] = stdout.trim().split("\n");
    expect(head).toBe("run,begun,model,rubric,seed,state,verdict");
    expect(row).toMatch(/^[0-9a-f]{12},\d{4}-\d\d-\d\dT[\d:.]+Z,length,completeness,1,complete,pass$/);
    expect(rest).toEqual([]);
  });
});

describe("tare explain", () => {
  test.each([
    ["an augmentation", "length-padding", [/expects +not-higher/, /length-padding@1\.25/, /before/, /after/]],
    ["a dose", "length-padding@2", [/^length-padding: /]],
    ["a shipped rubric", "general", [/^# general/, /at least 75 %/]],
    ["a rubric file", "./rubric.json", [/^# completeness/, /at least 60 %/]],
    [
      "a query",
      "flip-rate",
      [/^flip-rate: How often/, /--param run=latest +run id/, /flip_rate +share of/, /SELECT/],
    ],
    [
      "a scorer and an oracle of one name",
      "scripted",
      [
        /^scripted: A formula/,
        /--model scripted:FORMULA/,
        /^scripted: Rules/m,
        /--oracle scripted:BEHAVIOUR/,
      ],
    ],
    [
      "an oracle operator",
      "oracle:degrade",
      [/^oracle:degrade: /, /attributes, grade, degrade, verify/, /\{\{ keep \}\}/],
    ],
    ["an oracle", "openai", [/^openai: /, /--oracle http/, /TARE_ORACLE_KEY/]],
  ] as const)("%s", async (_, name, says) => {
    const { code, stdout, stderr } = await tare("explain", name);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const words of says) expect(stdout).toMatch(words);
  });
});

describe("tare query and report", () => {
  test("print the same rows in each form", async () => {
    const ask = async (...more: string[]) => (await tare("query", "verdicts", ...more)).stdout;
    const [row] = JSON.parse(await ask("--format", "json"));
    expect(row).toMatchObject({
      model: "length",
      attribute: "completeness",
      verdict: "pass",
      bound: 0.6,
      lower: row.lower,
    });
    expect(JSON.parse(await ask("--json"))).toEqual([row]);
    const [head, first] = (await ask("--format", "csv")).split("\n");
    expect(head).toBe(Object.keys(row).join(","));
    expect(first).toContain(
      `length,completeness,correct-direction,,,error,pass,${row.estimate},${row.lower}`,
    );
    expect(await ask()).toContain("completeness");
  });

  test("say on stderr where nothing matches", async () => {
    const { code, stdout, stderr } = await tare("query", "effects", "--param", "metric=slope", "--json");
    expect({ code, stdout: JSON.parse(stdout) }).toEqual({ code: 0, stdout: [] });
    expect(stderr).toBe("query effects: nothing in tare.db matches\n");
  });

  test("and that the run it was asked of is not complete", async () => {
    const { copyFileSync } = await import("node:fs");
    copyFileSync(`${place.path}/tare.db`, `${place.path}/stopped.db`);
    const store = openStore(`${place.path}/stopped.db`);
    store.db.exec("DELETE FROM effects; UPDATE runs SET state = 'scoring', verdict = NULL");
    store.db.close();
    const { code, stderr } = await tare("query", "effects", "--db", "stopped.db");
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^query effects: nothing in stopped\.db matches\nrun [0-9a-f]{12} stopped while scoring: its own command/,
    );
  });

  test("a report goes to a file where one is named, to stdout with -", async () => {
    const { code, stdout } = await tare("report", "--format", "markdown", "--output", "report.md");
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    const { readFileSync } = await import("node:fs");
    const shown = await tare("report", "--format", "markdown", "--output", "-");
    expect(readFileSync(`${place.path}/report.md`, "utf8").trim()).toBe(shown.stdout.trim());
    expect(shown.stdout).toContain("completeness");
  });
});

describe("tare explain of what an oracle was asked", () => {
  let rows: OracleRows;
  beforeAll(() => {
    const store = openStore(join(place.path, "tare.db"));
    const run = store.db.prepare<[], string>("SELECT id FROM runs").pluck().get()!;
    rows = writeOracleRows(store, run);
    store.db.close();
  });

  test("a pair by its key, in words and as JSON", async () => {
    const key = rows.pairs["oracle:degrade"].slice(0, 10);
    const { code, stdout, stderr } = await tare("explain", key, "--width", "100");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^oracle:degrade on item [0-9a-f]{12}: verified\n/);
    const json = await tare("explain", key, "--json");
    const document = JSON.parse(json.stdout);
    expect(explainDocument.parse(document)).toEqual(document);
    expect(document.interventions[0].calls).toHaveLength(5);
  });

  test("a refusal by its item and operator", async () => {
    const { stdout } = await tare("explain", rows.items[2]!, "--operator", "oracle:degrade");
    expect(stdout).toMatch(/refused, oracle-unreadable/);
    expect(stdout).not.toContain("\u001b");
  });

  test.each([
    [["explain", "deadbeef"], /TARE_UNKNOWN_KEY/],
    [["explain", "general", "--operator", "oracle:degrade"], /name the item by its key/],
    [["explain", "general", "--full"], /--full is of what an oracle was asked/],
    [["explain", "oracle:degrade", "data.jsonl"], /TARE_USAGE .*asks an oracle/],
    [["explain", "oracle:degrad"], /did you mean oracle:degrade\?/],
  ])("%j is refused", async (args, says) => {
    const { code, stderr } = await tare(...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(says);
  });
});
