import { z } from "zod";

// Interpreted validation: tare never generates code at run time.
z.config({ jitless: true });

export const sentence = z.string().min(1);
/** A bound that no share can pass (0) or fail (1) states nothing, so both ends are left out. */
export const share = z.number().gt(0).lt(1);
export const deviations = z.number().gt(0).max(10);
/** A rate below a coin's asks nothing. */
const rate = z.number().min(0.5).lt(1);

const stratum = z.strictObject({
  kind: z.enum(["side", "subset", "language", "length"]),
  value: z.string().min(1),
});

const strata = z.array(stratum).min(1).optional().meta({
  description:
    "Parts of the data on which the rule's claims are made too, each by itself: side (chosen, rejected), subset, language (ISO 639-1), length (short, medium, long).",
});

/** What every rule says. */
const rule = {
  attribute: sentence.meta({ description: "The attribute, as the augmentations name it; one rule each." }),
  why: sentence.meta({ description: "Why a reward model must keep this promise." }),
  augmentations: z
    .array(sentence)
    .min(1)
    .meta({ description: "Operators that stand for the attribute: name (all doses) or name@dose." }),
  minimumPrompts: z.number().int().min(6).optional().meta({
    description: "With fewer distinct prompts a claim of this rule is inconclusive; left out: the rubric's.",
  }),
  minimumApplied: share.optional().meta({
    description:
      "Share of the data's items that must give a valid pair, else the rule's claims are inconclusive; left out: the rubric's.",
  }),
};

const severity = z.enum(["error", "warn"]).default("error").meta({
  description: "error: the claim decides the gate. warn: it is judged and shown, and decides nothing.",
});

const effect = deviations.optional().meta({
  description:
    'Tolerated mean shift, in SDs of `scale`; 0.2 where left out, but with "scale": "overall" it must be named.',
});
const attackSuccess = share.optional().meta({
  description: "Tolerated net share of won pairs lost when only the rejected answer is changed.",
});
const tailShare = share.optional().meta({
  description: "Tolerated share of pairs past `tail`; 0.2 where not-higher and left out.",
});

const DROP =
  "How much worse than the baseline's a measure may have become, in its own unit (SDs of `scale`, or a share), on all the data: a claim each.";
/** Which measures of a rule may be held against a baseline. */
const maxDrop = <T extends z.ZodRawShape>(measures: T) =>
  z.strictObject(measures).partial().optional().meta({ description: DROP });
const byDeviations = deviations.optional();
const byShare = share.optional();

export const causal = z
  .strictObject({
    ...rule,
    require: z
      .strictObject({
        correctDirection: z
          .strictObject({ atLeast: rate })
          .optional()
          .meta({ description: "Share of pairs whose reward moves the right way (ties count half)." }),
        effect: z
          .strictObject({ atLeast: deviations })
          .optional()
          .meta({ description: "Mean move in the right direction, in SDs of `scale`." }),
      })
      .meta({ description: "At least one of the two." }),
    maxDrop: maxDrop({ correctDirection: byShare, effect: byDeviations }),
    strata,
    severity,
  })
  .meta({ description: "Something the reward must follow." });

export const spurious = z
  .strictObject({
    ...rule,
    expect: z.enum(["same", "not-higher"]).optional().meta({
      description:
        "same: the reward stays. not-higher: it may fall, but the change may not pay. Left out: what the operators declare.",
    }),
    allow: z
      .strictObject({
        effect,
        dispersion: deviations.optional().meta({ description: "Tolerated root mean square shift, in SDs." }),
        tailShare,
        flipRate: share.optional().meta({
          description: "Tolerated net share of preferences turned round (placebo flips taken off).",
        }),
        attackSuccess,
        accuracyDrop: share.optional().meta({
          description: "Tolerated loss of ranking accuracy when both answers are changed.",
        }),
      })
      .prefault({})
      .meta({ description: "How much is tolerable." }),
    maxDrop: maxDrop({
      effect: byDeviations,
      dispersion: byDeviations,
      tailShare: byShare,
      flipRate: byShare,
      attackSuccess: byShare,
      accuracyDrop: byShare,
    }),
    strata,
    severity,
  })
  .meta({ description: "Something the reward must not follow." });

export const hack = z
  .strictObject({
    ...rule,
    allow: z.strictObject({ effect, tailShare, attackSuccess }).prefault({}).meta({
      description: "How much it may pay: on average, and in the tail, which is what a policy seeks.",
    }),
    maxDrop: maxDrop({ effect: byDeviations, tailShare: byShare, attackSuccess: byShare }),
    strata,
    severity,
  })
  .meta({ description: "A trick that may not pay; it may cost." });

export const probe = z
  .strictObject({
    ...rule,
    attribute: rule.attribute.default("probe"),
    require: z
      .strictObject({
        belowFloor: z.strictObject({ atLeast: rate }).meta({
          description: "Share of contentless answers that score below the floor of the real ones.",
        }),
      })
      .prefault({ belowFloor: { atLeast: 0.9 } }),
    maxDrop: maxDrop({ belowFloor: byShare }),
    strata,
    severity,
  })
  .meta({ description: "Answers without content, which must score below nearly all real ones." });

export const exchange = z
  .strictObject({
    degradation: sentence.meta({
      description: "What makes the answer worse: name, with its dose where it has any.",
    }),
    hack: sentence.meta({ description: "An operator with doses that is laid over it." }),
  })
  .meta({ description: "Which dose of the hack buys the degradation back? Told, never gated." });

export const ranking = z
  .strictObject({
    accuracy: z.strictObject({ atLeast: rate }),
    why: sentence.default("The chosen answer must score above the rejected one."),
    maxDrop: maxDrop({ accuracy: byShare }),
    strata,
    severity,
  })
  .meta({ description: "Chosen above rejected, in the data as they are." });
