import type { Oracle, OracleReply, OracleRequest } from "../../../src/contract.js";
import { digestOf } from "../../../src/keys.js";

export interface FakeOracle extends Oracle {
  /** Every question that was put, in order. */
  readonly asked: OracleRequest[];
  /** The most questions that were open at once. */
  most(): number;
}

export type Answering = (
  request: OracleRequest,
  nth: number,
) => string | Partial<OracleReply> | Error | Promise<string | Partial<OracleReply>>;

/** An oracle in memory: answers as it is told, and keeps what it was asked. */
export function fakeOracle(
  answer: Answering,
  { concurrency = 4, address = "", model = "fake" } = {},
): FakeOracle {
  const identity = { kind: "fake", model, address, files: {}, note: "" };
  const asked: OracleRequest[] = [];
  let [open, most] = [0, 0];
  return {
    key: digestOf(identity),
    ...{ identity, concurrency, asked, most: () => most },
    async ask(request) {
      asked.push(request);
      most = Math.max(most, ++open);
      try {
        const said = await answer(request, asked.length);
        if (said instanceof Error) throw said;
        return { ...REPLY, ...(typeof said === "string" ? { text: said } : said) };
      } finally {
        open--;
      }
    },
    close: async () => {},
  };
}

const REPLY: OracleReply = {
  ...{ text: "", finish: "stop", servedModel: "fake-1" },
  ...{ promptTokens: 100, completionTokens: 20, attempts: 1, milliseconds: 7 },
};
