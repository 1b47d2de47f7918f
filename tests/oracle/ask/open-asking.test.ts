import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { ORACLE_STEPS } from "../../../src/contract.js";
import type { ErrorCode } from "../../../src/error-codes.js";
import { TareError } from "../../../src/errors.js";
import type { OracleBudget } from "../../../src/oracle/ask/budget.js";
import { NO_BUDGET } from "../../../src/oracle/ask/budget.js";
import { copiesExample, examplesIn } from "../../../src/oracle/ask/copied-example.js";
import { type AskingOptions, openAsking } from "../../../src/oracle/ask/open-asking.js";
import { readPrompts, shippedPrompts } from "../../../src/oracle/ask/read-prompts.js";
import { openStore, type Store } from "../../../src/store/open.js";
import { type Answering, fakeOracle } from "./fake-oracle.js";

const NOW = "2026-03-01T00:00:00.000Z";
const PROMPT = [{ role: "user", content: "How hot does water get before it boils?" }];
const ANSWER = "Water boils at 100 °C at sea level.\n\nKeep the lid on.";
const ATTRIBUTES = [
  { name: "Factual accuracy", why: "A wrong figure spoils it." },
  { name: "Depth", why: "It asks how, not only how much." },
];
const PARAPHRASE = { prompt: PROMPT, answer: ANSWER };
const GRADE = { prompt: PROMPT, answer: ANSWER, attributes: ATTRIBUTES };
const good = (words = "At sea level it is 100 °C.") => JSON.stringify({ rewritten: words });
const fail = (code: string, what = "it failed"): Error =>
  new TareError(code as ErrorCode, what, { where: "http://127.0.0.1:1/v1", fix: "Mend it." });

const store: Store = openStore(":memory:");
let warned: string[] = [];
beforeEach(() => {
  store.db.pragma("foreign_keys = OFF");
  for (const table of ["calls", "attributes", "grades", "templates"])
    store.db.exec(`DELETE FROM oracle_${table}`);
  store.db.exec("DELETE FROM oracles");
  store.db.pragma("foreign_keys = ON");
  warned = [];
});
afterAll(() => store.db.close());

const around = (signal = new AbortController().signal) =>
  ({
    signal,
    now: () => NOW,
    warn: (line: string) => void warned.push(line),
    progress: {},
  }) as never as AskingOptions["around"];
const asking = (answer: Answering, more: Partial<AskingOptions> = {}, how = {}) => {
  const oracle = fakeOracle(answer, how);
  return { oracle, ...openAsking({ store, oracle, seed: 7, around: around(), ...more }) };
};
const budget = (some: Partial<OracleBudget>): OracleBudget => ({ ...NO_BUDGET, ...some });
const rows = (sql: string) => store.db.prepare(sql).all() as Record<string, unknown>[];
const nth = (n: number) => ({ prompt: PROMPT, answer: `answer ${n}` });

describe("the example of a prompt file", () => {
  const example = "At sea level, the boiling point of water is 100 °C; therefore leave the lid on the pot.";

  test("given back is no answer: the model is told so once, then it is unreadable", async () => {
    const { oracle, ask } = asking(() => good(example));
    const asked = await ask("paraphrase", PARAPHRASE);
    expect(asked).toMatchObject({ kind: "none", reason: "oracle-unreadable" });
    expect(oracle.asked.at(-1)!.messages.at(-1)!.content).toContain("the example of the form");
    expect(oracle.asked).toHaveLength(2);
  });

  test("is shown by every prompt file, and told from other answers", () => {
    const prompts = readPrompts(shippedPrompts());
    for (const step of ORACLE_STEPS) expect(examplesIn(step, prompts[step].source)).toHaveLength(1);
    const [own] = examplesIn("attributes", prompts.attributes.source);
    expect(copiesExample(own!, [own!])).toBe(true);
    const other = { attributes: [own!.attributes[0]!, { name: "safety warnings", why: "Fire is hot." }] };
    expect(copiesExample(other, [own!])).toBe(false);
    const [reading] = examplesIn("verify", prompts.verify.source);
    expect(copiesExample(reading!, [reading!])).toBe(false);
  });
});

