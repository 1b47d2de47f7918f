import { describe, expect, it } from "vitest";
import { type Augmentation, isSkip } from "../../src/contract.js";
import { messageOf } from "../../src/errors.js";
import { looksEnglish } from "../../src/text/english.js";
import { numbers } from "../../src/text/numbers.js";
import { isOpenEnded } from "../../src/text/open-end.js";
import { plainSentences } from "../../src/text/prose.js";
import { AUGMENTATIONS, contextFor, dosesOf } from "./discovered.js";
import { LONG, NASTY, prose } from "./nasty-texts.js";
import { faults, propose } from "./propose.js";
import type { RealText } from "./real-texts.js";

/** Those that change the prompt are tried on hostile questions in prompt-contract.test.ts. */
const TRIED = AUGMENTATIONS.filter(({ changes }) => changes !== "prompt");
const RESPONSES = TRIED.filter(({ changes }) => changes !== "pairing");
/** The operator whose purpose is an empty answer. */
const BLANK = "probe-blank";
const WORDLESS = ["empty", "space", "rules"];

/** Processor milliseconds of this process: a busy machine does not change them much. */
function cpuOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function of(response: string): RealText {
  return { prompt: "Tell me about it.", response, rejected: "No." };
}

/** Text by text, so that operators share its views; the faults of each operator come back. */
function tryAll(texts: Readonly<Record<string, string>>): ReadonlyMap<string, string[]> {
  const found = new Map(TRIED.map(({ name }): [string, string[]] => [name, []]));
  for (const [key, response] of Object.entries(texts)) {
    for (const augmentation of TRIED) {
      for (const dose of dosesOf(augmentation))
        found.get(augmentation.name)!.push(...tryOne(augmentation, key, response, dose));
    }
  }
  return found;
}

function tryOne(
  augmentation: Augmentation,
  key: string,
  response: string,
  dose: number | undefined,
  twice = true,
): string[] {
  try {
    const made = propose(augmentation, of(response), contextFor(key, dose));
    const again = twice ? propose(augmentation, of(response), contextFor(key, dose)) : made;
    const wrong = faults(made, again);
    if (augmentation.changes === "response" && !isSkip(made)) {
      if (WORDLESS.includes(key)) wrong.push("takes a text without words");
      if (made.variant.response.trim() === "" && augmentation.name !== BLANK) wrong.push("empty");
    }
    return wrong.map((fault) => `${key}: ${fault}`);
  } catch (error) {
    return [`${key}: it threw: ${messageOf(error)}`];
  }
}

describe("on hostile texts", () => {
  const found = tryAll({ ...NASTY, LONG });
  it.each(TRIED)("$name survives", ({ name }) => expect(found.get(name)).toEqual([]));
});

/**
 * A pattern that backtracks takes time quadratic in the text, or worse. An operator that is slow on a shorter text is not
 * tried on the longer ones: the suite would never end.
 */
describe("on long texts", () => {
  const found = new Map<string, string>();
  for (const { size, limit } of [
    { size: 64_000, limit: 1_500 },
    { size: 256_000, limit: 4_000 },
    { size: 1_000_000, limit: 12_000 },
  ]) {
    const text = prose(size);
    for (const view of [plainSentences, numbers, looksEnglish, isOpenEnded]) view(text);
    for (const augmentation of RESPONSES.filter(({ name }) => !found.has(name))) {
      const took = cpuOf(() => tryOne(augmentation, "long", text, dosesOf(augmentation)[0], false));
      if (took > limit) found.set(augmentation.name, `${took} ms for ${text.length} characters`);
    }
  }
  it.each(RESPONSES)("$name is done in time", ({ name }) => expect(found.get(name)).toBeUndefined());
});
