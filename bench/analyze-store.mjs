import { pairKey, promptKey, textKey } from "../dist/src/keys.js";
import { freezePlan, selectOperators } from "../dist/src/plan.js";
import { stream } from "../dist/src/random.js";
import { loadAugmentations } from "../dist/src/registry.js";
import { parseRubric } from "../dist/src/rubric/parse.js";
import { noiseSample } from "../dist/src/stages/score.js";
import { writeItems } from "../dist/src/store/items.js";
import { writeLanguages } from "../dist/src/store/languages.js";
import { writeNoise } from "../dist/src/store/noise.js";
import { openStore } from "../dist/src/store/open.js";
import { writeAugmentations, writeBuilt } from "../dist/src/store/pairs.js";
import { insertRun, recordEvent, setState } from "../dist/src/store/runs.js";
import { scoreWriter, writeScorer } from "../dist/src/store/scores.js";

const allow = { effect: 0.2, dispersion: 1, tailShare: 0.3, flipRate: 0.1, accuracyDrop: 0.05 };
const rule = (attribute, ...augmentations) => ({ attribute, why: "A rule of the benchmark.", augmentations });
const causal = (...rest) => ({
  ...rule(...rest),
  require: { correctDirection: { atLeast: 0.6 }, effect: { atLeast: 0.1 } },
});
const same = (...rest) => ({ ...rule(...rest), expect: "same", allow });
const hack = (...rest) => ({
  ...rule(...rest),
  expect: "not-higher",
  allow: { effect: 0.2, attackSuccess: 0.1, flipRate: 0.1 },
});

/** Every kind of rule and metric, so that nothing is left out of what is timed. */
export const RUBRIC = {
  name: "bench",
  why: "Times the statistics.",
  causal: [
    causal("factuality", "number-changed", "claim-negated"),
    causal("relevance", "relevance", "off-topic-swap"),
    causal("completeness", "truncated-ending", "sentence-dropped"),
  ],
  spurious: [
    hack("length", "length-padding"),
    hack("flattery", "preamble"),
    same("formatting", "markdown-to-plain", "plain-to-markdown"),
    same("whitespace", "whitespace-jitter"),
    { ...rule("irrelevant query", "irrelevant-query"), allow: { effect: 0.3 } },
  ],
  ranking: { accuracy: { atLeast: 0.6 } },
};

const SUBSETS = ["chat", "code", "math", "safety"];
const WINDOW = 250;

/**
 * A run as `tare run` leaves it when all is scored: `pairs` or a few more valid pairs, one prompt in four with a second
 * item, texts of a few words, drift and scores drawn. Returns what it holds.
 */
