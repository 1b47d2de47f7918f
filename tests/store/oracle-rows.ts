import type { OracleStep } from "../../src/contract.js";
import { digestOf, pairKey, textKey } from "../../src/keys.js";
import type { Store } from "../../src/store/open.js";

/** An answer that would clear a terminal, were it shown as it came. */
export const NOISY = "I cannot write JSON \u001b[2J, here is prose.\nAnd more of it.";
export const SHORTENED = "It has been made worse: 17 of 20 parts are missing.";

const OPERATORS = ["oracle:degrade", "oracle:paraphrase"] as const;
const ATTRIBUTES = [
  { name: "accuracy", why: "A wrong answer misleads." },
  { name: "clarity", why: "What is not understood does not help." },
];

/** What was written: whole keys. */
export interface OracleRows {
  readonly settings: string;
  readonly oracle: string;
  readonly verifier: string;
  /** Items of the run in order: of the first, both operators are verified; of the second and third, refused. */
  readonly items: readonly string[];
  /** Pairs that the run holds, by operator. */
  readonly pairs: Readonly<Record<(typeof OPERATORS)[number], string>>;
}

interface Call {
  readonly step: OracleStep;
  readonly part?: string;
  readonly inputs?: object;
  readonly answer: unknown;
  readonly outcome?: "read" | "refused" | "truncated" | "unreadable";
  readonly problem?: string;
  readonly repairs?: string;
}

/**
 * Gives a stored run oracle pairs, as if a `replay` had written and a `scripted` verified them: of its first three items six
 * interventions, two of them verified. Scores of the new texts are those of their bases. Nothing is analysed again.
 */
export function writeOracleRows(store: Store, run: string): OracleRows {
  return store.db.transaction(() => writeRows(store, run))();
}

function writeRows(store: Store, run: string): OracleRows {
  const { db } = store;
  const [oracle, verifier] = [
    addOracle(store, "replay", "scribe", "written by hand"),
    addOracle(store, "scripted", "judge", ""),
  ];
  const templates = Object.fromEntries(STEPS.map((step) => [step, addTemplate(store, step)]));
  const settings = digestOf([oracle, verifier, templates]);
  db.prepare("INSERT OR IGNORE INTO oracle_settings VALUES (?, ?, ?, ?, NULL, 1)").run(
    settings,
    oracle,
    verifier,
    JSON.stringify(templates),
  );
  db.prepare("INSERT INTO run_oracles VALUES (?, ?, ?)").run(run, settings, digestOf([run, "pairs"]));
  addOperators(store, run);
  const items = db
    .prepare<[string], { item: string; prompt: string; messages: string; text: string; response: string }>(
      `SELECT i.id AS item, i.prompt, q.messages, t.key AS text, t.response FROM run_items ri JOIN items i ON i.id = ri.item
         JOIN prompts q ON q.key = i.prompt JOIN responses s ON s.item = i.id AND s.position = 0 JOIN texts t ON t.key = s.text
        WHERE ri.run = ? ORDER BY i.id LIMIT 3`,
    )
    .all(run);
  const pairs: Record<string, string> = {};
  for (const [index, one] of items.entries()) {
    const ask = (operator: string, calls: readonly Call[]) =>
      calls.map((call) =>
        addCall(store, call.step === "verify" ? verifier : oracle, templates, operator, one.item, call),
      );
    const intervene = (
      operator: string,
      row: Partial<Intervened>,
      calls: readonly (readonly [string, string])[],
    ) => addIntervention(store, { settings, item: one.item, operator, ...row }, calls);
    const prompt = JSON.parse(one.messages);
    const first = ask("oracle:degrade", [
      { step: "attributes", inputs: { prompt }, answer: { attributes: ATTRIBUTES } },
      {
        ...{ step: "grade", inputs: { prompt, answer: one.response, attributes: ATTRIBUTES } },
        answer: {
          grades: [
            { attribute: "accuracy", grade: "strong", quote: one.response.slice(0, 12) },
            { attribute: "clarity", grade: "weak", quote: "" },
          ],
        },
      },
    ]);
    addFound(store, first, one);
    if (index === 0) {
      const calls = [
        ...first,
        ...ask("oracle:degrade", [
          { step: "degrade", answer: { rewritten: SHORTENED, change: "three parts left out" } },
          verified("verify base first", ["A", "same"]),
          verified("verify variant first", ["B", "same"]),
        ]),
      ];
      const variant = addText(store, one, SHORTENED);
      const row = {
        attribute: "accuracy",
        detail: "three parts left out",
        base: one.text,
        variant,
        agreement: 1,
      };
      intervene("oracle:degrade", row, calls);
      pairs["oracle:degrade"] = addPair(store, run, "oracle:degrade", one, variant);
      const said = `In other words: ${one.response}`;
      const other = addText(store, one, said);
      intervene(
        "oracle:paraphrase",
        { detail: "", base: one.text, variant: other, agreement: 1 },
        ask("oracle:paraphrase", [
          { step: "paraphrase", answer: { rewritten: said } },
          verified("verify base first", ["same", "same"]),
          verified("verify variant first", ["same", "same"]),
        ]),
      );
      pairs["oracle:paraphrase"] = addPair(store, run, "oracle:paraphrase", one, other);
    } else if (index === 1) {
      const calls = ask("oracle:degrade", [
        { step: "degrade", answer: { rewritten: SHORTENED, change: "three parts left out" } },
        verified("verify base first", ["A", "same"]),
        verified("verify variant first", ["A", "same"]),
      ]);
      const row = { reason: "verifier-order", detail: "accuracy: the first was preferred, whichever it was" };
      intervene("oracle:degrade", { ...row, attribute: "accuracy", agreement: 0.5 }, [...first, ...calls]);
      intervene(
        "oracle:paraphrase",
        { reason: "oracle-unchanged", detail: "it gave back the answer as it was" },
        ask("oracle:paraphrase", [{ step: "paraphrase", answer: { rewritten: one.response } }]),
      );
    } else {
      const [question] = ask("oracle:degrade", [
        { step: "degrade", answer: NOISY, outcome: "unreadable", problem: "no JSON object" },
      ]);
      const [mended] = ask("oracle:degrade", [
        {
          step: "degrade",
          answer: NOISY,
          outcome: "unreadable",
          problem: "no JSON object",
          repairs: question![1],
        },
      ]);
      const row = { reason: "oracle-unreadable", detail: "no JSON object", attribute: "accuracy" };
      intervene("oracle:degrade", row, [...first, question!, mended!]);
      intervene("oracle:paraphrase", { reason: "oracle-over-budget", detail: "500 calls were asked" }, []);
    }
  }
  return {
    ...{ settings, oracle, verifier, items: items.map(({ item }) => item) },
    pairs: pairs as OracleRows["pairs"],
  };
}