describe("an answer", () => {
  test("is read, stored with all that made it, and not asked for again", async () => {
    const first = asking(() => good());
    const asked = await first.ask("paraphrase", PARAPHRASE);
    expect(asked).toEqual({
      kind: "answer",
      answer: { rewritten: "At sea level it is 100 °C." },
      calls: [expect.stringMatching(/^[0-9a-f]{32}$/)],
    });
    const [row] = rows("SELECT * FROM oracle_calls");
    expect(row).toMatchObject({
      key: asked.calls[0],
      oracle: first.oracle.key,
      template: first.templates.paraphrase,
    });
    expect(row).toMatchObject({
      answer: good(),
      parsed: good(),
      outcome: "read",
      problem: "",
      at: NOW,
      cost: null,
    });
    expect(row).toMatchObject({ prompt_tokens: 100, completion_tokens: 20, attempts: 1, milliseconds: 7 });
    expect(JSON.parse(row!.inputs as string)).toEqual(PARAPHRASE);
    expect(JSON.parse(row!.sampling as string)).toEqual({
      temperature: 0,
      maxTokens: 600 + ANSWER.length,
      seed: 7,
    });

    const second = asking(() => "nobody may ask");
    expect(await second.ask("paraphrase", PARAPHRASE)).toEqual(asked);
    expect(second.oracle.asked).toEqual([]);
    expect(second.tally()).toMatchObject({
      calls: 0,
      steps: { paraphrase: { asked: 0, taken: 1, none: {} } },
    });
  });

  test("to another model, seed or prompt file is another question", async () => {
    const oracle = fakeOracle(() => good());
    const other = fakeOracle(() => good(), { model: "another" });
    for (const [who, seed] of [
      [oracle, 7],
      [oracle, 8],
      [other, 7],
    ] as const)
      await openAsking({ store, oracle: who, seed, around: around() }).ask("paraphrase", PARAPHRASE);
    expect(rows("SELECT * FROM oracle_calls")).toHaveLength(3);
  });

  test("that two want at once is asked for once", async () => {
    const { ask, oracle } = asking(() => good());
    const [one, two] = await Promise.all([ask("paraphrase", PARAPHRASE), ask("paraphrase", PARAPHRASE)]);
    expect(one).toEqual(two);
    expect(oracle.asked).toHaveLength(1);
  });

  test("of the verifier is asked of the verifier", async () => {
    const verifier = fakeOracle(
      () =>
        JSON.stringify({
          readings: [
            { attribute: "depth", better: "A" },
            { attribute: "FACTUAL  accuracy", better: "same" },
          ],
        }),
      { model: "judge" },
    );
    const { ask, oracle, keyOf } = asking(() => "none", { verifier });
    const asked = await ask("verify", { prompt: PROMPT, attributes: ATTRIBUTES, a: "x", b: "y" }, "verifier");
    expect(asked).toMatchObject({
      answer: {
        readings: [
          { attribute: "Factual accuracy", better: "same" },
          { attribute: "Depth", better: "A" },
        ],
      },
    });
    expect([oracle.asked.length, verifier.asked.length]).toEqual([0, 1]);
    expect([keyOf("oracle"), keyOf("verifier")]).toEqual([oracle.key, verifier.key]);
    expect(rows("SELECT model FROM oracles ORDER BY model")).toEqual([{ model: "fake" }, { model: "judge" }]);
  });

  test("never opens more questions at once than its oracle takes", async () => {
    const { ask, oracle } = asking(() => pause(2, good()), {}, { concurrency: 3 });
    await Promise.all(Array.from({ length: 10 }, (_, n) => ask("paraphrase", nth(n))));
    expect([oracle.asked.length, oracle.most()]).toEqual([10, 3]);
  });

  test("of attributes and of grades stands in their tables, with what is quoted", async () => {
    const grades = [
      { attribute: "Factual accuracy", grade: "strong", quote: "sea level. Keep  the lid" },
      { attribute: "Depth", grade: "weak", quote: "because of the pressure" },
    ];
    const { ask } = asking(({ step }) =>
      JSON.stringify(step === "grade" ? { grades } : { attributes: ATTRIBUTES }),
    );
    const found = await ask("attributes", { prompt: PROMPT });
    const graded = await ask("grade", GRADE);
    expect(rows("SELECT call, position, name, why FROM oracle_attributes ORDER BY position")).toEqual(
      ATTRIBUTES.map((one, position) => ({ call: found.calls[0], position, ...one })),
    );
    expect(
      rows("SELECT call, attribute, grade, quote, quoted FROM oracle_grades ORDER BY attribute DESC"),
    ).toEqual(grades.map((one, n) => ({ call: graded.calls[0], ...one, quoted: 1 - n })));
    expect(
      rows(
        "SELECT t.response, p.messages FROM oracle_grades g JOIN texts t ON t.key = g.text JOIN prompts p ON p.key = t.prompt",
      )[0],
    ).toEqual({
      response: ANSWER,
      messages: JSON.stringify(PROMPT),
    });
  });
});

