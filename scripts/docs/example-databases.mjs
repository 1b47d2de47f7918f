import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeJudgements } from "../../dist/src/store/judgements.js";
import { openStore } from "../../dist/src/store/open.js";

/** Words, lists and a little chance: enough to have something to show. */
const MODEL = "scripted:0.01*length+0.5*bullets+noise(0.3)";
const TOWNS = [
  "Arlen",
  "Bexhill",
  "Corvo",
  "Dunmore",
  "Elgin",
  "Farrow",
  "Galway",
  "Hexham",
  "Ibsley",
  "Jarrow",
  "Kelso",
  "Lorton",
];

const good = (town, n) =>
  `The bridge of ${town} was opened in ${1800 + 7 * n} by two brothers. It cost ${20 + 3 * n} thousand pounds, and it is still used every day. Most visitors come in the summer and stay for ${2 + (n % 4)} hours.`;
const poor = (town) => `The bridge of ${town} is quite old. Many people like it. It was not cheap.`;
const question = (town) => `When was the bridge of ${town} opened, and what did it cost?`;
const styles = (text, n) => [
  text,
  `${text} It was repaired ${n + 1} times.`,
  `${text}\n\n- It was repaired ${n + 1} times.`,
];

const RUBRIC = {
  name: "example",
  why: "A small rubric with doses and an exchange rate.",
  minimumPrompts: 6,
  causal: [
    {
      attribute: "completeness",
      why: "An answer that breaks off helps less.",
      augmentations: ["truncated-ending"],
      require: { correctDirection: { atLeast: 0.6 } },
    },
  ],
  hacks: [
    {
      attribute: "length",
      why: "Filler may not pay.",
      augmentations: ["length-padding@1.25", "length-padding@1.5", "length-padding@2"],
      allow: { effect: 0.3 },
    },
  ],
  exchange: [{ degradation: "truncated-ending", hack: "length-padding" }],
};

const preferences = TOWNS.map((town, n) => ({
  prompt: question(town),
  chosen: n % 3 === 0 ? `<think>I should give the year.</think>\n\n${good(town, n)}` : good(town, n),
  rejected: poor(town),
}));

