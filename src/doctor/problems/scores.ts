import type { ProblemKind } from "../problem.js";
import type { ScoreFacts } from "../score-facts.js";

/** Fewer scores than this lie between 0 and 1 by chance. */
const ENOUGH = 10;

const isConstant = ({ lowest, highest }: ScoreFacts) => lowest === highest;
const figure = (value: number) => String(Number(value.toPrecision(4)));

/** What the scores of the data's own responses tell. */
export const SCORE_PROBLEMS: Readonly<Record<string, ProblemKind>> = {
  "head-unchosen": {
    severity: "warning",
    means: "The model has several heads and none was chosen as the reward; a run refuses this.",
    fix: "Choose with --head (a name, an index or a weighted sum).",
    find: ({ reward, identity }) =>
      reward === null ? `${identity.heads.length} heads: ${identity.heads.join(", ")}` : undefined,
  },
  "constant-scores": {
    severity: "warning",
    means: "Every response of the data has the same score.",
    fix: "A softmax over one logit is always 1: export raw logits. Else the model reads nothing of the text.",
    find: ({ scores }) =>
      scores !== null && scores.texts >= ENOUGH && isConstant(scores)
        ? `all ${scores.texts} scores are ${figure(scores.lowest)}`
        : undefined,
  },
  activated: {
    severity: "warning",
    means: "All scores lie between 0 and 1, as after a sigmoid or softmax; such rewards saturate.",
    fix: "Export or serve raw logits, unless the model was trained to give rewards between 0 and 1.",
    find: ({ scores }) => {
      if (scores?.raw == null || scores.texts < ENOUGH || isConstant(scores)) return undefined;
      const { lowest, highest } = scores.raw;
      if (lowest < 0 || highest > 1) return undefined;
      return `all ${scores.texts} scores lie between ${figure(lowest)} and ${figure(highest)}`;
    },
  },
  "wrong-sign": {
    severity: "warning",
    means: "Chosen responses score below rejected ones on most of the data, beyond chance.",
    fix: "If lower is better with this model, say --negate (or choose another --head). Else look at its template and labels.",
    fixFor: ({ reward }) =>
      reward?.every(({ weight }) => weight < 0)
        ? "The sign is turned already (--negate, or a minus in --head): if higher is better with this model, leave that out. Else look at its template and labels."
        : undefined,
    find: ({ scores }) => {
      const order = scores?.order;
      if (order == null || order.upper === null || order.upper >= 0.5) return undefined;
      const [share, low, high] = [order.share, order.lower!, order.upper].map((value) =>
        Math.round(100 * value),
      );
      return `chosen above rejected in ${share} % [${low}, ${high}] of ${order.items} items`;
    },
  },
  "few-scores": {
    severity: "note",
    means: "Many different texts have the same score.",
    fix: "Coarse numbers (float16 of large scores, quantising) make ties; take a finer dtype where there is one.",
    find: ({ scores }) =>
      scores !== null && scores.texts >= ENOUGH && !isConstant(scores) && scores.distinct <= scores.texts / 2
        ? `${scores.texts} texts have ${scores.distinct} different scores`
        : undefined,
  },
};
