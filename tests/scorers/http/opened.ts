import type { Scorer, Text } from "../../../src/contract.js";
import { textKey } from "../../../src/keys.js";
import http from "../../../src/scorers/http.js";
import { type Faults, type ModelServer, serve } from "./server.js";

/** Questions and answers of different length; every one is another text. */
export function texts(count: number): Text[] {
  return Array.from({ length: count }, (_, index) => ({
    messages: [
      { role: "user", content: `Question ${index}: how tall is tower ${index % 5}?` },
      ...(index % 4 === 3
        ? [
            { role: "assistant", content: "Which one?" },
            { role: "user", content: "The old one, “née” 塔." },
          ]
        : []),
    ],
    response: `It is ${20 + index} metres tall. ${"Very tall indeed. ".repeat(index % 7)}`.trim(),
  }));
}

export function score(scorer: Scorer, list: readonly Text[]): ReturnType<Scorer["score"]> {
  return scorer.score(list.map((text) => scorer.prepare(textKey(text), text)));
}

/** The usual model of each server, and a way to render that every one but TEI needs to be told. */
export const USUAL: Readonly<Record<string, string>> = {
  "vllm-classify": "#my-rm&render=plain",
  "vllm-pooling": "#my-rm&render=plain",
  "tei-predict": "",
  openrlhf: "#render=plain",
  "sglang-classify": "#render=plain",
  "kserve-v2": "#my-rm&render=plain&output=REWARD",
};

/** Starts a server, opens it as a scorer and closes both whatever happens. `more` is added to the spec. */
export async function withServer<T>(
  protocol: string,
  use: (scorer: Scorer, server: ModelServer) => Promise<T>,
  {
    faults = {},
    fragment = USUAL[protocol]!,
    more = "",
  }: { faults?: Faults; fragment?: string; more?: string } = {},
): Promise<T> {
  const server = await serve(protocol, faults);
  try {
    const joined = more === "" ? fragment : `${fragment === "" ? "#" : `${fragment}&`}${more}`;
    const scorer = await http.open(`${protocol}+${server.url}${joined}`, { cwd: "." });
    try {
      return await use(scorer, server);
    } finally {
      await scorer.close();
    }
  } finally {
    await server.close();
  }
}
