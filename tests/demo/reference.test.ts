import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Message } from "../../src/contract.js";
import { packagePath } from "../../src/paths.js";
import type { Encoded } from "../../src/scorers/onnx/encode-pair.js";
import { toText, withModel } from "../scorers/fixture-models.js";

interface Reference {
  readonly tolerance: { readonly q4: number };
  readonly cases: readonly {
    readonly id: string;
    readonly messages: readonly Message[];
    readonly input_ids: readonly number[];
    readonly logits: { readonly q4: number };
  }[];
}

describe("the embedded models", () => {
  it.each(["tare-mini-bt", "tare-mini-crome"])(
    "%s gives the ids and scores of Python, alone and in a batch",
    async (name) => {
      const folder = packagePath("demo", "models", name);
      const { cases, tolerance }: Reference = JSON.parse(readFileSync(`${folder}/reference.json`, "utf8"));
      expect(cases.length).toBeGreaterThan(30);
      await withModel(folder, async (scorer) => {
        const prepared = cases.map(({ id, messages }) => scorer.prepare(id, toText(messages)));
        expect(prepared.map(({ input }) => (input as Encoded).ids)).toEqual(
          cases.map(({ input_ids }) => input_ids),
        );
        const alone: number[] = [];
        for (const text of prepared) alone.push((await scorer.score([text]))[0]![0]!);
        const short = prepared.filter(({ tokens }) => tokens < 150);
        const together = await scorer.score(short);
        for (const [index, { id, logits }] of cases.entries()) {
          expect(Math.abs(alone[index]! - logits.q4), `${id} alone`).toBeLessThanOrEqual(tolerance.q4);
          const place = short.indexOf(prepared[index]!);
          if (place < 0) continue;
          expect(Math.abs(together[place]![0]! - logits.q4), `${id} in a batch`).toBeLessThanOrEqual(
            tolerance.q4,
          );
        }
      });
    },
  );
});
