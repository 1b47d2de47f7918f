import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readReference } from "../../src/doctor/reference/read.js";
import { refuseUnfit } from "../../src/doctor/refuse.js";
import { lines } from "../cli/preferences.js";
import { workplace } from "../cli/workplace.js";
import { describeWithShared } from "../shared.js";
import { codes, look } from "./examining.js";

interface Case {
  readonly id: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly input_ids: readonly number[];
  readonly truncated: boolean;
  logits: number[];
}

describeWithShared("a reference that does not agree", "fixtures/models/llama-chat", (model) => {
  const place = workplace();
  let whole: { cases: Case[] };
  beforeAll(() => {
    whole = JSON.parse(readFileSync(join(model, "reference.json"), "utf8"));
  });

  test("the worst text is named, and the graph is told from the tokenizer", async () => {
    const off = structuredClone(whole);
    off.cases[2]!.logits[0]! += 0.002;
    off.cases[5]!.logits[0]! -= 0.25;
    const examination = await look(model, place.path, { reference: place.file("off.json", off) });
    const { worst, graph, ids } = examination.facts!.reference!;
    expect(worst.text).toBe(off.cases[5]!.id);
    expect(worst.difference).toBeCloseTo(0.25, 4);
    expect(graph).toBeCloseTo(0.25, 4);
    expect(ids.differ).toEqual([]);
    expect(() => refuseUnfit(examination)).toThrow(
      expect.objectContaining({
        code: "TARE_REFERENCE_MISMATCH",
        exit: 2,
        message: expect.stringContaining(`text "${off.cases[5]!.id}"`),
      }),
    );
    const wider = await look(model, place.path, { reference: "off.json", tolerance: 0.26 });
    expect(codes(wider)).not.toContain("reference-mismatch");
  });

  test("where the ids are others, the graph is right on them and the text is wrong", async () => {
    // The first case's ids and logits under another text: the tokenizer cannot make those ids of it.
    const [first] = whole.cases;
    const messages = [{ role: "user", content: "Something else?" }, first!.messages.at(-1)!];
    const file = place.file("ids.jsonl", lines([{ ...first!, messages }]));
    const { facts } = await look(model, place.path, { reference: file });
    const { ids, graph, worst, tolerance } = facts!.reference!;
    expect(tolerance).toBe(1e-4);
    expect(ids.compared).toBe(1);
    // The turn's header is five tokens; the question begins at the seventh.
    expect(ids.differ).toEqual([
      expect.objectContaining({ text: first!.id, at: 6, theirs: first!.input_ids[6] }),
    ]);
    expect(graph).toBeLessThan(1e-4);
    expect(worst.difference).toBeGreaterThan(1e-2);
  });

  test("JSONL with a bare number and no ids is enough", async () => {
    const short = whole.cases.filter(({ truncated }) => !truncated);
    const file = place.file(
      "bare.jsonl",
      lines(short.map(({ messages, logits }) => ({ messages, logits: logits[0] }))),
    );
    const { facts, problems } = await look(model, place.path, { reference: file });
    expect(facts!.reference).toMatchObject({ texts: short.length, graph: null, ids: { compared: 0 } });
    expect(problems.map(({ code }) => code)).not.toContain("reference-mismatch");
  });

  test("another number of logits is a mismatch", async () => {
    const file = place.file("two.jsonl", lines([{ ...whole.cases[0]!, logits: [1, 2] }]));
    const examination = await look(model, place.path, { reference: file });
    expect(examination.failures[0]).toMatchObject({ code: "TARE_REFERENCE_MISMATCH" });
  });
});

describe("reading a reference", () => {
  const place = workplace();
  const messages = [
    { role: "user", content: "Why?" },
    { role: "assistant", content: "Because." },
  ];

  test.each([
    ["no-file.jsonl", undefined, "TARE_DATA_MISSING", /no such file/],
    ["prose.jsonl", "not JSON\n", "TARE_DATA_NOT_JSON", /.*/],
    ["no-logits.jsonl", lines([{ messages }]), "TARE_DATA_FIELD", /cases\.0\.logits/],
    [
      "one-turn.jsonl",
      lines([{ messages: messages.slice(1), logits: 1 }]),
      "TARE_DATA_FIELD",
      /cases\.0\.messages/,
    ],
    ["empty.jsonl", "\n", "TARE_DATA_FIELD", /cases/],
    ["nan.jsonl", `{"messages": ${JSON.stringify(messages)}, "logits": NaN}\n`, "TARE_DATA_NOT_JSON", /.*/],
  ])("%s is told what is wrong", async (name, content, code, message) => {
    if (content !== undefined) place.file(name, content);
    await expect(readReference(name, place.path)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
      where: expect.stringContaining(name),
    });
  });

  test("a number of a line stands in for a missing id", async () => {
    const file = place.file(
      "ids.jsonl",
      lines([
        { messages, logits: 1 },
        { messages, logits: [2, 3], id: "b" },
      ]),
    );
    const { cases, tolerance } = await readReference(file, place.path);
    expect(cases.map(({ id, logits }) => [id, logits])).toEqual([
      ["1", [1]],
      ["b", [2, 3]],
    ]);
    expect(tolerance).toBeUndefined();
  });
});