const STEPS = ["attributes", "grade", "degrade", "paraphrase", "verify"] as const;

function addOracle({ db }: Store, kind: string, model: string, note: string): string {
  const key = digestOf([kind, model]);
  db.prepare("INSERT OR IGNORE INTO oracles VALUES (?, ?, ?, '', ?)").run(key, kind, model, note);
  db.prepare("INSERT OR IGNORE INTO oracle_files VALUES (?, 'answers.jsonl', ?)").run(key, digestOf(key));
  return key;
}

function addTemplate({ db }: Store, step: string): string {
  const source = `---\nstep: ${step}\nversion: 1\n---\n## system\nAnswer in JSON.\n## user\n…\n`;
  const digest = digestOf(source);
  db.prepare("INSERT OR IGNORE INTO oracle_templates VALUES (?, ?, 1, ?)").run(digest, step, source);
  return digest;
}

/** The plan names them, as that of a run that asked for them would. */
function addOperators({ db }: Store, run: string): void {
  const declared = {
    "oracle:degrade": ["lower", "causal attributes"],
    "oracle:paraphrase": ["same", "wording"],
  };
  for (const name of OPERATORS) {
    const [expects, attribute] = declared[name];
    db.prepare(
      "INSERT OR IGNORE INTO augmentations VALUES (?, 1, ?, ?, 'response', 'An oracle does it.', '')",
    ).run(name, expects, attribute);
    db.prepare("UPDATE runs SET plan = json_insert(plan, '$.operators[#]', ?) WHERE id = ?").run(
      `${name} v1`,
      run,
    );
  }
}

/** What comes of two answers, of which the first or the second is better on each attribute. */
function verified(part: string, better: readonly string[]): Call {
  const readings = ATTRIBUTES.map(({ name }, index) => ({ attribute: name, better: better[index] }));
  return { step: "verify", part, answer: { readings } };
}

