import type { Augmentation } from "../contract.js";
import type { AcceptedPair, Built } from "../pairs/build.js";
import { textWriter } from "./items.js";
import type { Store } from "./open.js";
import { writeTargets } from "./targets.js";

export function writeAugmentations(store: Store, augmentations: readonly Augmentation[]): void {
  const { db } = store;
  const insert = db.prepare(
    `INSERT OR IGNORE INTO augmentations (name, version, expects, attribute, changes, summary, source)
     VALUES (@name, @version, @expects, @attribute, @changes, @summary, @source)`,
  );
  db.transaction(() => {
    for (const { name, version, expects, attribute, changes, summary, source } of augmentations) {
      insert.run({ name, version, expects, attribute, changes, summary, source });
    }
    writeTargets(store, augmentations);
  })();
}

/** Writes a pair with its texts and drift; returns the writer so that statements are prepared once. */
export function pairWriter(store: Store, seed: number): (pair: AcceptedPair) => void {
  const { db } = store;
  const writeText = textWriter(store);
  const insertPair = db.prepare(
    `INSERT OR IGNORE INTO pairs (key, augmentation, version, dose, seed, base, variant) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertDrift = db.prepare(
    // A pair of an older schema has no code errors counted: it gets them when it is made again.
    `INSERT INTO drift (pair, base_tokens, variant_tokens, sentences, list_items, headings, bold, code_spans, numbers, urls,
                        capitals, register_markers, code_errors, similarity, edit_similarity)
     VALUES (@pair, @baseTokens, @variantTokens, @sentences, @listItems, @headings, @bold, @codeSpans, @numbers, @urls,
             @capitals, @registerMarkers, @codeErrors, @similarity, @editSimilarity)
     ON CONFLICT (pair) DO UPDATE SET code_errors = excluded.code_errors WHERE code_errors <> excluded.code_errors`,
  );
  return ({ key, augmentation, version, dose, base, variant, baseKey, variantKey, drift }) => {
    writeText(base, baseKey);
    writeText(variant, variantKey);
    insertPair.run(key, augmentation, version, dose ?? null, seed, baseKey, variantKey);
    insertDrift.run({ pair: key, ...drift });
  };
}

/**
 * Stores what was built for some items of a run, pairs and skips, in one transaction; their new texts are that part of the
 * run's. Writing it twice changes nothing.
 */
export function writeBuilt(
  store: Store,
  run: string,
  part: number,
  seed: number,
  built: readonly Built[],
): void {
  const { db } = store;
  const writePair = pairWriter(store, seed);
  const linkPair = db.prepare(
    "INSERT OR IGNORE INTO run_pairs (run, pair, item, position) VALUES (?, ?, ?, ?)",
  );
  const linkText = db.prepare("INSERT OR IGNORE INTO run_texts (run, part, text) VALUES (?, ?, ?)");
  const insertSkip = db.prepare(
    `INSERT OR IGNORE INTO skips (run, augmentation, dose, item, position, stage, reason, detail)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  db.transaction(() => {
    for (const one of built) {
      if (one.kind === "skip") {
        const { augmentation, dose, item, response, stage, reason, detail } = one;
        insertSkip.run(run, augmentation, dose ?? 0, item, response, stage, reason, detail);
        continue;
      }
      writePair(one);
      linkPair.run(run, one.key, one.item, one.response);
      linkText.run(run, part, one.baseKey);
      linkText.run(run, part, one.variantKey);
    }
  })();
}
