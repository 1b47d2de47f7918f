import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, describe, expect, it } from "vitest";
import type { OracleRequest } from "../../../src/contract.js";
import { openOracle } from "../../../src/oracle/open.js";
import { openStore } from "../../../src/store/open.js";
import { ask, OPTIONS, PARAPHRASE, question } from "../asked.js";

const folder = mkdtempSync(join(tmpdir(), "tare-replay-db-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Call {
  readonly request: OracleRequest;
  readonly answer: string;
  readonly outcome?: string;
  readonly model?: string;
}

/** A database of these questions and answers. */
function recorded(name: string, calls: readonly Call[]): string {
  const { db } = openStore(join(folder, name));
  db.pragma("foreign_keys = OFF");
  const models = new Set(calls.map(({ model = "m" }) => model));
  for (const model of models)
    db.prepare("INSERT INTO oracles VALUES (?, 'openai', ?, 'http://h/v1', '')").run(
      `key of ${model}`,
      model,
    );
  for (const step of ["paraphrase", "verify"])
    db.prepare("INSERT INTO oracle_templates VALUES (?, ?, 1, '')").run(`file of ${step}`, step);
  const insert = db.prepare(
    `INSERT INTO oracle_calls (key, oracle, template, inputs, messages, schema, sampling, answer, parsed, outcome, problem,
       served_model, prompt_tokens, completion_tokens, cost, attempts, milliseconds, at)
     VALUES (?, ?, ?, ?, ?, '{}', '{}', ?, ?, ?, '', 'served', 1, 1, NULL, 1, 1, '2026-01-01')`,
  );
  for (const [at, { request, answer, outcome = "read", model = "m" }] of calls.entries()) {
    const { step, inputs, messages } = request;
    const parsed = outcome === "read" ? answer : null;
    const json = [inputs, messages].map((value) => JSON.stringify(value));
    insert.run(`call ${at}`, `key of ${model}`, `file of ${step}`, ...json, answer, parsed, outcome);
  }
  db.close();
  return name;
}
const open = (file: string, model?: string) =>
  openOracle(`replay:${file}`, { ...OPTIONS, cwd: folder, model });

const FIRST = question("paraphrase", PARAPHRASE);
const MENDING = question("paraphrase", PARAPHRASE, {
  messages: [...FIRST.messages, { role: "assistant", content: "Hm." }, { role: "user", content: "No JSON." }],
});
const EDITED = question("paraphrase", PARAPHRASE, { messages: [{ role: "user", content: "Reworded:" }] });
const GOOD = '{"rewritten":"Boil it."}';

describe("the answers of a database", () => {
  it("come as they came, the bad one before the mended one", async () => {
    const oracle = await open(
      recorded("mended.db", [
        { request: FIRST, answer: "Hm.", outcome: "unreadable" },
        { request: MENDING, answer: GOOD },
      ]),
    );
    expect(await ask(oracle, FIRST)).toMatchObject({ text: "Hm.", finish: "stop", servedModel: "served" });
    expect(await ask(oracle, MENDING)).toMatchObject({ text: GOOD });
    // Under a prompt file that was edited since, what could be read is the answer.
    expect(await ask(oracle, EDITED)).toMatchObject({ text: GOOD });
    expect(oracle.identity).toMatchObject({ kind: "replay", model: "m", address: "", note: "" });
    await oracle.close();
  });

  it.each([
    ["refused", "refused"],
    ["truncated", "length"],
  ])("that were %s are so again", async (outcome, finish) => {
    const oracle = await open(recorded(`${outcome}.db`, [{ request: FIRST, answer: "", outcome }]));
    expect((await ask(oracle, FIRST)).finish).toBe(finish);
    await oracle.close();
  });

  it("of several models are told apart by name", async () => {
    const file = recorded("two.db", [
      { request: FIRST, answer: GOOD, model: "one" },
      { request: FIRST, answer: '{"rewritten":"Cook it."}', model: "two" },
    ]);
    const both = await open(file);
    expect(both.identity.model).toBe("one, two");
    await expect(ask(both, FIRST)).rejects.toMatchObject({
      code: "TARE_ORACLE_NOT_RECORDED",
      message: expect.stringMatching(/2 answers/),
    });
    const two = await open(file, "two");
    expect((await ask(two, FIRST)).text).toContain("Cook");
    expect(two.key).not.toBe(both.key);
    await expect(open(file, "tow")).rejects.toMatchObject({
      code: "TARE_ORACLE_MODEL",
      message: expect.stringContaining("did you mean"),
    });
    for (const oracle of [both, two]) await oracle.close();
  });

  it("have one digest, whatever else is in the database and in whatever file", async () => {
    const file = recorded("once.db", [{ request: FIRST, answer: GOOD }]);
    const digestOf = async (name: string) => {
      const oracle = await open(name);
      await oracle.close();
      return Object.values(oracle.identity.files);
    };
    const before = await digestOf(file);
    copyFileSync(join(folder, file), join(folder, "copied.db"));
    expect(await digestOf("copied.db")).toEqual(before);
    expect(
      await digestOf(
        recorded("twice.db", [
          { request: FIRST, answer: GOOD },
          { request: FIRST, answer: GOOD },
        ]),
      ),
    ).toEqual(before);
    expect(
      await digestOf(recorded("other.db", [{ request: FIRST, answer: '{"rewritten":"No."}' }])),
    ).not.toEqual(before);
  });

  it("that are none, or of another program, are refused", async () => {
    openStore(join(folder, "empty.db")).db.close();
    await expect(open("empty.db")).rejects.toMatchObject({
      code: "TARE_ORACLE_REPLAY",
      message: expect.stringMatching(/no answer/),
    });
    const foreign = new Database(join(folder, "foreign.db"));
    foreign.exec("CREATE TABLE t (x)");
    foreign.close();
    await expect(open("foreign.db")).rejects.toMatchObject({ code: "TARE_DB_FOREIGN" });
  });

  it("say that a question is not among them", async () => {
    const oracle = await open(recorded("some.db", [{ request: FIRST, answer: GOOD }]));
    const other = question("paraphrase", { ...PARAPHRASE, answer: "Ten." });
    await expect(ask(oracle, other)).rejects.toMatchObject({ code: "TARE_ORACLE_NOT_RECORDED" });
    await oracle.close();
  });
});
