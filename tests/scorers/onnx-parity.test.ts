import { join } from "node:path";
import { expect, test } from "vitest";
import type { Encoded } from "../../src/scorers/onnx/encode-pair.js";
import { describeWithShared } from "../shared.js";
import { FAMILIES, readReference, toText, withModel } from "./fixture-models.js";

const MODELS = [...FAMILIES, "defects/dtype-fp16", "defects/external-data", "defects/dynamic-int8"];

describeWithShared("ONNX models against their references", "fixtures/models", (root) => {
  test.each(MODELS)("%s gives the reference ids and logits, alone and in mixed batches", async (model) => {
    const { cases, max_length, tolerance } = readReference(join(root, model));
    await withModel(
      join(root, model),
      async (scorer) => {
        expect(cases.length).toBeGreaterThanOrEqual(15);
        const prepared = cases.map(({ id, messages }) => scorer.prepare(id, toText(messages)));
        for (const [index, reference] of cases.entries()) {
          const { ids, second } = prepared[index]!.input as Encoded;
          expect(ids, reference.id).toEqual(reference.input_ids);
          expect(prepared[index]!.truncated, reference.id).toBe(reference.truncated);
          if (reference.token_type_ids !== undefined)
            expect(ids.map((_, at) => (at < second ? 0 : 1))).toEqual(reference.token_type_ids);
        }
        const alone: (readonly number[])[] = [];
        for (const text of prepared) alone.push(...(await scorer.score([text])));
        expectWithin(alone, cases, tolerance);
        if (scorer.tokenBudget > 1) {
          expectWithin(await scorer.score(prepared), cases, tolerance);
          expectWithin(await scorer.scorePadded!(prepared.slice(0, 3), 300), cases.slice(0, 3), tolerance);
        }
      },
      { maxLength: max_length, truncation: "right" },
    );
  });
});

function expectWithin(
  scores: readonly (readonly number[])[],
  cases: readonly { readonly id: string; readonly logits: readonly number[] }[],
  tolerance: number,
): void {
  for (const [index, { id, logits }] of cases.entries()) {
    expect(scores[index], id).toHaveLength(logits.length);
    for (const [head, logit] of logits.entries())
      expect(Math.abs(scores[index]![head]! - logit), `${id}, head ${head}`).toBeLessThanOrEqual(tolerance);
  }
}