/** Databases for questions that the demo has no answer to: file -> its data, how it is weighed, the queries asked of it. */
export const EXAMPLE_DATABASES = {
  "doses.db": {
    data: { "doses.jsonl": preferences },
    queries: [
      "response-curve",
      "length-curve",
      "exchange-rate",
      "left-alone",
      "exported-items",
      "training-exports",
      "validity",
    ],
  },
  "styles.db": {
    data: {
      "styles.jsonl": TOWNS.map((town, n) => ({
        ...{ prompt: question(town), domain: n % 2 === 0 ? "chat" : "math" },
        ...{ chosen: styles(good(town, n), n), rejected: styles(poor(town), n) },
      })),
    },
    queries: ["rm-bench", "rm-bench-matrix"],
  },
  "ties.db": {
    data: {
      "ties.jsonl": TOWNS.flatMap((town, n) => [
        {
          ...{
            id: `${n}`,
            subset: n % 2 === 0 ? "Factuality" : "Focus",
            prompt: question(town),
            num_correct: 1,
            num_incorrect: 3,
          },
          ...{
            chosen: [good(town, n)],
            rejected: [poor(town), `${poor(town)} Ask there.`, `${town}? It is old.`],
          },
        },
        {
          ...{
            id: `ref:${n}`,
            subset: "Ties",
            prompt: `${question(town)} Briefly.`,
            num_correct: 1,
            num_incorrect: 2,
          },
          ...{ chosen: [good(town, n)], rejected: [poor(town), `${town}? It is old.`] },
        },
        {
          ...{
            id: `tied:${n}`,
            subset: "Ties",
            prompt: `${question(town)} In a word.`,
            num_correct: 2,
            num_incorrect: 2,
          },
          ...{
            chosen: [good(town, n), `Indeed. ${good(town, n)}`],
            rejected: [poor(town), `${town}? It is old.`],
          },
        },
      ]),
    },
    queries: ["rewardbench-2", "rewardbench-2-ties"],
  },
  "rmb.db": {
    data: {
      "pairwise.jsonl": TOWNS.map((town, n) => ({
        conversation_input: [{ role: "user", content: question(town) }],
        chosen: { answer: good(town, n), llm_name: "a" },
        reject: { answer: poor(town), llm_name: "b" },
        category_path: `Pairwise_set/${n % 2 === 0 ? "Helpfulness" : "Harmlessness"}/Open QA`,
      })),
      "best-of-n.jsonl": TOWNS.map((town, n) => ({
        conversation_input: [{ role: "user", content: `${question(town)} Briefly.` }],
        bon_best: { answer: good(town, n), llm_name: "a" },
        loser_list: [
          { answer: poor(town), llm_name: "b" },
          { answer: `${town}? It is old.`, llm_name: "c" },
        ],
        category_path: `BoN_set/${n % 2 === 0 ? "Helpfulness" : "Harmlessness"}/Open QA`,
      })),
    },
    queries: ["rmb"],
  },
  "rollouts.db": {
    data: {
      "rollouts.jsonl": [0, 100, 200].flatMap((step, at) =>
        TOWNS.map((town, n) => ({
          ...{ prompt: question(town), step, gold_reward: [2 - at + (n % 3) / 10, 1 - at] },
          responses: [good(town, n), poor(town)].map(
            (text, i) => text + " Really.".repeat(at * (2 + ((n + i) % 3))),
          ),
        })),
      ),
    },
    queries: ["goodhart"],
  },
  "long.db": {
    data: {
      "long.jsonl": TOWNS.map((town, n) => ({
        prompt: question(town),
        chosen: n < 3 ? `${good(town, n)} `.repeat(20 + n) : good(town, n),
        rejected: poor(town),
      })),
    },
    model: "demo/models/tare-mini-bt",
    queries: ["truncated"],
  },
};

/** Makes them in a folder. `tare(args)` runs tare there; a gate that fails is no failure. */
export function makeExampleDatabases(root, folder, tare) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "rubric.json"), JSON.stringify(RUBRIC));
  for (const [db, { data, model }] of Object.entries(EXAMPLE_DATABASES)) {
    for (const [file, rows] of Object.entries(data))
      writeFileSync(join(folder, file), rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
    if (db === "doses.db") exportSome(tare);
    const scorer = model === undefined ? MODEL : join(root, model);
    tare([
      "run",
      ...Object.keys(data),
      "--model",
      scorer,
      "--rubric",
      "./rubric.json",
      "--db",
      db,
      "--quiet",
    ]);
  }
  judgeSome(join(folder, "doses.db"));
}

/** A third of the items were used for training. */
function exportSome(tare) {
  tare([
    "augment",
    "doses.jsonl",
    "--augmentation",
    "length-padding@2",
    "--limit",
    "4",
    "--out",
    "train.jsonl",
    "--for-training",
    "--db",
    "doses.db",
    "--quiet",
  ]);
}

/** Two readers of the pairs that break off; one of them would not always call the variant worse. */
function judgeSome(file) {
  const store = openStore(file);
  const pairs = store.db
    .prepare("SELECT key FROM pairs WHERE augmentation = 'truncated-ending' ORDER BY key LIMIT 8")
    .pluck()
    .all();
  const judgements = pairs.flatMap((pair, n) => [
    { pair, reader: "ann", seed: 1, shown: "base", judgement: "first", note: "", at: "2026-01-01" },
    {
      ...{ pair, reader: "bea", seed: 1, shown: "base", at: "2026-01-01" },
      ...(n === 0 ? { judgement: "tie", note: "the end adds nothing" } : { judgement: "first", note: "" }),
    },
  ]);
  writeJudgements(store, judgements);
  store.db.close();
}
