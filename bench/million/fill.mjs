import { digestOf, itemId, pairKey, promptKey, textKey } from "../../dist/src/keys.js";
import { freezePlan, selectOperators } from "../../dist/src/plan.js";
import { stream } from "../../dist/src/random.js";
import { loadAugmentations, loadScorerKinds } from "../../dist/src/registry.js";
import { openRubric } from "../../dist/src/rubric/open.js";
import { openScorer } from "../../dist/src/scorers/open.js";
import { noiseSample } from "../../dist/src/stages/score.js";
import { writeItems } from "../../dist/src/store/items.js";
import { writeLanguages } from "../../dist/src/store/languages.js";
import { writeNoise } from "../../dist/src/store/noise.js";
import { openStore } from "../../dist/src/store/open.js";
import { writeAugmentations, writeBuilt } from "../../dist/src/store/pairs.js";
import { insertRun, recordEvent, setState } from "../../dist/src/store/runs.js";
import { scoreWriter, writeScorer } from "../../dist/src/store/scores.js";
import { editOf } from "./edit.mjs";
import { recordOf } from "./prose.mjs";

/** Three models: of length and lists, of length and bold words, of digits. */
export const MODELS = [
  "scripted:0.01*length + 0.5*bullets + noise(0.3)",
  "scripted:0.004*length + 0.3*bold + noise(0.5)",
  "scripted:0.05*digits + noise(0.8)",
];
const WINDOW = 250;
/** Of each operator on each answer: the share where it does not apply or a guard refuses. */
const SKIPPED = 0.12;

/**
 * Three runs as `tare run` leaves them when all is scored: `pairs` or a few more distinct pairs, texts of some sixty to two
 * hundred words, scored by the scripted scorer; drift is drawn. Returns what it holds.
 */
export async function fillMillion(file, pairs, say) {
  const augmentations = await loadAugmentations([], process.cwd());
  const rubric = openRubric("general", process.cwd(), augmentations);
  const selected = selectOperators(rubric.rules, augmentations);
  const sides = selected.map(({ augmentation }) => sidesOf(augmentation));
  const each = (1 - SKIPPED) * sides.reduce((sum, { length }) => sum + length, 0);
  const items = Math.ceil((1.005 * pairs) / each);
  const store = openStore(file);
  store.db.pragma("synchronous = OFF");
  store.db.pragma("cache_size = -2000000");
  const kinds = await loadScorerKinds();
  const scorers = await Promise.all(MODELS.map((spec) => openScorer(spec, kinds, { cwd: process.cwd() })));
  for (const { key, identity } of scorers) writeScorer(store, key, identity);
  writeAugmentations(store, [...new Set(selected.map(({ augmentation }) => augmentation))]);
  const ids = Array.from({ length: items }, (_, index) => itemOf(index).id);
  const runs = scorers.map((scorer) => beginRun(store, { scorer, rubric, selected, ids, items }));
  const writers = scorers.map(({ key }) => scoreWriter(store, key));
  let count = 0;
  for (let at = 0; at < items; at += WINDOW) {
    const window = Array.from({ length: Math.min(WINDOW, items - at) }, (_, index) => itemOf(at + index));
    const built = window.flatMap((item) => builtOf(item, selected, sides));
    const texts = new Map();
    for (const item of window)
      for (const { text } of item.responses) keep(texts, { messages: item.prompt, response: text });
    for (const one of built) if (one.kind === "pair") texts.set(one.variantKey, one.variant);
    for (const { id } of runs) {
      writeBuilt(store, id, 1, 1, built);
      writeLanguages(
        store,
        id,
        window.map((item, i) => ({ item: item.id, language: i % 5 ? "en" : "de" })),
      );
    }
    for (const [index, scorer] of scorers.entries()) writers[index](await rowsOf(scorer, texts));
    count += built.filter(({ kind }) => kind === "pair").length;
    say(count);
  }
  for (const [index, { id, plan }] of runs.entries()) finishRun(store, id, plan, scorers[index].key);
  store.db.pragma("wal_checkpoint(TRUNCATE)");
  store.db.close();
  return { items, pairs: count, runs: runs.length };
}

