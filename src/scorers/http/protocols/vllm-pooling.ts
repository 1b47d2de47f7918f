import { z } from "zod";
import { inOrder, logits, requireCount, shaped } from "../answer.js";
import { defineProtocol } from "../protocol.js";
import { connectVllm } from "../vllm.js";

const answer = z.object({
  data: z.array(
    z.object({ index: z.number().int().optional(), data: z.union([logits, z.array(logits).min(1)]) }),
  ),
});

/** A reward model that pools the last token gives one vector, perhaps in a list of one; one that does not gives a vector a token. */
function pooled(data: readonly number[] | readonly (readonly number[])[]): readonly number[] {
  const vectors = data.map((entry) => (typeof entry === "number" ? undefined : entry));
  if (vectors[0] === undefined) return data as readonly number[];
  if (vectors.length === 1) return vectors[0];
  throw new Error(
    `a text has ${vectors.length} vectors, one a token: serve the model with pooling type LAST`,
  );
}

export default defineProtocol({
  summary: "vLLM, POST /pooling: raw logits come in `data`",
  needsModel: true,
  renderings: ["template", "messages", "plain", "response"],
  options: {},
  connect: (server) =>
    connectVllm(server, "/pooling", (found, sent) =>
      inOrder(requireCount(shaped(answer, found).data, sent)).map(({ data }) => pooled(data)),
    ),
});
