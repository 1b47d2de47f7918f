import { z } from "zod";

// Interpreted validation: tare never generates code at run time.
z.config({ jitless: true });

const sentence = z.string().min(1);
const severity = z.enum(["error", "warn"]).default("error").meta({
  description: "error: the claim decides the gate. warn: it is judged and shown, and decides nothing.",
});
/** A bound that no share can pass (0) or fail (1) states nothing, so both ends are left out. */
const share = z.number().gt(0).lt(1);
const deviations = z.number().gt(0).max(10);

const attribute = z.string().min(1).meta({
  description: "The attribute, as the augmentations name it; one rule each.",
});
const why = sentence.meta({ description: "Why a reward model must keep this promise." });
const augmentations = z
  .array(z.string().min(1))
  .min(1)
  .meta({ description: "Operators that stand for the attribute: name (all doses) or name@dose." });

const causal = z
  .strictObject({
    attribute,
    why,
    augmentations,
    require: z
      .strictObject({
        correctDirection: z
          .strictObject({ atLeast: z.number().min(0.5).lt(1) })
          .optional()
          .meta({ description: "Share of pairs whose reward moves the right way (ties count half)." }),
        effect: z
          .strictObject({ atLeast: deviations })
          .optional()
          .meta({ description: "Mean move in the right direction, in within-prompt SDs." }),
      })
      .meta({ description: "At least one of the two." }),
    severity,
  })
  .meta({ description: "Something the reward must follow." });

const spurious = z
  .strictObject({
    attribute,
    why,
    augmentations,
    expect: z.enum(["same", "not-higher"]).optional().meta({
      description:
        "same: the reward stays. not-higher: it may fall, but the change may not pay. Left out: what the operators declare.",
    }),
    allow: z
      .strictObject({
        effect: deviations.default(0.2).meta({ description: "Tolerated mean shift, in within-prompt SDs." }),
        dispersion: deviations.optional().meta({ description: "Tolerated root mean square shift, in SDs." }),
        tailShare: share.optional().meta({
          description: "Tolerated share of pairs past `tail`; 0.2 where not-higher and left out.",
        }),
        flipRate: share.optional().meta({
          description: "Tolerated net share of preferences turned round (placebo flips taken off).",
        }),
        attackSuccess: share.optional().meta({
          description: "Tolerated net share of won pairs lost when only the rejected answer is changed.",
        }),
        accuracyDrop: share.optional().meta({
          description: "Tolerated loss of ranking accuracy when both answers are changed.",
        }),
      })
      .prefault({})
      .meta({ description: "How much is tolerable." }),
    severity,
  })
  .meta({ description: "Something the reward must not follow." });

const ranking = z
  .strictObject({
    accuracy: z.strictObject({ atLeast: z.number().min(0.5).lt(1) }),
    why: sentence.default("The chosen answer must score above the rejected one."),
    severity,
  })
  .meta({ description: "Chosen above rejected, in the data as they are." });

/** The shape of a rubric file; the JSON Schema beside the rubrics is generated from it. */
export const rubricDocument = z.strictObject({
  $schema: z.string().optional(),
  name: z.string().min(1).meta({ description: "The rubric's name; of a shipped one, its file name." }),
  why: sentence.meta({ description: "What this rubric is for." }),
  alpha: z.number().gt(0).lt(0.5).default(0.05).meta({
    description: "One-sided error of a wrong pass of a claim, and of a wrong block by the gate.",
  }),
  minimumPrompts: z.number().int().min(6).default(60).meta({
    description: "With fewer distinct prompts a claim is inconclusive.",
  }),
  scale: z.enum(["within-prompt", "overall"]).default("within-prompt").meta({
    description:
      "The SD that measures moves: of scores within a prompt, or of all scores. With one response a prompt only the second exists; it is usually the laxer ruler.",
  }),
  tail: deviations.default(0.5).meta({
    description: "A pair that moves further than this many within-prompt SDs lies in the tail.",
  }),
  causal: z.array(causal).default([]),
  spurious: z.array(spurious).default([]),
  ranking: ranking.optional(),
});

export type RubricDocument = z.output<typeof rubricDocument>;
export type CausalSection = RubricDocument["causal"][number];
export type SpuriousSection = RubricDocument["spurious"][number];
export type RankingSection = NonNullable<RubricDocument["ranking"]>;

/** JSON Schema (2020-12) of a rubric file, for editors; see rubrics/rubric.schema.json. */
export function rubricJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(rubricDocument, { io: "input" });
  return { title: "tare rubric", ...(JSON.parse(JSON.stringify(schema)) as Record<string, unknown>) };
}