describe("what cannot be read", () => {
  test("is asked to be mended once, in the same conversation, and the answer is used", async () => {
    const { ask, oracle } = asking((_, n) => (n === 1 ? "here you are: {rewritten}" : good()));
    const asked = await ask("paraphrase", PARAPHRASE);
    expect(asked).toMatchObject({ kind: "answer", calls: [expect.any(String), expect.any(String)] });
    const [first, second] = oracle.asked;
    expect(second!.messages.slice(0, 2)).toEqual(first!.messages);
    expect(second!.messages.slice(2)).toEqual([
      { role: "assistant", content: "here you are: {rewritten}" },
      { role: "user", content: expect.stringContaining("cannot be read") },
    ]);
    expect(rows("SELECT outcome, repairs FROM oracle_calls ORDER BY repairs IS NOT NULL")).toEqual([
      { outcome: "unreadable", repairs: null },
      { outcome: "read", repairs: asked.calls[0] },
    ]);
    const again = asking(() => "nobody may ask");
    expect(await again.ask("paraphrase", PARAPHRASE)).toEqual(asked);
  });

  test("after that is a counted refusal, and is not asked again", async () => {
    const { ask, oracle, tally } = asking(() => "no idea");
    expect(await ask("paraphrase", PARAPHRASE)).toMatchObject({
      kind: "none",
      reason: "oracle-unreadable",
      detail: "there is no JSON object in it",
    });
    expect(oracle.asked).toHaveLength(2);
    expect(tally()).toMatchObject({
      calls: 2,
      promptTokens: 200,
      completionTokens: 40,
      steps: { paraphrase: { asked: 2 } },
    });
    const again = asking(() => good());
    expect(await again.ask("paraphrase", PARAPHRASE)).toMatchObject({ reason: "oracle-unreadable" });
    expect(again.oracle.asked).toEqual([]);
  });

  test.each([
    ["oracle-refused", { finish: "refused", text: "" }],
    ["oracle-refused", { text: "I'm sorry, but I can't help with that request." }],
    ["oracle-truncated", { finish: "length", text: '{"rewritten": "Water boi' }],
  ] as const)("%s is not asked to be mended", async (reason, reply) => {
    const { ask, oracle } = asking(() => reply);
    expect(await ask("paraphrase", PARAPHRASE)).toMatchObject({
      kind: "none",
      reason,
      calls: [expect.any(String)],
    });
    expect(oracle.asked).toHaveLength(1);
    expect(rows("SELECT outcome, parsed FROM oracle_calls")).toEqual([
      { outcome: reason.slice(7), parsed: null },
    ]);
    const again = asking(() => good());
    expect(await again.ask("paraphrase", PARAPHRASE)).toMatchObject({ reason });
  });

  test("is read all the same where it was whole when it was cut off", async () => {
    const { ask } = asking(() => ({ finish: "length" as const, text: `${good()}   ` }));
    expect(await ask("paraphrase", PARAPHRASE)).toMatchObject({ kind: "answer" });
  });
});