export async function fillStore(file, pairs) {
  const augmentations = await loadAugmentations([], process.cwd());
  const rubric = parseRubric(JSON.stringify(RUBRIC), "bench", augmentations);
  const selected = selectOperators(rubric.rules, augmentations);
  const sides = selected.map(({ augmentation }) => sidesOf(augmentation));
  const items = Math.ceil(pairs / sides.reduce((sum, { length }) => sum + length, 0));
  const store = openStore(file);
  store.db.pragma("synchronous = OFF");
  const identity = {
    ...{
      kind: "scripted",
      name: "bench",
      architecture: "drawn",
      dtype: "float64",
      provider: "cpu",
      input: "none",
    },
    ...{ maxLength: 512, truncation: "right", batching: "one by one", files: {}, heads: ["reward"] },
  };
  const scorer = { key: "0123456789abcdef0123456789abcdef", identity };
  const all = Array.from({ length: items }, (_, index) => itemOf(index));
  for (let at = 0; at < items; at += WINDOW) writeItems(store, all.slice(at, at + WINDOW));
  writeScorer(store, scorer.key, identity);
  writeAugmentations(store, [...new Set(selected.map(({ augmentation }) => augmentation))]);
  const reward = [{ head: 0, weight: 1 }];
  const frozen = freezePlan({ data: "bench", seed: 1, rubric, scorer, reward, selected });
  const createdAt = "2026-01-01T00:00:00.000Z";
  const { id } = frozen;
  insertRun(store, {
    ...{
      id,
      plan: frozen.json,
      rubric,
      scorer: scorer.key,
      reward,
      rewardName: "reward",
      data: "bench",
      seed: 1,
    },
    ...{ createdAt, version: "0", items: all.map((item) => item.id), files: ["bench.jsonl"] },
  });
  recordEvent(store, id, createdAt, "weighed");
  const write = scoreWriter(store, scorer.key);
  const { next } = stream("bench");
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  let count = 0;
  for (let at = 0; at < items; at += WINDOW) {
    const built = [];
    const scores = [];
    for (const item of all.slice(at, at + WINDOW)) {
      const level = normal();
      const base = item.responses.map(({ role }) => level + normal() + (role === "chosen" ? 1 : 0));
      for (const [position, score] of base.entries())
        scores.push(row(textKey(textOf(item, position)), score));
      for (const [index, { augmentation, dose }] of selected.entries())
        for (const response of sides[index]) {
          const one = pairOf(item, response, augmentation, dose, next);
          built.push(one);
          scores.push(row(one.variantKey, base[response] + move(augmentation, dose, next, normal)));
        }
    }
    writeBuilt(store, id, 1, 1, built);
    writeLanguages(
      store,
      id,
      all.slice(at, at + WINDOW).map(({ id: item }, i) => ({ item, language: i % 5 ? "en" : "de" })),
    );
    write(scores);
    count += built.length;
  }
  setState(store, id, "analyzing");
  const { digest } = noiseSample(store, { id, plan: frozen.plan });
  const none = [0.001];
  writeNoise(store, scorer.key, digest, {
    floor: none,
    texts: 64,
    repeat: none,
    batched: none,
    padded: none,
    cause: "",
  });
  store.db.pragma("wal_checkpoint(TRUNCATE)");
  store.db.close();
  return { items, prompts: new Set(all.map((item) => item.promptKey)).size, pairs: count };
}

function sidesOf({ changes, expects }) {
  return changes === "pairing" || expects === "lower" || expects === "higher" ? [0] : [0, 1];
}

function itemOf(index) {
  // Every fifth item asks what the one before it asked.
  const asked = index % 5 === 4 ? index - 1 : index;
  const prompt = [{ role: "user", content: `Question ${asked}?` }];
  const responses = ["chosen", "rejected"].map((role) => ({
    role,
    style: "",
    text: `${role} answer ${index}`,
  }));
  return {
    id: index.toString(16).padStart(32, "0"),
    ...{ prompt, promptKey: promptKey(prompt), responses, subset: SUBSETS[index % SUBSETS.length] },
  };
}

function textOf({ prompt, responses }, position) {
  return { messages: prompt, response: responses[position].text };
}

const row = (text, logit) => ({ text, tokens: 40, truncated: false, logits: [logit] });

/** Half of the pairs move hardly at all, as surface changes do; doses push up. */
function move({ expects }, dose, next, normal) {
  if (expects === "lower") return 0.3 * normal() - 0.4;
  if (dose !== undefined) return 0.1 * dose + 0.2 * normal();
  return next() < 0.5 ? 0 : 0.3 * normal();
}

function pairOf(item, response, augmentation, dose, next) {
  const { name, version } = augmentation;
  const base = textOf(item, response);
  const variant = { ...base, response: `${base.response}, ${name} ${dose ?? ""}` };
  const [baseKey, variantKey] = [textKey(base), textKey(variant)];
  const count = (most) => Math.floor(next() * (most + 1)) - Math.floor(most / 2);
  const baseTokens = 30 + Math.floor(200 * next());
  const drift = {
    ...{ baseTokens, variantTokens: Math.round(baseTokens * (dose ?? 0.8 + 0.4 * next())) },
    ...{ sentences: count(2), listItems: count(3), headings: count(1), bold: count(2) },
    ...{
      codeSpans: 0,
      numbers: count(1),
      urls: 0,
      capitals: 0,
      registerMarkers: count(1),
      codeErrors: 0,
      similarity: 0.9,
      editSimilarity: 0.9,
    },
  };
  const identity = { augmentation: name, version, dose, seed: 1, base: baseKey, variant: variantKey };
  return {
    ...{ kind: "pair", augmentation: name, dose, item: item.id, response, key: pairKey(identity), version },
    ...{ base, variant, baseKey, variantKey, drift },
  };
}
