import fc from "fast-check";
import type { ItemDraft, ItemResponse } from "../../../src/contract.js";
import { OWN_PAIRS } from "../../../src/formats/own-subset.js";
import {
  answers,
  conversation,
  label,
  lastContent,
  question,
  ranked,
  rankedOrTied,
  text,
  textsOf,
} from "./texts.js";

type Row = Record<string, unknown>;

/** What a format can hold, and the records it holds it in, written without any code of the reader. */
export interface Writer {
  readonly drafts: fc.Arbitrary<ItemDraft>;
  write(draft: ItemDraft): Row[];
}

const said = (content: string) => ({ role: "assistant", content });
const pair = (draft: ItemDraft) => textsOf(draft).texts as [string, string];
const whole = (draft: ItemDraft) => pair(draft).map((each) => [...draft.prompt, said(each)]);
const transcript = (draft: ItemDraft) =>
  whole(draft).map((turns) =>
    turns.map(({ role, content }) => `\n\n${role === "user" ? "Human" : "Assistant"}: ${content}`).join(""),
  );
const marked = (draft: ItemDraft) =>
  draft.prompt
    .map(({ role, content }, turn) =>
      turn === 0 ? content : `\n<extra_id_1>${role === "user" ? "User" : "Assistant"}\n${content}`,
    )
    .join("");
const styled = (styles: readonly string[], role: ItemResponse["role"]) =>
  fc.tuple(...styles.map((style) => text.map((each): ItemResponse => ({ role, text: each, style }))));
/** No chosen text is a rejected one. */
const apart = ({ responses }: ItemDraft) => {
  const rejected = responses.filter(({ role }) => role === "rejected").map((each) => each.text);
  return responses.every((each) => each.role !== "chosen" || !rejected.includes(each.text));
};
const texts = (draft: ItemDraft, role: ItemResponse["role"]) =>
  draft.responses.filter((each) => each.role === role).map((each) => each.text);
const STYLES = ["concise", "plain", "markdown"];

const several = (ties: boolean) =>
  fc
    .tuple(
      question,
      fc.array(text, { minLength: 1, maxLength: ties ? 4 : 1 }),
      fc.array(text, { minLength: 1, maxLength: 4 }),
    )
    .map(([prompt, chosen, rejected]): ItemDraft => {
      const style = ties ? "ref:3" : "";
      const as = (role: ItemResponse["role"]) => (each: string) => ({ role, text: each, style });
      return {
        prompt,
        responses: [...chosen.map(as("chosen")), ...rejected.map(as("rejected"))],
        subset: ties ? "Ties" : "Math",
      };
    })
    .filter(apart);

const rewards = fc.dictionary(fc.constantFrom("reward", "gold_reward", "reward_kl"), fc.integer(), {
  minKeys: 1,
});
const sampled = fc.tuple(text, fc.option(rewards, { nil: undefined })).map(
  ([each, given]): ItemResponse => ({
    ...{ role: "response", text: each, style: "" },
    ...(given === undefined ? {} : { rewards: given }),
  }),
);

const plainPair = (draft: ItemDraft, names: readonly [string, string]): Row => {
  const [first, second] = pair(draft);
  return { [names[0]]: first, [names[1]]: second };
};

