import { digestOf } from "../../src/keys.js";
import { openAsking } from "../../src/oracle/ask/open-asking.js";
import type { AnswerOf } from "../../src/oracle/steps.js";
import { readItemWindow } from "../../src/store/items.js";
import type { Store } from "../../src/store/open.js";
import { fakeOracle } from "../oracle/ask/fake-oracle.js";

const ATTRIBUTES = [
  { name: "accuracy", why: "What it states is true." },
  { name: "depth", why: "It says why." },
];
const ANSWERS: Readonly<Record<string, object>> = {
  attributes: { attributes: ATTRIBUTES },
  grade: {
    grades: ATTRIBUTES.map(({ name }, n) => ({
      attribute: name,
      grade: n === 0 ? "strong" : "weak",
      quote: "",
    })),
  },
  verify: { readings: ATTRIBUTES.map(({ name }) => ({ attribute: name, better: "same" })) },
};

/**
 * Gives a run what an oracle leaves behind, by asking one in memory: attributes, grades, a paraphrase that counts as
 * verified or as refused, by turns, and an answer that was mended, for every item.
 */
export async function fillOracles(store: Store, run: string): Promise<void> {
  const { db } = store;
  const oracle = fakeOracle(({ step, messages, inputs }) => {
    if (step === "grade" && messages.length === 2) return "strong, I would say";
    const rewritten = `In other words: ${(inputs as { answer?: string }).answer}`;
    return JSON.stringify(ANSWERS[step] ?? { rewritten });
  });
  // Everything that a served or local model has.
  const identity = { ...oracle.identity, files: { "model.onnx": "0".repeat(64) }, note: "made up" };
  const asked = { ...oracle, identity, key: digestOf(identity) };
  const around = {
    signal: new AbortController().signal,
    now: () => "2026-02-01T00:00:00.000Z",
    progress: {},
  };
  const asking = openAsking({ store, oracle: asked, seed: 1, around: around as never });
  const rest = {
    ...{
      oracle: asked.key,
      verifier: asked.key,
      templates: asking.templates,
      attributes: ATTRIBUTES,
      seed: 1,
    },
  };
  const settings = digestOf(rest);
  db.prepare("INSERT OR IGNORE INTO oracle_settings VALUES (?, ?, ?, ?, ?, ?)").run(
    ...[settings, asked.key, asked.key, JSON.stringify(rest.templates), JSON.stringify(ATTRIBUTES), 1],
  );
  db.prepare("INSERT INTO run_oracles VALUES (?, ?, ?)").run(run, settings, digestOf("pairs"));
  const operator = db
    .prepare<[string], string>("SELECT min(augmentation) FROM skips WHERE run = ?")
    .pluck()
    .get(run)!;
  for (const [n, item] of readItemWindow(store, run, "", 20).entries()) {
    const { prompt } = item;
    const answer = item.responses[0]!.text;
    const written = await asking.ask("paraphrase", { prompt, answer });
    const { rewritten } = (written as { answer: AnswerOf<"paraphrase"> }).answer;
    const behind = [
      ["paraphrase", written],
      ["attributes", await asking.ask("attributes", { prompt })],
      ["grade", await asking.ask("grade", { prompt, answer, attributes: ATTRIBUTES })],
      ...(await Promise.all(
        (["base first", "variant first"] as const).map(async (order) => {
          const [a, b] = order === "base first" ? [answer, rewritten] : [rewritten, answer];
          return [
            `verify ${order}`,
            await asking.ask("verify", { prompt, attributes: ATTRIBUTES, a, b }),
          ] as const;
        }),
      )),
    ] as const;
    const text = db
      .prepare<[string], string>("SELECT text FROM responses WHERE item = ? AND position = 0")
      .pluck()
      .get(item.id)!;
    const [outcome, reason] = n % 2 === 0 ? ["verified", ""] : ["refused", "verifier-moved"];
    const own = [settings, item.id, operator];
    const { changes } = db
      .prepare("INSERT OR IGNORE INTO oracle_interventions VALUES (?, ?, ?, 0, '', ?, ?, '', ?, ?, 1)")
      .run(...own, outcome, reason, text, text);
    if (changes === 0) continue;
    for (const [ordinal, [part, { calls }]] of behind.entries())
      db.prepare("INSERT INTO oracle_intervention_calls VALUES (?, ?, ?, ?, ?, ?)").run(
        ...own,
        ordinal,
        part,
        calls.at(-1),
      );
  }
}