/** Returns the part of the intervention that it is, and its key. */
function addCall(
  { db }: Store,
  oracle: string,
  templates: Readonly<Record<string, string>>,
  operator: string,
  item: string,
  call: Call,
): [string, string] {
  const { step, part = step, inputs = {}, answer, outcome = "read", problem = "", repairs = null } = call;
  const key = digestOf(["call", operator, item, part, repairs]);
  const text = typeof answer === "string" ? answer : JSON.stringify(answer);
  const messages = [
    { role: "system", content: `Do the step ${step}. Answer in JSON.` },
    { role: "user", content: `The data, as ${part} sees them.` },
    ...(repairs === null
      ? []
      : [
          { role: "assistant", content: text },
          { role: "user", content: "That cannot be read." },
        ]),
  ];
  db.prepare(
    `INSERT OR IGNORE INTO oracle_calls VALUES (?, ?, ?, ?, ?, ?, '{}', '{"temperature":0,"maxTokens":512,"seed":1}',
       ?, ?, ?, ?, 'scribe-1', ?, ?, NULL, 1, 250, '2026-01-01T00:00:00.000Z')`,
  ).run(
    ...[key, oracle, templates[step], repairs, JSON.stringify(inputs), JSON.stringify(messages)],
    ...[text, outcome === "read" ? text : null, outcome, problem],
    // The verifier counts nothing.
    ...(step === "verify" ? [null, null] : [100, 20]),
  );
  return [part, key];
}

function addFound(
  { db }: Store,
  [found, graded]: readonly (readonly [string, string])[],
  { prompt, text, response }: { readonly prompt: string; readonly text: string; readonly response: string },
): void {
  for (const [position, { name, why }] of ATTRIBUTES.entries())
    db.prepare("INSERT OR IGNORE INTO oracle_attributes VALUES (?, ?, ?, ?, ?)").run(
      found![1],
      position,
      prompt,
      name,
      why,
    );
  const grade = db.prepare("INSERT OR IGNORE INTO oracle_grades VALUES (?, ?, ?, ?, ?, ?)");
  grade.run(graded![1], "accuracy", text, "strong", response.slice(0, 12), 1);
  grade.run(graded![1], "clarity", text, "weak", "it is not there", 0);
}

interface Intervened {
  readonly settings: string;
  readonly item: string;
  readonly operator: string;
  readonly attribute: string;
  readonly reason: string;
  readonly detail: string;
  readonly base: string;
  readonly variant: string;
  readonly agreement: number;
}

function addIntervention(
  { db }: Store,
  row: Pick<Intervened, "settings" | "item" | "operator"> & Partial<Intervened>,
  calls: readonly (readonly [string, string])[],
): void {
  const { settings, item, operator, attribute = "", reason = "", detail = "" } = row;
  const { base = null, variant = null, agreement = null } = row;
  const outcome = reason === "" ? "verified" : "refused";
  db.prepare("INSERT OR IGNORE INTO oracle_interventions VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?)").run(
    ...[settings, item, operator, attribute, outcome, reason, detail, base, variant, agreement],
  );
  for (const [ordinal, [part, call]] of calls.entries())
    db.prepare("INSERT OR IGNORE INTO oracle_intervention_calls VALUES (?, ?, ?, ?, ?, ?)").run(
      ...[settings, item, operator, ordinal, part, call],
    );
}

interface Of {
  readonly item: string;
  readonly prompt: string;
  readonly messages: string;
  readonly text: string;
}

/** A text under the prompt of an item, scored as its base is. */
function addText({ db }: Store, { prompt, messages, text }: Of, response: string): string {
  const key = textKey({ messages: JSON.parse(messages), response });
  db.prepare("INSERT OR IGNORE INTO texts VALUES (?, ?, ?)").run(key, prompt, response);
  db.prepare(
    "INSERT OR IGNORE INTO scores SELECT scorer, ?, head, logit - 1, tokens, truncated FROM scores WHERE text = ?",
  ).run(key, text);
  return key;
}

function addPair(
  { db }: Store,
  run: string,
  augmentation: string,
  { item, text }: Of,
  variant: string,
): string {
  const key = pairKey({ augmentation, version: 1, dose: undefined, seed: 1, base: text, variant });
  db.prepare("INSERT OR IGNORE INTO pairs VALUES (?, ?, 1, NULL, 1, ?, ?)").run(
    key,
    augmentation,
    text,
    variant,
  );
  db.prepare("INSERT OR IGNORE INTO run_pairs VALUES (?, ?, ?, 0)").run(run, key, item);
  return key;
}
