import { z } from "zod";
import { logits, requireCount, shaped } from "../answer.js";
import { defineProtocol, textsOf } from "../protocol.js";

const answer = z.array(z.object({ embedding: logits }));

export default defineProtocol({
  summary: "SGLang, POST /classify: raw scores come in `embedding`",
  needsModel: false,
  renderings: ["template", "plain", "response"],
  options: {},
  connect: ({ model, send }) => ({
    score: (batch) =>
      send("/classify", { model, text: textsOf(batch) }, (found) => ({
        rows: requireCount(shaped(answer, found), batch.length).map(({ embedding }) => embedding),
      })),
  }),
});
