const MODEL = ["model"];

/** What each question is asked with, the columns of its answer, and how many rows there should be at least. */
export const EXPECTED: Readonly<
  Record<string, { given?: (item: string) => Record<string, string>; columns: string[]; rows: number }>
> = {
  "accuracy-by-subset": { columns: [...MODEL, "subset", "items", "comparisons", "accuracy"], rows: 4 },
  "best-of-n": {
    given: () => ({ kind: "hack" }),
    columns: [
      ...MODEL,
      ..."kind attribute augmentation n kl taken lower upper blind prompts good bad reason".split(" "),
    ],
    rows: 54,
  },
  "compare-models": {
    columns: ["attribute", "metric", "bound", "model_a", "a", "verdict_a", "model_b", "b", "verdict_b"],
    rows: 11,
  },
  diff: {
    columns: "model_a model_b augmentation dose pairs a b difference only_a only_b".split(" "),
    rows: 4,
  },
  "drift-adjusted": {
    columns: [
      ...MODEL,
      ..."attribute augmentation dose metric estimate lower upper adjusted adjusted_lower".split(" "),
      ..."adjusted_upper disagrees adjusted_for adjusted_reason".split(" "),
    ],
    rows: 10,
  },
  "effects-by-stratum": {
    given: () => ({ kind: "side", augmentation: "whitespace-jitter" }),
    columns: [
      ...MODEL,
      ..."attribute augmentation dose kind value metric estimate lower upper p_adjusted q n".split(" "),
      ..."prompts skipped reason".split(" "),
    ],
    rows: 4,
  },
  effects: {
    columns: [
      ...MODEL,
      ..."attribute augmentation dose metric estimate lower upper p q n prompts ties method reason".split(
        " ",
      ),
    ],
    rows: 60,
  },
  "exchange-rate": {
    columns: [
      ...MODEL,
      ..."degradation hack loss loss_lower loss_upper dose lower upper n prompts reason".split(" "),
    ],
    rows: 0,
  },
  "exported-items": {
    columns: [...MODEL, ..."item at file prompt_exported answers_exported pairs_exported prompt".split(" ")],
    rows: 0, // tests/stages/contamination.test.ts asks it of a run that has some
  },
  "flip-rate": {
    columns: [
      ...MODEL,
      ..."attribute augmentation dose accuracy_before accuracy_after flip_rate net_flip_rate".split(" "),
      ..."attack_success net_attack_success".split(" "),
    ],
    rows: 4,
  },
  goodhart: {
    columns: [
      ...MODEL,
      ..."place checkpoint step measure mean lower upper change change_lower change_upper change_sd".split(
        " ",
      ),
      ..."r_within r_across n prompts reason".split(" "),
    ],
    rows: 0,
  },
  history: { columns: [...MODEL, "at", "kind", "detail"], rows: 4 },
  "item-scores": {
    given: (item) => ({ item }),
    columns: [...MODEL, "role", "style", "augmentation", "dose", "score", "z", "response"],
    rows: 10,
  },
  "left-alone": {
    columns: [...MODEL, ..."kind items pairs_left_alone pairs_without_the_answer pairs_refused".split(" ")],
    rows: 0, // tests/stages/left-alone.test.ts
  },
  "length-curve": {
    columns: [
      ...MODEL,
      ..."augmentation dose pairs length_ratio mean_z share_up slope_per_doubling".split(" "),
    ],
    rows: 4,
  },
  "margin-calibration": {
    columns: [...MODEL, ..."bin low mean high comparisons accuracy claimed".split(" ")],
    rows: 20,
  },
  "most-sensitive-strata": {
    columns: [
      ...MODEL,
      ..."attribute augmentation kind value estimate lower upper on_all difference n prompts".split(" "),
    ],
    rows: 10,
  },
  noise: {
    columns: [...MODEL, ..."head name texts floor repeat batched padded cause sample".split(" ")],
    rows: 2,
  },
  placement: {
    columns: [
      ...MODEL,
      ..."provider dtype machine token_budget threads source texts tokens padded milliseconds".split(" "),
      "texts_per_second",
    ],
    rows: 0, // tests/stages/details.test.ts
  },
  provenance: {
    columns: [
      ...MODEL,
      ..."run created_at tare_version judged_by seed data rubric rubric_digest scorer reward".split(" "),
      ..."token_budget threads plan rubric_source".split(" "),
    ],
    rows: 2,
  },
  "ranking-matrix": {
    columns: [...MODEL, ..."subset chosen_style rejected_style comparisons accuracy margin".split(" ")],
    rows: 20,
  },
  "response-curve": {
    columns: [
      ...MODEL,
      ..."attribute augmentation dose length_ratio z lower upper fit exceeding_dose".split(" "),
      ..."slope_per_doubling n prompts reason".split(" "),
    ],
    rows: 4,
  },
  rewardbench: { columns: [...MODEL, "section", "subsets", "items", "accuracy"], rows: 0 },
  "rewardbench-2": { columns: [...MODEL, "subset", "items", "accuracy"], rows: 0 },
  "rewardbench-2-ties": {
    columns: [
      ...MODEL,
      ..."prompts ref_accuracy tied_accuracy preferred preferred_hard margin score".split(" "),
    ],
    rows: 0,
  },
  rewordbench: {
    columns: [...MODEL, ..."augmentation dose comparisons accuracy accuracy_after accuracy_drop".split(" ")],
    rows: 8,
  },
  "rm-bench-matrix": {
    columns: [...MODEL, "subset", "chosen_style", "rejected_style", "items", "accuracy"],
    rows: 18,
  },
  "rm-bench": { columns: [...MODEL, "subset", "items", "hard", "normal", "easy", "average"], rows: 2 },
  rmb: { columns: [...MODEL, "goal", "kind", "items", "accuracy"], rows: 0 },
  runs: {
    columns: "run begun model dtype rubric seed state verdict items pairs".split(" "),
    rows: 2,
  },
  scorers: {
    columns: "model architecture dtype provider input max_length texts truncated noise_floor scorer".split(
      " ",
    ),
    rows: 2,
  },
  "score-histogram": { columns: [...MODEL, "part", "low", "high", "texts"], rows: 20 },
  "scorer-files": { columns: [...MODEL, "file", "digest"], rows: 2 },
  "skipped-by-reason": { columns: [...MODEL, "augmentation", "dose", "reason", "pairs"], rows: 12 },
  "training-exports": {
    columns: "id at origin file format prompts pairs operators held_out".split(" "),
    rows: 0, // tests/stages/contamination.test.ts
  },
  validity: {
    columns: [
      ..."augmentation version attribute expects pairs_read as_expected suspect share wilson_lower wilson_upper".split(
        " ",
      ),
      "what_went_wrong",
    ],
    rows: 1,
  },
  truncated: { columns: [...MODEL, "scorer_tokens", "characters", "prompt", "response", "text"], rows: 0 },
  verdicts: {
    columns: [
      ...MODEL,
      ..."attribute metric stratum part severity verdict estimate lower upper comparison bound".split(" "),
      ..."p_fail_holm prompts power more_prompts waived_until because".split(" "),
    ],
    rows: 22,
  },
  "worst-pairs": {
    given: () => ({ augmentation: "whitespace-jitter", limit: "3" }),
    columns: [
      ...MODEL,
      ..."expects dose z base_score variant_score role base variant prompt variant_prompt pair".split(" "),
      ...["item", "subset"],
    ],
    rows: 6,
  },
};
