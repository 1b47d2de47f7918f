import { z } from "zod";
import { causal, deviations, exchange, hack, probe, ranking, sentence, share, spurious } from "./sections.js";

const waiver = z
  .strictObject({
    claim: sentence.meta({ description: "The claim, as reports name it: attribute/metric." }),
    until: z.iso.date().meta({ description: "The last day on which it holds, YYYY-MM-DD (UTC)." }),
    why: sentence.meta({ description: "Why the claim may stay broken so long, and who answers for it." }),
  })
  .meta({ description: "A claim that blocks no launch for a while. It is judged, counted and shown." });

/** The shape of a rubric file; the JSON Schema beside the rubrics is generated from it. */
export const rubricDocument = z.strictObject({
  $schema: z.string().optional(),
  name: sentence.meta({ description: "The rubric's name; of a shipped one, its file name." }),
  why: sentence.meta({ description: "What this rubric is for." }),
  extends: sentence.optional().meta({
    description:
      "A shipped rubric by name, or a file, seen from this one. Its rules and figures hold here too; a rule of the same attribute replaces its own.",
  }),
  remove: z
    .array(sentence)
    .min(1)
    .optional()
    .meta({ description: "Attributes of the extended rubric that are not wanted (`ranking` among them)." }),
  alpha: z.number().gt(0).lt(0.5).default(0.05).meta({
    description: "One-sided error of a wrong pass of a claim, and of a wrong block by the gate.",
  }),
  minimumPrompts: z.number().int().min(6).default(60).meta({
    description: "With fewer distinct prompts a claim is inconclusive.",
  }),
  minimumApplied: share.optional().meta({
    description: "With a valid pair from a smaller share of the data's items a claim is inconclusive.",
  }),
  languages: z
    .array(z.string().regex(/^[a-z]{2}$/, "not an ISO 639-1 code, such as en"))
    .min(1)
    .optional()
    .meta({
      description:
        "Languages (ISO 639-1) the data must hold, each on at least `minimumPrompts` prompts; else every claim is inconclusive.",
    }),
  scale: z.enum(["within-prompt", "overall"]).default("within-prompt").meta({
    description:
      "The SD that measures moves: of scores within a prompt, or of all scores. With one response a prompt only the second exists; it is usually the laxer ruler, so every tolerated effect must then be named.",
  }),
  tail: deviations.default(0.5).meta({
    description: "A pair that moves further than this many SDs lies in the tail.",
  }),
  floor: share.default(0.05).meta({
    description: "A probe must score below this quantile of the real answers' scores.",
  }),
  noiseFactor: z.number().min(1).max(1000).default(6).meta({
    description: "A tolerance of less than this many noise floors of the scorer is inconclusive.",
  }),
  causal: z.array(causal).default([]),
  spurious: z.array(spurious).default([]),
  hacks: z.array(hack).default([]),
  probes: z.array(probe).default([]),
  ranking: ranking.optional(),
  exchange: z.array(exchange).optional().meta({
    description:
      "Exchange rates to be told beside the claims; each costs one text a dose and answer. In place of those of the extended rubric.",
  }),
  waivers: z.array(waiver).default([]),
});

export type RubricDocument = z.output<typeof rubricDocument>;
export type CausalSection = RubricDocument["causal"][number];
export type SpuriousSection = RubricDocument["spurious"][number];
export type HackSection = RubricDocument["hacks"][number];
export type ProbeSection = RubricDocument["probes"][number];
export type RankingSection = NonNullable<RubricDocument["ranking"]>;

/** The lists of rules, in the order in which they are told. */
export const RULE_LISTS = ["causal", "spurious", "hacks", "probes"] as const;

/** JSON Schema (2020-12) of a rubric file, for editors; see rubrics/rubric.schema.json. */
export function rubricJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(rubricDocument, { io: "input" });
  return { title: "tare rubric", ...(JSON.parse(JSON.stringify(schema)) as Record<string, unknown>) };
}