describe("a failure", () => {
  test.each(["TARE_ORACLE_UNREACHABLE", "TARE_ORACLE_KEY", "TARE_ORACLE_MODEL"])(
    "%s is told once, and nothing is asked any more",
    async (code) => {
      const { ask, oracle, tally } = asking(() => fail(code), {}, { concurrency: 1 });
      const asked = await Promise.all([1, 2, 3].map((n) => ask("paraphrase", nth(n))));
      expect(asked).toEqual(
        asked.map(() => ({
          kind: "none",
          reason: "oracle-unreachable",
          detail: expect.stringContaining(code),
          calls: [],
        })),
      );
      expect(oracle.asked).toHaveLength(1);
      expect(warned).toEqual([
        expect.stringMatching(
          new RegExp(`^${code}  http://127.0.0.1:1/v1: it failed\n  what to do: Mend it.`),
        ),
      ]);
      expect(tally()).toMatchObject({
        steps: { paraphrase: { asked: 1, none: { "oracle-unreachable": 3 } } },
        stopped: expect.stringContaining(code),
      });
      expect(rows("SELECT * FROM oracle_calls")).toEqual([]);
    },
  );

  test("of one question is counted and not stored: the next command asks again", async () => {
    const { ask, oracle, tally } = asking((_, n) => (n === 1 ? fail("TARE_ORACLE_TIMEOUT") : good()));
    expect(await ask("paraphrase", nth(1))).toMatchObject({ reason: "oracle-unreachable", calls: [] });
    expect(await ask("paraphrase", nth(2))).toMatchObject({ kind: "answer" });
    expect(await ask("paraphrase", nth(1))).toMatchObject({ reason: "oracle-unreachable" });
    expect([oracle.asked.length, warned.length, tally().stopped]).toEqual([2, 0, undefined]);
    expect(await asking(() => good()).ask("paraphrase", nth(1))).toMatchObject({ kind: "answer" });
  });

  test("five times in a row ends the asking, and is told", async () => {
    const { ask, oracle } = asking(
      (_, n) => (n === 4 ? good() : fail("TARE_ORACLE_BUSY")),
      {},
      { concurrency: 1 },
    );
    const asked = [];
    for (let n = 1; n <= 12; n++) asked.push(await ask("paraphrase", nth(n)));
    expect(oracle.asked).toHaveLength(9);
    expect(asked.map(({ kind }) => kind)).toEqual(asked.map((_, n) => (n === 3 ? "answer" : "none")));
    expect(warned).toEqual([expect.stringMatching(/^TARE_ORACLE_BUSY .*5 questions in a row/su)]);
  });

  test("of every question to one prompt, which may be too long for the server, is that prompt's alone", async () => {
    const { ask, tally } = asking(
      ({ inputs }) => (JSON.stringify(inputs).includes("too long") ? fail("TARE_ORACLE_ANSWER") : good()),
      {},
      { concurrency: 1 },
    );
    const about = (n: number, content: string) => ({ ...nth(n), prompt: [{ role: "user", content }] });
    for (let n = 1; n <= 8; n++) await ask("paraphrase", about(n, "too long"));
    expect(await ask("paraphrase", about(9, "short"))).toMatchObject({ kind: "answer" });
    for (let n = 1; n <= 5; n++) await ask("paraphrase", about(n, `too long, ${n}`));
    expect(tally().stopped).toMatch(/^5 questions in a row/);
  });

  test("to find a recorded answer is a reason of its own, and stops nothing", async () => {
    const { ask, tally } = asking((_, n) => (n <= 6 ? fail("TARE_ORACLE_NOT_RECORDED") : good()));
    for (let n = 1; n <= 6; n++)
      expect(await ask("paraphrase", nth(n))).toMatchObject({ reason: "oracle-not-recorded" });
    expect(await ask("paraphrase", nth(7))).toMatchObject({ kind: "answer" });
    expect([warned, tally().stopped]).toEqual([[], undefined]);
  });

  test("that is a bug, or an interruption, passes through", async () => {
    for (const code of ["TARE_INTERRUPTED", "TARE_BUG"])
      await expect(asking(() => fail(code)).ask("paraphrase", PARAPHRASE)).rejects.toMatchObject({ code });
    const stopped = new AbortController();
    stopped.abort();
    const { ask, oracle } = asking(() => good(), { around: around(stopped.signal) });
    await expect(ask("paraphrase", PARAPHRASE)).rejects.toMatchObject({ code: "TARE_INTERRUPTED" });
    expect(oracle.asked).toEqual([]);
  });
});

