import { z } from "zod";
import { oneOrMore, requireCount, shaped } from "../answer.js";
import { defineProtocol, type Rendered } from "../protocol.js";

const answer = z.array(z.array(z.object({ label: z.string(), score: oneOrMore })).min(1));

/** A batch is a list of lists; a flat pair of strings would be a single pair (TEI router/src/http/types.rs). */
function inputOf(text: Rendered): string[] {
  if (text.kind === "pair") return [text.prompt, text.response];
  return text.kind === "text" ? [text.text] : [];
}

/** LABEL_2 before LABEL_10. */
function byLabel(a: string, b: string): number {
  const [first, second] = [a, b].map((label) => Number(/\d+$/.exec(label)?.[0] ?? Number.NaN));
  return first! - second! || (a < b ? -1 : 1);
}

export default defineProtocol({
  summary: "Text Embeddings Inference, POST /predict with raw_scores; prompt and response as a pair",
  needsModel: false,
  renderings: ["pair", "template", "plain", "response"],
  options: {
    truncate: "yes: the server may cut long texts, uncounted; without it they are an error",
  },
  connect: ({ options, send }) => ({
    score: (batch) =>
      send(
        "/predict",
        { inputs: batch.map(inputOf), raw_scores: true, truncate: options.get("truncate") === "yes" },
        (found) => {
          const texts = requireCount(shaped(answer, found), batch.length);
          // The predictions of a text come sorted by score: only the label says which head is which.
          const heads = texts[0]!.map(({ label }) => label).sort(byLabel);
          const rows = texts.map((predictions) => {
            const scores = new Map(predictions.map(({ label, score }) => [label, score[0]!]));
            if (scores.size !== heads.length || heads.some((label) => !scores.has(label)))
              throw new Error("the texts have different labels");
            return heads.map((label) => scores.get(label)!);
          });
          return { rows, heads };
        },
      ),
  }),
});
