import { expect, it } from "vitest";
import { blocks } from "../../src/text/blocks.js";
import { calculations } from "../../src/text/calculations.js";
import { applyEdits } from "../../src/text/edits.js";
import { entities } from "../../src/text/entities.js";
import { itemLabels } from "../../src/text/item-labels.js";
import { measures } from "../../src/text/measures.js";
import { namedSpans } from "../../src/text/named-spans.js";
import { numbers } from "../../src/text/numbers.js";
import { proseWords } from "../../src/text/prose-words.js";
import { untouchable } from "../../src/text/protected-spans.js";
import { sentences } from "../../src/text/sentences.js";
import type { Span } from "../../src/text/span.js";
import { LONG, NASTY } from "../augmentations/nasty-texts.js";
import { realTexts } from "../augmentations/real-texts.js";
import { describeWithShared } from "../shared.js";

/** Every view as spans, with the text the view says it holds where it says so. */
const VIEWS: Readonly<Record<string, (text: string) => readonly (Span & { readonly text?: string })[]>> = {
  blocks: (text) => blocks(text).map(({ start, end }) => ({ start, end })),
  sentences,
  numbers,
  proseWords,
  namedSpans,
  itemLabels,
  calculations,
  protected: untouchable,
  measures: (text) => measures(text).map(({ written }) => written),
  entities: (text) =>
    entities(text)
      .flatMap(({ mentions }) => mentions)
      .sort((a, b) => a.start - b.start)
      .map(({ start, end }) => ({ start, end })),
};

/** The view and what lies between its spans, put together again; an edit of every span by itself. */
function comesBack(name: string, text: string): void {
  const spans = VIEWS[name]!(text);
  let joined = "";
  let at = 0;
  for (const span of spans) {
    if (span.start < at || span.end <= span.start || span.end > text.length)
      throw new Error(`${name}: ${span.start}-${span.end} after ${at} of ${text.length}`);
    const held = span.text ?? text.slice(span.start, span.end);
    joined += text.slice(at, span.start) + held;
    at = span.end;
  }
  expect(joined + text.slice(at) === text, name).toBe(true);
  const same = spans.map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
  expect(applyEdits(text, same) === text, name).toBe(true);
}

it.each(Object.keys(VIEWS))("%s give hostile texts back", (name) => {
  for (const text of [...Object.values(NASTY), LONG.slice(0, 20_000)]) comesBack(name, text);
});

describeWithShared("on real texts", "data", (data) => {
  const texts = realTexts(data).filter((_, index) => index % 25 === 0);
  it.each(Object.keys(VIEWS))("%s give prompt and answer back byte for byte", (name) => {
    for (const { prompt, response } of texts) for (const text of [prompt, response]) comesBack(name, text);
    const found = texts.reduce((sum, { response }) => sum + VIEWS[name]!(response).length, 0);
    // A calculation is rare in prose: two in the sample.
    expect(found).toBeGreaterThan(1);
  });
});