describe("a budget", () => {
  const slowly = () => pause(1, good());
  const ten = (ask: ReturnType<typeof asking>["ask"]) =>
    Promise.all(Array.from({ length: 10 }, (_, n) => ask("paraphrase", nth(n))));
  const kinds = (asked: readonly { kind: string }[]) => asked.map(({ kind }) => kind);

  test("of calls is used up and never overrun, whatever is open at once", async () => {
    const { ask, oracle, tally } = asking(slowly, { budget: budget({ calls: 4 }) }, { concurrency: 8 });
    const asked = await ten(ask);
    expect(kinds(asked)).toEqual([...Array(4).fill("answer"), ...Array(6).fill("none")]);
    expect(asked[9]).toEqual({
      kind: "none",
      reason: "oracle-over-budget",
      detail: expect.stringContaining("4 calls"),
      calls: [],
    });
    expect([oracle.asked.length, tally().calls]).toEqual([4, 4]);
    const more = asking(slowly, { budget: budget({ calls: 4 }) });
    expect(kinds(await ten(more.ask)).filter((kind) => kind === "answer")).toHaveLength(8);
    expect(more.tally().steps.paraphrase).toMatchObject({
      asked: 4,
      taken: 4,
      none: { "oracle-over-budget": 2 },
    });
  });

  test("of tokens counts what is open at the most it can take", async () => {
    const { ask, tally, oracle } = asking(slowly, { budget: budget({ tokens: 2200 }) }, { concurrency: 8 });
    const answers = kinds(await ten(ask)).filter((kind) => kind === "answer").length;
    expect(oracle.most()).toBe(1); // one may take more than half of it
    expect(answers).toBeGreaterThan(3);
    expect(tally()).toMatchObject({
      promptTokens: answers * 100,
      completionTokens: answers * 20,
      estimated: 0,
    });
    expect(answers * 120).toBeLessThanOrEqual(2200);
  });

  test("of cost counts served oracles by the price, and stores what an answer cost", async () => {
    const price = { input: 1000, output: 5000 };
    const { ask, tally } = asking(
      slowly,
      { price, budget: budget({ cost: 10 }) },
      { address: "http://127.0.0.1:1/v1" },
    );
    await ten(ask);
    expect(tally().cost).toBeLessThanOrEqual(10);
    expect(rows("SELECT DISTINCT cost FROM oracle_calls")).toEqual([{ cost: 0.2 }]);
    const free = asking(slowly, { price, budget: budget({ cost: 0 }) }, { model: "in memory" });
    expect(kinds(await ten(free.ask))).toEqual(Array(10).fill("answer"));
  });

  test("takes a token for four characters where nobody counted, and says for how many answers", async () => {
    const { ask, tally, oracle } = asking(() => ({
      text: good(),
      promptTokens: null,
      completionTokens: null,
    }));
    await ask("paraphrase", PARAPHRASE);
    const characters = oracle.asked[0]!.messages.reduce((sum, { content }) => sum + content.length, 0);
    expect(tally()).toMatchObject({
      promptTokens: Math.ceil(characters / 4),
      completionTokens: Math.ceil(good().length / 4),
      estimated: 1,
    });
    expect(rows("SELECT prompt_tokens, completion_tokens FROM oracle_calls")).toEqual([
      { prompt_tokens: null, completion_tokens: null },
    ]);
  });

  test("that leaves no room to mend an answer says so", async () => {
    const { ask } = asking(() => "no idea", { budget: budget({ calls: 1 }) });
    expect(await ask("paraphrase", PARAPHRASE)).toMatchObject({
      reason: "oracle-over-budget",
      calls: [expect.any(String)],
    });
    const later = asking(() => good());
    expect(await later.ask("paraphrase", PARAPHRASE)).toMatchObject({ kind: "answer" });
    expect(later.oracle.asked).toHaveLength(1); // the mending alone
  });
});
