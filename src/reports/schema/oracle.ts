import { z } from "zod";
import { ORACLE_STEPS } from "../../contract.js";
import { count, known, words } from "./claim.js";

export const identity = z.object({
  kind: words,
  model: words,
  address: words.meta({ description: "Where it is served; empty where nothing is." }),
  files: z.record(z.string(), words).meta({ description: "File name -> SHA-256." }),
  note: words.meta({ description: "What a reader must know of who answers." }),
});

const step = z.object({
  step: z.enum(ORACLE_STEPS),
  version: z.int().meta({ description: "Of the prompt file." }),
  template: words.meta({ description: "Digest of the prompt file." }),
  asked: count,
  read: count,
  repaired: count.meta({ description: "Of those read: only after the model was told what was wrong." }),
  refused: count,
  truncated: count,
  unreadable: count,
});

const operator = z.object({
  operator: words,
  tried: count.meta({ description: "Items on which it was tried." }),
  verified: count.meta({ description: "Pairs that the verifier accepted, before the guards." }),
  refused: z.record(z.string(), count).meta({ description: "Reason -> those that did not come about." }),
  checked: count.meta({ description: "Those that the verifier read in both orders." }),
  agreement: known.meta({
    description: "Mean share of attributes on which it said the same in both orders.",
  }),
});

/** Who wrote and verified the oracle pairs of a run, and what came of it. */
export const oracle = z
  .object({
    oracle: identity,
    verifier: identity.nullable().meta({ description: "Null where the oracle verified its own pairs." }),
    steps: z.array(step),
    operators: z.array(operator),
    claimed: z.record(z.string(), z.array(words)).meta({
      description:
        "Attributes of the rubric -> the oracle operators that their claims rest on; no attribute that rests on rules alone.",
    }),
    calls: count,
    counted: count.meta({ description: "Calls whose tokens were counted: the sums are theirs." }),
    promptTokens: known,
    completionTokens: known,
    priced: count.meta({ description: "Calls that have a price." }),
    cost: known,
    seconds: z.number(),
    examples: z.array(z.object({ operator: words, item: words, reason: words, detail: words })),
  })
  .meta({ description: "Who wrote and verified the run's oracle pairs; absent where it has none." });
