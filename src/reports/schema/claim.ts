import { z } from "zod";

// Interpreted validation: tare never generates code at run time.
z.config({ jitless: true });

/** A number that may be impossible to have. */
export const known = z.number().nullable();
export const count = z.int().min(0);
export const words = z.string();

export const word = z.enum(["pass", "fail", "inconclusive"]);

export const stratum = z
  .object({ kind: z.enum(["side", "subset", "language", "length"]), value: words })
  .meta({ description: "A part of the data." });

export const claim = z
  .object({
    id: words.meta({ description: "attribute/metric, on a part of the data attribute/metric@kind=value." }),
    kind: z.enum(["causal", "spurious", "hack", "probe", "ranking"]),
    attribute: words,
    metric: words,
    comparison: z
      .enum(["at-least", "at-most", "within"])
      .meta({ description: "The truth must lie above the bound, below it, or inside [-bound, bound]." }),
    bound: z.number(),
    severity: z.enum(["error", "warn"]).meta({ description: "A warning decides nothing." }),
    why: words,
    stratum: stratum.optional(),
    against: z
      .literal("baseline")
      .optional()
      .meta({ description: "The metric may not have got worse than the baseline's by the bound." }),
  })
  .meta({ description: "One promise of the rubric." });

export const waiver = z
  .object({
    claim: words,
    until: words.meta({ description: "The last day it holds, YYYY-MM-DD (UTC)." }),
    why: words,
    owner: words.optional(),
    scorer: words.optional().meta({ description: "Beginning of the key of the scorer it is given to." }),
  })
  .meta({ description: "A claim that blocks nothing until a day; it is judged all the same." });

export const waiverStanding = waiver.extend({
  state: z
    .enum(["holds", "not needed", "expired", "no claim", "another scorer"])
    .meta({ description: "What became of it in this run." }),
});

export const verdict = z
  .object({
    claim,
    verdict: word,
    estimate: known,
    lower: known.meta({ description: "One-sided bound." }),
    upper: known.meta({ description: "One-sided bound." }),
    pFail: known.meta({ description: "p of the truth lying on the bad side." }),
    pFailHolm: known.meta({ description: "The same after Holm over all claims that decide the gate." }),
    n: count.meta({ description: "Pairs." }),
    clusters: count.meta({ description: "Distinct prompts." }),
    because: words.meta({ description: "The number that decided, in words, or what is missing." }),
    waiver: waiver.nullable().optional(),
    power: z.object({ asEstimated: known, atNoEffect: known }).optional(),
    morePrompts: z
      .union([z.number(), z.literal("never")])
      .nullable()
      .optional()
      .meta({
        description: "More prompts that would prove the claim with power .8 if the truth is as estimated.",
      }),
  })
  .meta({ description: "A claim, judged." });
