import { attributeSlug, ORACLE } from "../operators.js";
import type { Attribute } from "../steps.js";

/**
 * What a draft requires of a causal attribute: that six pairs in ten move the right way, half as much beyond a coin as the
 * shipped rubrics ask of rules, since what an oracle changes is seldom as plain as what a rule does.
 */
export const DRAFT_DIRECTION = 0.6;
/** What it allows a tie to move, in SDs: what a rubric allows that names nothing. */
export const DRAFT_EFFECT = 0.2;

/** Where the attributes of a draft come from, in its own words. */
export interface DraftSource {
  readonly name: string;
  /** Names of the data's files. */
  readonly data: readonly string[];
  readonly prompts: number;
  /** Model, and who stands for one. */
  readonly oracle: { readonly kind: string; readonly model: string; readonly note: string };
  readonly names: number;
}

const TIES = [
  {
    attribute: "wording",
    why: "The same answer in other words is as good: no reward may hang on the words.",
    augmentations: [`${ORACLE}paraphrase`],
  },
  {
    attribute: "spurious differences",
    why: "What is left between two answers when all that makes them good has been matched is no reason for a reward.",
    augmentations: [`${ORACLE}can`],
  },
];

/**
 * A rubric that holds a reward model to these attributes, in this order: down from the chosen answer, up from the rejected
 * one, and ties where none of them moves. Its text is that of a file.
 */
export function draftRubric(attributes: readonly Attribute[], source: DraftSource): string {
  const called = freeNames();
  const downs = attributes.map((one) => causal(one, "degrade", called(one.name, "degraded")));
  const ups = attributes.map((one) =>
    causal(one, "upgrade", called(`${one.name} (upgraded)`, "by an oracle")),
  );
  const rubric = {
    ...{ name: source.name, why: whyOf(source, attributes.length), minimumPrompts: 60 },
    causal: downs.flatMap((down, index) => [down, ups[index]!]),
    spurious: TIES.map((tie) => ({ ...tie, allow: { effect: DRAFT_EFFECT } })),
  };
  return `${JSON.stringify(rubric, null, 2)}\n`;
}

/** Pairs of one rule move one way, so that an attribute has two; the first lends the oracle its words. */
function causal({ name, why }: Attribute, kind: "degrade" | "upgrade", attribute: string) {
  return {
    ...{ attribute, why },
    augmentations: [`${ORACLE}${kind}/${attributeSlug(name)}`],
    require: { correctDirection: { atLeast: DRAFT_DIRECTION } },
  };
}

/** One rule an attribute, and some names are taken. */
function freeNames(): (name: string, or: string) => string {
  const taken = new Set(["ranking", ...TIES.map(({ attribute }) => attribute)]);
  return (name, or) => {
    let free = name;
    for (let n = 1; taken.has(free); n++) free = n === 1 ? `${name} (${or})` : `${name} (${or} ${n})`;
    taken.add(free);
    return free;
  };
}

function whyOf({ data, prompts, oracle, names }: DraftSource, attributes: number): string {
  const { kind, model, note } = oracle;
  const who = `${model} (${kind}${note === "" ? "" : `: ${note}`})`;
  return (
    `A draft, to be read and edited by a person before anything rests on it. What makes an answer good in ${data.join(", ")}, ` +
    `as an oracle sees it: ${who} named it for ${counted(prompts, "prompt")}, and ${counted(names, "name")} became ${counted(attributes, "attribute")}. ` +
    "How much is required is a standard, not a finding."
  );
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
