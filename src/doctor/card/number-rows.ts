import { count } from "../../reports/layout/words.js";
import { shorten } from "../../reports/layout/wrap.js";
import { nameReward, type Reward, rewardNoise } from "../../scoring/reward.js";
import type { DataFacts } from "../data-facts.js";
import type { ModelFacts, PlacedNodes } from "../facts.js";
import type { ReferenceFacts } from "../reference/compare.js";
import { matches } from "../reference/compare.js";
import type { OrderFacts, ScoreFacts } from "../score-facts.js";
import type { SweepRow } from "../sweep.js";
import type { Row } from "./model-rows.js";
import { percent, score, small } from "./words.js";

const LONGEST_SAMPLE = 60;
const SHOWN_OPERATORS = 8;

export function sampleRows({ samples, identity }: ModelFacts): Row[] {
  return samples.map(({ prompt, response, logits }): Row => {
    const scores = logits.map((logit, head) =>
      identity.heads.length === 1 ? score(logit) : `${identity.heads[head]} ${score(logit)}`,
    );
    return [
      scores.length === 1 ? scores[0]! : "",
      `${shorten(`${prompt} → ${response}`, LONGEST_SAMPLE)}${scores.length === 1 ? "" : `: ${scores.join(", ")}`}`,
    ];
  });
}

export function dataRows({ items, of, texts, tokens, cut, refused }: DataFacts): Row[] {
  return [
    ["looked at", `${items} of ${of} items, ${texts} texts`],
    ["tokens", `median ${tokens.median}, longest ${tokens.longest}`],
    [
      "cut",
      `${cut.texts} texts (${percent(cut.texts / Math.max(1, texts))}), at most ${cut.most} tokens of one`,
    ],
    ...(refused.texts === 0 ? [] : [["refused", `${refused.texts} texts`] satisfies Row]),
  ];
}

export function scoreRows({ lowest, highest, distinct, texts, order }: ScoreFacts): Row[] {
  return [
    ["scores", `${score(lowest)} to ${score(highest)}, ${distinct} different of ${texts}`],
    ["order", order === null ? "no chosen and rejected responses" : orderWords(order)],
  ];
}

function orderWords({ share, lower, upper, items }: OrderFacts): string {
  const bounds =
    lower === null || upper === null
      ? "too few prompts for bounds"
      : `[${percent(lower)}, ${percent(upper)}]`;
  return `chosen above rejected in ${percent(share)} ${bounds} of ${items} items`;
}

export function noiseRows({ noise, reward, identity, onCpu }: ModelFacts): Row[] {
  if (noise === null) return [];
  const combined = (floors: readonly number[]) => floorWords(floors, reward);
  const name = reward === null ? "the noisiest head" : nameReward(reward, identity.heads);
  return [
    ["noise floor", `${combined(noise.floor)} (${name}, ${noise.texts} texts)`],
    [
      "its parts",
      `again ${combined(noise.repeat)}, in batches ${combined(noise.batched)}, padded ${combined(noise.padded)}`,
    ],
    ...(noise.cause === "" ? [] : [["cause", noise.cause] satisfies Row]),
    ...(onCpu === null
      ? []
      : [
          [
            "off the CPU",
            `at most ${small(onCpu.difference)} (${onCpu.head}, ${onCpu.texts} texts)`,
          ] satisfies Row,
        ]),
  ];
}

function floorWords(floors: readonly number[], reward: Reward | null): string {
  return small(reward === null ? Math.max(...floors) : rewardNoise(reward, floors));
}

/** `CPUExecutionProvider  120 nodes: 40 MatMul, …`, the operators that take longest first. */
export function placementRows(placement: readonly PlacedNodes[]): Row[] {
  const providers = [...new Set(placement.map(({ provider }) => provider))];
  return providers.map((provider) => {
    const mine = placement.filter((place) => place.provider === provider);
    const nodes = mine.reduce((sum, place) => sum + place.nodes, 0);
    const named = [...mine].sort((a, b) => b.microseconds - a.microseconds).slice(0, SHOWN_OPERATORS);
    const list = named.map(({ operator, nodes: count }) => `${count} ${operator}`).join(", ");
    return [
      "nodes",
      `${nodes} on ${provider.replace("ExecutionProvider", "")}: ${list}${mine.length > SHOWN_OPERATORS ? ", …" : ""}`,
    ];
  });
}

export function sweepRows(sweep: readonly SweepRow[]): Row[] {
  return sweep.map(({ budget, tokensPerSecond, textsPerSecond, padding }) => [
    budget === 1 ? "one text" : `${budget} tokens`,
    `${count(Math.round(tokensPerSecond))} tokens/s, ${score(Number(textsPerSecond.toPrecision(3)))} texts/s, padding ${percent(padding)}`,
  ]);
}

export function referenceRows(reference: ReferenceFacts): Row[] {
  const { file, texts, tolerance, worst, graph, ids } = reference;
  const verdict = matches(reference) ? "agrees" : "DIFFERS";
  return [
    [
      "reference",
      `${verdict}: ${texts} texts of ${file}, at most ${small(worst.difference)} off ("${worst.text}"), allowed ${small(tolerance)}`,
    ],
    [
      "its ids",
      ids.compared === 0
        ? "none to compare"
        : `${ids.compared - ids.differ.length} of ${ids.compared} texts have the same; from its ids the graph is at most ${small(graph ?? 0)} off`,
    ],
  ];
}
