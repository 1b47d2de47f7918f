import { type Connection, type Server, textsOf } from "./protocol.js";

/** Its name changed over the releases (softmax, then activation, then use_activation); each ignores the others. */
const RAW = { use_activation: false, activation: false, softmax: false };

/**
 * Requests of vLLM's pooling entry points (vllm/entrypoints/pooling): `input` takes a list of strings, and the server adds
 * its special tokens; `messages` takes one conversation a request, which the server renders by the model's own template.
 */
export function connectVllm(
  { model, send }: Server,
  path: string,
  read: (answer: unknown, sent: number) => readonly (readonly number[])[],
): Connection {
  const ask = (fields: object, sent: number) =>
    send(path, { model, ...fields, ...RAW }, (answer) => read(answer, sent));
  const one = (messages: unknown) => ask({ messages, add_generation_prompt: false }, 1);
  return {
    score: async (batch) => {
      const conversations = batch.flatMap((text) => (text.kind === "messages" ? [text.messages] : []));
      const rows =
        conversations.length > 0
          ? (await Promise.all(conversations.map(one))).flat()
          : await ask({ input: textsOf(batch) }, batch.length);
      return { rows };
    },
  };
}
