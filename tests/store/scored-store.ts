import type { ItemDraft, ResponseRole } from "../../src/contract.js";
import { digestOf, itemId, promptKey, textKey } from "../../src/keys.js";
import { writeItems } from "../../src/store/items.js";
import type { Store } from "../../src/store/open.js";
import { fillRewards } from "../../src/store/rewards/fill-rewards.js";
import { insertRun, recordEvent, setState } from "../../src/store/runs.js";
import { scoreWriter, writeScorer } from "../../src/store/scores.js";

export interface MadeItem {
  readonly subset: string;
  readonly responses: readonly {
    readonly role: ResponseRole;
    readonly style?: string;
    readonly score: number;
    /** Its score once the operator `changed` has changed it; left out: no pair. */
    readonly changed?: number;
  }[];
}

/** Adds a complete run of made-up answers with these scores, as a model of that name gave them; each item has a prompt of its own. */
export function addRun(store: Store, made: readonly MadeItem[], model: string): string {
  const scores: { readonly key: string; readonly score: number }[] = [];
  const pairs: { item: string; position: number; base: string; variant: string }[] = [];
  const items = made.map(({ subset, responses }, index) => {
    const prompt = [{ role: "user", content: `${model}: question ${index}` }];
    const texts = responses.map((_, position) => `answer ${position} to ${index}`);
    const draft: ItemDraft = {
      prompt,
      subset,
      responses: responses.map(({ role, style = "" }, position) => ({ role, style, text: texts[position]! })),
    };
    const id = itemId(draft);
    for (const [position, { score, changed }] of responses.entries()) {
      const base = textKey({ messages: prompt, response: texts[position]! });
      scores.push({ key: base, score });
      if (changed === undefined) continue;
      const response = `changed ${texts[position]}`;
      const variant = textKey({ messages: prompt, response });
      store.db
        .prepare("INSERT OR IGNORE INTO prompts VALUES (?, ?, ?)")
        .run(promptKey(prompt), JSON.stringify(prompt), "");
      store.db.prepare("INSERT INTO texts VALUES (?, ?, ?)").run(variant, promptKey(prompt), response);
      scores.push({ key: variant, score: changed });
      pairs.push({ item: id, position, base, variant });
    }
    return { ...draft, id, promptKey: promptKey(prompt) };
  });
  writeItems(store, items);
  const run = digestOf([model, made]);
  writeScorer(store, model, {
    ...{ kind: "precomputed", name: model, architecture: "", dtype: "", provider: "", input: "none" },
    ...{ maxLength: 512, truncation: "right", batching: "single", files: {}, heads: ["reward"] },
  });
  const at = "2026-01-01T00:00:00.000Z";
  insertRun(store, {
    ...{ id: run, plan: "{}", rubric: { digest: "r", name: "made", source: "{}" }, scorer: model },
    ...{ reward: [{ head: 0, weight: 1 }], rewardName: "reward", data: "d", seed: 1, createdAt: at },
    ...{ version: "0", items: items.map(({ id }) => id), files: [] },
  });
  const write = scoreWriter(store, model);
  write(scores.map(({ key, score }) => ({ text: key, tokens: 1, truncated: false, logits: [score] })));
  writePairs(store, run, pairs);
  recordEvent(store, run, at, "weighed");
  setState(store, run, "complete");
  fillRewards(store, run, 0);
  return run;
}

function writePairs(
  { db }: Store,
  run: string,
  pairs: readonly { item: string; position: number; base: string; variant: string }[],
): void {
  db.prepare(
    `INSERT OR IGNORE INTO augmentations (name, version, expects, attribute, changes, summary, source)
     VALUES ('changed', 1, 'same', 'wording', 'response', '', '')`,
  ).run();
  for (const { item, position, base, variant } of pairs) {
    db.prepare(
      "INSERT INTO pairs (key, augmentation, version, seed, base, variant) VALUES (?, 'changed', 1, 1, ?, ?)",
    ).run(`${base}${variant}`, base, variant);
    db.prepare("INSERT INTO run_pairs VALUES (?, ?, ?, ?)").run(run, `${base}${variant}`, item, position);
  }
}
