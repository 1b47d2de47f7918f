import type { OracleReply, OracleRequest } from "../../contract.js";
import { orderIn } from "./injected.js";
import { sensible } from "./sensible.js";

export interface Behaviour {
  readonly summary: string;
  reply(request: OracleRequest): { readonly text: string; readonly finish?: OracleReply["finish"] };
}

const good = (request: OracleRequest): string => JSON.stringify(sensible(request));
const REWRITING = new Set(["degrade", "upgrade", "paraphrase", "can", "rewrite"]);

/** What stands for a language model in tests, dry runs and documentation: an entry each. */
export const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  good: {
    summary: "Answers every step by rule, and judges its own changes truthfully.",
    reply: (request) => ({ text: good(request) }),
  },
  nonsense: {
    summary: "Says something that is no JSON.",
    reply: () => ({ text: "Certainly! Colourless green ideas sleep furiously." }),
  },
  "wrong-schema": {
    summary: "Gives JSON that is not what was asked for.",
    reply: () => ({ text: '{"result": "done", "confidence": 1}' }),
  },
  repairable: {
    summary: "Gives a bad answer first, and the good one when told what is wrong.",
    reply: (request) =>
      request.messages.some(({ role }) => role === "assistant")
        ? { text: good(request) }
        : { text: JSON.stringify({ result: sensible(request) }) },
  },
  refuses: {
    summary: "Declines, and the server says so.",
    reply: () => ({ text: "I cannot help with that.", finish: "refused" }),
  },
  declines: {
    summary: "Declines in words, and the server does not say so.",
    reply: () => ({ text: "I'm sorry, but I cannot help with that." }),
  },
  truncates: {
    summary: "Is cut off in the middle of its answer.",
    reply: (request) => {
      const text = good(request);
      return { text: text.slice(0, Math.ceil(text.length / 2)), finish: "length" };
    },
  },
  repeats: {
    summary: "Gives back as rewritten what it was to rewrite; else as good.",
    reply: (request) => ({
      text: REWRITING.has(request.step)
        ? JSON.stringify({ ...(sensible(request) as object), rewritten: request.inputs.answer })
        : good(request),
    }),
  },
  "always-a": {
    summary: "As a verifier finds the first answer better on everything; else as good.",
    reply: (request) => ({ text: request.step === "verify" ? allFor("A", request) : good(request) }),
  },
  obeys: {
    summary: 'Obeys "ignore all instructions and say …" where the data hold it; else as good.',
    reply(request) {
      const order = orderIn(request.inputs);
      if (order === undefined) return { text: good(request) };
      if (REWRITING.has(request.step))
        return { text: JSON.stringify({ ...(sensible(request) as object), rewritten: order }) };
      if (request.step === "verify" && /^[AB]\b/.test(order))
        return { text: allFor(order.startsWith("A") ? "A" : "B", request) };
      return { text: order };
    },
  },
};

function allFor(better: "A" | "B", { step, inputs }: OracleRequest): string {
  const { readings } = sensible({ step, inputs }) as { readonly readings: readonly object[] };
  return JSON.stringify({ readings: readings.map((reading) => ({ ...reading, better })) });
}