export const WRITERS: Readonly<Record<string, Writer>> = {
  "counterfactual-scores": {
    drafts: fc.tuple(question, answers, label, fc.integer(), fc.integer()).map(
      ([prompt, both, subset, ...scores]): ItemDraft => ({
        prompt,
        responses: both.map((each, index) => ({
          ...{ role: "response", text: each, style: ["base", "perturbed"][index]! },
          rewards: { "rm-1": scores[index]!, "rm-2": 0.5 },
        })),
        subset,
      }),
    ),
    write(draft) {
      const [base, perturbed] = draft.responses;
      const scores = { base: base!.rewards!["rm-1"], perturbed: perturbed!.rewards!["rm-1"] };
      const models = { "rm-1": scores, "rm-2": { base: 0.5, perturbed: 0.5 } };
      return [
        {
          prompt: lastContent(draft),
          ...plainPair(draft, ["base", "perturbed"]),
          scores: models,
          bias: draft.subset,
        },
      ];
    },
  },
  evalbiasbench: {
    drafts: ranked(question, label),
    write: (draft) => [
      {
        instruction: lastContent(draft),
        ...plainPair(draft, ["response2", "response1"]),
        label: 2,
        bias: draft.subset,
      },
    ],
  },
  "helpsteer-2": {
    drafts: rankedOrTied(conversation),
    write: (draft) =>
      pair(draft).map((response, index) => ({
        ...{ prompt: marked(draft), response, correctness: 3, coherence: 4, complexity: 1, verbosity: 1 },
        helpfulness: textsOf(draft).tied ? 2 : 3 - index,
      })),
  },
  "helpsteer-2-preference": {
    drafts: rankedOrTied(conversation),
    write: (draft) => [
      {
        ...{ prompt: marked(draft), ...plainPair(draft, ["response_1", "response_2"]) },
        preference_strength: textsOf(draft).tied ? 0 : -2,
      },
    ],
  },
  crome: {
    drafts: rankedOrTied(conversation, label),
    write(draft) {
      const { tied } = textsOf(draft);
      const names = tied ? (["answer_1", "answer_2"] as const) : (["answer_2", "answer_1"] as const);
      const { prompt, subset } = draft;
      return [{ prompt, ...plainPair(draft, names), label: tied ? "tie" : "2", weight: 1, subset }];
    },
  },
  "helpsteer-3-preference": {
    drafts: rankedOrTied(conversation, label),
    write(draft) {
      const { tied } = textsOf(draft);
      const names = tied ? (["response1", "response2"] as const) : (["response2", "response1"] as const);
      const { prompt: context, subset: domain } = draft;
      return [
        {
          context,
          ...plainPair(draft, names),
          overall_preference: tied ? 0 : 3,
          domain,
          language: "english",
        },
      ];
    },
  },
  "hh-rlhf": {
    drafts: ranked(conversation),
    write(draft) {
      const [chosen, rejected] = transcript(draft);
      return [{ chosen, rejected }];
    },
  },
  judgebench: {
    drafts: rankedOrTied(question, label),
    write: (draft) => [
      {
        ...{ pair_id: "1", source: draft.subset, question: lastContent(draft) },
        ...plainPair(
          draft,
          textsOf(draft).tied ? ["response_A", "response_B"] : ["response_B", "response_A"],
        ),
        label: textsOf(draft).tied ? "A=B" : "B>A",
      },
    ],
  },
  llmbar: {
    drafts: ranked(question, label),
    write: (draft) => [
      {
        input: lastContent(draft),
        ...plainPair(draft, ["output_2", "output_1"]),
        label: 2,
        subset: draft.subset,
      },
    ],
  },
  "own-pairs": {
    drafts: fc.tuple(conversation, text).map(
      ([prompt, base]): ItemDraft => ({
        prompt,
        responses: [{ role: "response", text: base, style: "" }],
        subset: OWN_PAIRS,
      }),
    ),
    write: (draft) => [
      { prompt: draft.prompt, base: textsOf(draft).texts[0], variant: "another", expects: "same" },
    ],
  },
  "preference-test-sets": {
    drafts: ranked(conversation, label),
    write: (draft) => [
      { prompt: draft.prompt, ...plainPair(draft, ["chosen", "rejected"]), subset: draft.subset },
    ],
  },
  rewardbench: {
    drafts: ranked(question, label),
    write: (draft) => [
      {
        ...{ prompt: lastContent(draft), ...plainPair(draft, ["chosen", "rejected"]), subset: draft.subset },
        ...{ chosen_model: "a", rejected_model: "b", id: 7 },
      },
    ],
  },
  "rewardbench-2": {
    drafts: fc.oneof(several(true), several(false)),
    write(draft) {
      const [chosen, rejected] = [texts(draft, "chosen"), texts(draft, "rejected")];
      const counts = { num_correct: chosen.length, num_incorrect: rejected.length };
      return [
        {
          id: "ref:3",
          prompt: lastContent(draft),
          chosen,
          rejected,
          ...counts,
          subset: draft.subset,
          models: ["a"],
        },
      ];
    },
  },
  "rm-bench": {
    drafts: fc
      .tuple(question, styled(STYLES, "chosen"), styled(STYLES, "rejected"), label)
      .map(
        ([prompt, chosen, rejected, subset]): ItemDraft => ({
          prompt,
          responses: [...chosen, ...rejected],
          subset,
        }),
      )
      .filter(apart),
    write: (draft) => [
      {
        prompt: lastContent(draft),
        chosen: texts(draft, "chosen"),
        rejected: texts(draft, "rejected"),
        domain: draft.subset,
      },
    ],
  },
  rmb: {
    drafts: ranked(conversation, label),
    write(draft) {
      const [chosen, reject] = pair(draft).map((answer) => ({ answer, llm_name: "m", score: 2.5 }));
      const turns = draft.prompt.map((turn) => ({ ...turn, language: "English" }));
      return [{ pair_uid: "1", conversation_input: turns, chosen, reject, category_path: draft.subset }];
    },
  },
  "rmb-best-of-n": {
    drafts: several(false).map((draft) => ({ ...draft, subset: "" })),
    write(draft) {
      const answer = (each: string) => ({ answer: each, llm_name: "m" });
      const losers = texts(draft, "rejected").map(answer);
      return [
        {
          bon_uid: "1",
          conversation_input: draft.prompt,
          bon_best: answer(texts(draft, "chosen")[0]!),
          loser_list: losers,
        },
      ];
    },
  },
  rollouts: {
    drafts: fc
      .tuple(
        conversation,
        fc.array(sampled, { minLength: 1, maxLength: 3 }),
        fc.option(fc.record({ checkpoint: fc.constantFrom("", "step-100"), step: fc.nat() }), {
          nil: undefined,
        }),
      )
      .map(
        ([prompt, responses, rollout]): ItemDraft => ({
          ...{ prompt, responses, subset: "" },
          ...(rollout === undefined ? {} : { rollout }),
        }),
      ),
    write(draft) {
      const names = [...new Set(draft.responses.flatMap((each) => Object.keys(each.rewards ?? {})))];
      const logged = names.map((name) => [name, draft.responses.map((each) => each.rewards?.[name] ?? null)]);
      return [
        {
          prompt: draft.prompt,
          responses: textsOf(draft).texts,
          ...draft.rollout,
          ...Object.fromEntries(logged),
        },
      ];
    },
  },
  skywork: {
    drafts: ranked(conversation, label),
    write(draft) {
      const [chosen, rejected] = whole(draft);
      return [{ chosen, rejected, source: draft.subset }];
    },
  },
  "trl-conversational": {
    drafts: ranked(conversation, label),
    write(draft) {
      const [chosen, rejected] = pair(draft).map((each) => [said(each)]);
      return [{ prompt: draft.prompt, chosen, rejected, subset: draft.subset }];
    },
  },
  "trl-implicit": {
    drafts: ranked(conversation, label),
    write(draft) {
      const [chosen, rejected] = whole(draft);
      return [{ chosen, rejected, subset: draft.subset }];
    },
  },
  "trl-preference": {
    drafts: ranked(question, label),
    write: (draft) => [
      { prompt: lastContent(draft), ...plainPair(draft, ["chosen", "rejected"]), subset: draft.subset },
    ],
  },
  ultrafeedback: {
    drafts: rankedOrTied(question),
    write(draft) {
      const [chosen, rejected] = whole(draft);
      const scores = { score_chosen: 7, score_rejected: textsOf(draft).tied ? 7 : 4.5 };
      return [{ prompt: lastContent(draft), prompt_id: "x", chosen, rejected, messages: chosen, ...scores }];
    },
  },
};
