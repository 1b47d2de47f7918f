/** Texts of a file through tare's own stages, as `tare score` does, so that the scoring can be timed apart from loading and tuning. */
import { itemId, promptKey } from "../dist/src/keys.js";
import { loadScorerKinds } from "../dist/src/registry.js";
import { openScorer } from "../dist/src/scorers/open.js";
import { scoreBaseTexts } from "../dist/src/stages/base-data.js";
import { sampleOf, settleBatching, settleTuning } from "../dist/src/stages/settle.js";
import { baseTextWindows, nameItems } from "../dist/src/store/base-texts.js";
import { writeItems } from "../dist/src/store/items.js";
import { openStore } from "../dist/src/store/open.js";

const AROUND = {
  cwd: process.cwd(),
  progress: { update: () => {}, say: () => {}, end: () => {} },
  signal: new AbortController().signal,
};

/** Records {prompt, response} -> items of one response each. */
export function asItems(records) {
  return records.map(({ prompt, response }) => {
    const draft = {
      prompt: [{ role: "user", content: prompt }],
      responses: [{ role: "response", text: response, style: "" }],
      subset: "",
    };
    return { ...draft, id: itemId(draft), promptKey: promptKey(draft.prompt) };
  });
}

/** A new database with the items in it, and the model, settled as `tare score` settles it. */
export async function openTexts(model, items, database) {
  const store = openStore(database);
  writeItems(store, items);
  const ids = items.map(({ id }) => id);
  nameItems(store, ids);
  const sample = sampleOf(store, ids);
  const opened = await openScorer(model, await loadScorerKinds(), { cwd: AROUND.cwd, device: "cpu" });
  const batched = await settleBatching(store, opened, sample, AROUND);
  const scorer = await settleTuning(store, batched, sample, undefined, AROUND);
  return { store, scorer };
}

/** All texts, made ready as the scorer makes them. */
export function prepareAll({ store, scorer }, count) {
  const rows = baseTextWindows(store, scorer.key)("", count);
  return rows.map(({ key, text }) => scorer.prepare(key, text));
}

/** Scores every text that has no score yet. */
export async function scoreAll({ store, scorer }) {
  const begun = performance.now();
  const { tally } = await scoreBaseTexts(store, scorer, AROUND);
  return { ...tally, milliseconds: performance.now() - begun };
}

/** Takes the scores back, so that the next round has the same work. */
export function forgetScores({ store, scorer }) {
  store.db.prepare("DELETE FROM scores WHERE scorer = ?").run(scorer.key);
}

export async function closeTexts({ store, scorer }) {
  await scorer.close();
  store.db.close();
}
