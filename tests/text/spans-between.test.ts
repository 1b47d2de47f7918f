import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spanAround, spansBetween } from "../../src/text/spans-between.js";

/** Spans in order, some of them touching. */
const lists = fc
  .array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 4 })), { maxLength: 20 })
  .map((steps) => {
    let at = 0;
    return steps.map(([gap, length]) => {
      const start = at + gap;
      at = start + length;
      return { start, end: at };
    });
  });

describe("spans of a list in order", () => {
  it("between two places are those a plain search finds", () => {
    fc.assert(
      fc.property(lists, fc.nat(80), fc.nat(20), (spans, start, length) => {
        const end = start + length;
        const plain = spans.filter((span) => span.start >= start && span.end <= end);
        expect(spansBetween(spans, start, end)).toEqual(plain);
      }),
    );
  });
  it("around a place: the same", () => {
    fc.assert(
      fc.property(lists, fc.nat(80), fc.integer({ min: 1, max: 4 }), (spans, start, length) => {
        const plain = spans.find((span) => span.start <= start && start + length <= span.end);
        expect(spanAround(spans, start, start + length)).toEqual(plain);
      }),
    );
  });
});
