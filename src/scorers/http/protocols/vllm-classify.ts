import { z } from "zod";
import { inOrder, logits, requireCount, shaped } from "../answer.js";
import { defineProtocol } from "../protocol.js";
import { connectVllm } from "../vllm.js";

const answer = z.object({
  data: z.array(z.object({ index: z.number().int().optional(), probs: logits })),
});

export default defineProtocol({
  summary: "vLLM, POST /classify: raw logits come in `probs`",
  needsModel: true,
  renderings: ["template", "messages", "plain", "response"],
  options: {},
  connect: (server) =>
    connectVllm(server, "/classify", (found, sent) =>
      inOrder(requireCount(shaped(answer, found).data, sent)).map(({ probs }) => probs),
    ),
});
