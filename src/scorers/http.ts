import { defineScorer, type Scorer, type ScorerOptions } from "../contract.js";
import { discover } from "../discover.js";
import type { NamedProtocol, Protocol } from "./http/protocol.js";
import { openRenderer } from "./http/render.js";
import { openSender } from "./http/request.js";
import { buildScorer } from "./http/scorer.js";
import { OPTIONS, parseSpec } from "./http/spec.js";

const PROTOCOLS: readonly NamedProtocol[] = (
  await discover(new URL("./http/protocols/", import.meta.url))
).map(({ name, declared }) => ({ ...(declared as Protocol), name }));

async function open(spec: string, options: ScorerOptions): Promise<Scorer> {
  const parsed = parseSpec(spec, PROTOCOLS);
  const renderer = await openRenderer(parsed, options.cwd);
  const sender = openSender(parsed, process.env.TARE_HTTP_TOKEN || undefined);
  try {
    const { model, options: own } = parsed;
    const connection = await parsed.protocol.connect({ model, options: own, send: sender.send });
    return await buildScorer(parsed, renderer, connection, sender);
  } catch (error) {
    sender.close();
    throw error;
  }
}

const optionLine = ([name, means]: [string, string]): string => `${`${name}=`.padEnd(14)}${means}`;

const details = [
  ...PROTOCOLS.map(({ name, summary }) => `${name.padEnd(17)}${summary}`),
  "",
  "Options follow the model's name: #MODEL&OPTION=VALUE, or #OPTION=VALUE without a name.",
  ...Object.entries(OPTIONS).map(optionLine),
  ...PROTOCOLS.flatMap(({ name, options }) =>
    Object.entries(options).map((option) => `${optionLine(option)} (${name})`),
  ),
  "",
  "How a conversation becomes the text that is sent must be said: tokenizer=DIR, or render=. tei-predict sends pairs unasked.",
  "TARE_HTTP_TOKEN, if set, is sent as a bearer token; it is stored and shown nowhere. Redirects are not followed.",
  "Sixteen short texts are asked for first, and three of them again, to see the heads, the order and an activation.",
  "A stored score belongs to protocol, address, model name and rendering. Weights changed behind the same address are",
  "not seen: tare score --no-cache compares them with what is stored; give a new --db to weigh them.",
];

export default defineScorer({
  summary: "A served model: vLLM, Text Embeddings Inference, OpenRLHF, SGLang, KServe or Triton.",
  details,
  usage:
    "http:PROTOCOL+URL[#MODEL][&OPTION=VALUE], as in http:vllm-classify+http://127.0.0.1:8000#my-rm&tokenizer=./my-rm",
  open,
});
