import { z } from "zod";
import { oneOrMore, requireCount, shaped } from "../answer.js";
import { defineProtocol, textsOf } from "../protocol.js";

const answer = z.object({ rewards: z.array(oneOrMore) });

export default defineProtocol({
  summary: "OpenRLHF, POST /get_reward: the endpoint that --remote_rm_url calls",
  needsModel: false,
  renderings: ["template", "plain", "response"],
  options: {},
  connect: ({ send }) => ({
    score: (batch) => {
      // Servers of one's own read `prompts` too, as the trainer sends them; OpenRLHF's own (openrlhf/cli/serve_rm.py) only `query`.
      const prompts = batch.map((text) => (text.kind === "text" ? text.prompt : ""));
      return send("/get_reward", { query: textsOf(batch), prompts }, (found) => ({
        rows: requireCount(shaped(answer, found).rewards, batch.length),
      }));
    },
  }),
});