function beginRun(store, { scorer, rubric, selected, ids, items }) {
  const reward = [{ head: 0, weight: 1 }];
  const data = digestOf([...ids].sort());
  const { id, plan, json } = freezePlan({ data, seed: 1, rubric, scorer, reward, selected });
  const createdAt = "2026-01-01T00:00:00.000Z";
  // Items come first: a run points at them.
  if (scorer.identity.name === MODELS[0].slice("scripted:".length))
    for (let at = 0; at < items; at += WINDOW)
      writeItems(
        store,
        Array.from({ length: Math.min(WINDOW, items - at) }, (_, index) => itemOf(at + index)),
      );
  insertRun(store, {
    ...{ id, plan: json, rubric, scorer: scorer.key, reward, rewardName: "score", data, seed: 1, createdAt },
    ...{ version: "0", items: ids, files: ["million.jsonl"] },
  });
  recordEvent(store, id, createdAt, "weighed");
  return { id, plan };
}

function finishRun(store, id, plan, scorer) {
  setState(store, id, "analyzing");
  const none = [0.001];
  const { digest } = noiseSample(store, { id, plan });
  const figures = { floor: none, repeat: none, batched: none, padded: none };
  writeNoise(store, scorer, digest, { ...figures, texts: 64, cause: "" });
}

function sidesOf({ changes, expects }) {
  return changes === "pairing" || expects === "lower" || expects === "higher" ? [0] : [0, 1];
}

function itemOf(index) {
  const { prompt: content, chosen, rejected, subset } = recordOf(index);
  const prompt = [{ role: "user", content }];
  const responses = [
    { role: "chosen", style: "", text: chosen },
    { role: "rejected", style: "", text: rejected },
  ];
  const draft = { prompt, responses, subset };
  return { ...draft, id: itemId(draft), promptKey: promptKey(prompt) };
}

function keep(texts, text) {
  texts.set(textKey(text), text);
}

/** Scores of these texts; one in 97 counts as cut short, so that there are such pairs. */
async function rowsOf(scorer, texts) {
  const batch = [...texts].map(([key, text]) => scorer.prepare(key, text));
  const logits = await scorer.score(batch);
  return batch.map(({ key, tokens }, at) => ({
    ...{ text: key, tokens, truncated: Number.parseInt(key.slice(0, 6), 16) % 97 === 0, logits: logits[at] },
  }));
}

function builtOf(item, selected, sides) {
  return selected.flatMap(({ augmentation, dose }, index) =>
    sides[index].map((response) => {
      const random = stream("million pair", item.id, augmentation.name, dose ?? 0, response);
      const asked = { augmentation: augmentation.name, dose, item: item.id, response };
      if (random.next() >= SKIPPED) return pairOf(item, asked, augmentation, random);
      const reason = random.pick(["does-not-apply", "unchanged", "too-different"]);
      return {
        kind: "skip",
        ...asked,
        stage: reason === "does-not-apply" ? "apply" : "guard",
        reason,
        detail: "",
      };
    }),
  );
}

function pairOf(item, asked, { name, version, changes }, random) {
  const base = { messages: item.prompt, response: item.responses[asked.response].text };
  const variant =
    changes === "prompt"
      ? {
          messages: [{ role: "user", content: `${item.prompt[0].content} ${name}` }],
          response: base.response,
        }
      : { ...base, response: editOf(name, asked.dose, base.response, random) };
  const [baseKey, variantKey] = [textKey(base), textKey(variant)];
  const count = (most) => random.integer(most + 1) - Math.floor(most / 2);
  const words = (text) => text.split(/\s+/).length;
  const drift = {
    ...{ baseTokens: words(base.response), variantTokens: words(variant.response), sentences: count(2) },
    ...{ listItems: count(3), headings: count(1), bold: count(2), codeSpans: 0, numbers: count(1), urls: 0 },
    ...{ capitals: 0, registerMarkers: count(1), codeErrors: 0, similarity: 0.9, editSimilarity: 0.9 },
  };
  const identity = {
    augmentation: name,
    version,
    dose: asked.dose,
    seed: 1,
    base: baseKey,
    variant: variantKey,
  };
  return {
    kind: "pair",
    ...asked,
    key: pairKey(identity),
    version,
    base,
    variant,
    baseKey,
    variantKey,
    drift,
  };
}
