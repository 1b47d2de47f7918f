import { z } from "zod";
import { count, words } from "./claim.js";

export const training = z
  .object({
    exports: z.array(
      z.object({
        file: words,
        at: words.meta({ description: "When it was written; empty where a file does not say." }),
        origin: z
          .enum(["augment", "trained-on"])
          .meta({ description: "From the database's ledger, or a file that was named." }),
        items: count,
        prompts: count,
        pairs: count.meta({ description: "Pairs of the run that were exported as they are." }),
        leftOut: count.meta({ description: "Items that were left out of the run." }),
      }),
    ),
    items: count.meta({ description: "Distinct ones over all exports." }),
    prompts: count,
    inFamily: z.array(words).meta({ description: "Gated operators of which pairs were exported." }),
    heldOut: z.array(words).meta({ description: "Gated operators that were held out of exports." }),
  })
  .meta({ description: "What of the data was exported for training." });

export const leftAlone = z
  .object({
    kind: z.enum(["reasoning", "system prompt", "tool calls"]),
    items: count,
    kept: count.meta({ description: "Pairs in which it stands as it was." }),
    replaced: count.meta({ description: "Pairs in which it went with the whole answer." }),
    refused: count.meta({ description: "Pairs that were refused since it was touched." }),
  })
  .meta({ description: "What operators left alone." });
