/** The answers of model servers, written after their own sources and documents; scores come from `rewardOf`. */

/** What came in, and how this server is set up. */
export interface Asked {
  readonly path: string;
  // biome-ignore lint/suspicious/noExplicitAny: JSON of six protocols
  readonly body: any;
  readonly heads: number;
  readonly activated: boolean;
}

export interface Answer {
  readonly status: number;
  readonly json: unknown;
}

const ok = (json: unknown): Answer => ({ status: 200, json });
const refused = (status: number, message: string): Answer => ({ status, json: { error: { message } } });

/** The reward of a string: its length and its first letters decide, within about ±30. */
export function rewardOf(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = (sum * 31 + text.charCodeAt(at)) % 60_013;
  return sum / 1000 - 30;
}

/** A pair is read as a model reads it: both segments, and which is which. */
export function pairReward(prompt: string, response: string): number {
  return rewardOf(`${prompt}\u0001${response}`);
}

/** Head h of a text with reward r. */
export function headOf(reward: number, head: number): number {
  return reward + 100 * head;
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

function scoresOf(reward: number, { heads, activated }: Asked): number[] {
  const raw = Array.from({ length: heads }, (_, head) => headOf(reward, head));
  if (!activated) return raw;
  return heads === 1
    ? raw.map((value) => sigmoid(value))
    : raw.map((value) => Math.exp(value) / raw.reduce((sum, one) => sum + Math.exp(one), 0));
}

/** A template of its own, as the served model's tokenizer would hold it. */
export function serverTemplate(messages: readonly { role: string; content: string }[]): string {
  return messages.map(({ role, content }) => `<|${role}|>${content}</s>`).join("");
}

/** vLLM: `input` is a string or a list; `messages` is one conversation; an activation unless it is declined. */
function vllm(asked: Asked, field: "probs" | "data"): Answer {
  const { body } = asked;
  if (body.model !== "my-rm") return refused(404, `The model \`${body.model}\` does not exist.`);
  const texts: string[] = body.messages === undefined ? [body.input].flat() : [serverTemplate(body.messages)];
  const activated = asked.activated || body.use_activation !== false;
  const data = texts.map((text, index) => {
    const scores = scoresOf(rewardOf(text), { ...asked, activated });
    return field === "probs"
      ? { index, label: "LABEL_0", probs: scores, num_classes: scores.length }
      : { index, object: "pooling", data: scores };
  });
  return ok({ id: "pool-1", object: "list", created: 1, model: "my-rm", data, usage: { prompt_tokens: 9 } });
}

/** TEI: a flat list of strings is one text or one pair; a text's predictions come sorted by score, highest first. */
function tei(asked: Asked): Answer {
  const { inputs, raw_scores } = asked.body;
  const predict = (parts: string[]) => {
    const reward = parts.length === 2 ? pairReward(parts[0]!, parts[1]!) : rewardOf(parts[0]!);
    return scoresOf(reward, { ...asked, activated: asked.activated || raw_scores !== true })
      .map((score, head) => ({ score, label: `LABEL_${head}` }))
      .sort((a, b) => b.score - a.score);
  };
  if (typeof inputs === "string") return ok(predict([inputs]));
  if (typeof inputs[0] === "string") return ok(predict(inputs));
  if (inputs.length > 32)
    return {
      status: 413,
      json: { error: "batch size > maximum allowed batch size 32", error_type: "Validation" },
    };
  return ok(inputs.map(predict));
}

function sglang(asked: Asked): Answer {
  const { text } = asked.body;
  const one = (content: string) => ({
    embedding: scoresOf(rewardOf(content), asked),
    meta_info: { prompt_tokens: 9 },
  });
  return ok(Array.isArray(text) ? text.map(one) : one(text));
}

function openrlhf(asked: Asked): Answer {
  const rows = asked.body.query.map((text: string) => scoresOf(rewardOf(text), asked));
  return ok({ rewards: asked.heads === 1 ? rows.flat() : rows });
}

const METADATA = {
  name: "my-rm",
  versions: ["1"],
  platform: "ensemble",
  inputs: [{ name: "TEXT", datatype: "BYTES", shape: [-1, 1] }],
  outputs: [
    { name: "LENGTH", datatype: "INT64", shape: [-1, 1] },
    { name: "REWARD", datatype: "FP32", shape: [-1, 1] },
  ],
};

function kserve(asked: Asked): Answer {
  if (asked.body === undefined) return ok(METADATA);
  const { inputs, outputs } = asked.body;
  const [{ name, datatype, shape, data }] = inputs;
  if (name !== "TEXT" || datatype !== "BYTES" || shape.join() !== `${data.length},1`)
    return refused(400, "unexpected shape for input 'TEXT'");
  const rewards = data.flatMap((text: string) => scoresOf(rewardOf(text), asked));
  const all = [
    {
      name: "LENGTH",
      datatype: "INT64",
      shape: [data.length, 1],
      data: data.map((text: string) => text.length),
    },
    { name: "REWARD", datatype: "FP32", shape: [data.length, asked.heads], data: rewards },
  ];
  const wanted = outputs?.map((output: { name: string }) => output.name) ?? ["LENGTH", "REWARD"];
  return ok({ model_name: "my-rm", outputs: all.filter((output) => wanted.includes(output.name)) });
}

/** Which server answers at which path. */
export function answerAt(asked: Asked, protocol: string): Answer {
  const { path } = asked;
  if (protocol === "vllm-classify" && path === "/classify") return vllm(asked, "probs");
  if (protocol === "vllm-pooling" && path === "/pooling") return vllm(asked, "data");
  if (protocol === "tei-predict" && path === "/predict") return tei(asked);
  if (protocol === "sglang-classify" && path === "/classify") return sglang(asked);
  if (protocol === "openrlhf" && path === "/get_reward") return openrlhf(asked);
  if (protocol === "kserve-v2" && /^\/v2\/models\/my-rm(\/infer)?$/.test(path)) return kserve(asked);
  return { status: 404, json: { detail: "Not Found" } };
}
