import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Message } from "../../src/contract.js";
import type { Encoded } from "../../src/scorers/onnx/encode-pair.js";
import { describeWithShared } from "../shared.js";
import { toText, withModel } from "./fixture-models.js";

interface DemoReference {
  readonly tolerance: Readonly<Record<string, number>>;
  readonly cases: readonly {
    readonly id: string;
    readonly messages: readonly Message[];
    readonly input_ids: readonly number[];
    readonly logits: Readonly<Record<string, number>>;
  }[];
}

describeWithShared("the two trained models", "models", (root) => {
  test.each([
    ["tare-mini-bt", "q4"],
    ["tare-mini-bt", "q8"],
    ["tare-mini-crome", "q4"],
  ])("%s %s gives Python's ids and scores", async (name, dtype) => {
    const reference = JSON.parse(readFileSync(join(root, name, "reference.json"), "utf8")) as DemoReference;
    // Every third case: enough to see a wrong template, pad or segment, and a third of the time.
    const cases = reference.cases.filter((_, index) => index % 3 === 0);
    expect(cases.length).toBe(16);
    await withModel(
      `${join(root, name)}#${dtype}`,
      async (scorer) => {
        expect(scorer.identity).toMatchObject({ dtype, input: "pair", maxLength: 512, heads: ["reward"] });
        const prepared = cases.map(({ id, messages }) => scorer.prepare(id, toText(messages)));
        for (const [index, text] of prepared.entries()) {
          expect((text.input as Encoded).ids).toEqual(cases[index]!.input_ids);
          const [logits] = await scorer.score([text]);
          const difference = Math.abs(logits![0]! - cases[index]!.logits[dtype]!);
          expect(difference, cases[index]!.id).toBeLessThanOrEqual(reference.tolerance[dtype]!);
        }
      },
      { threads: 2 },
    );
  });
});
