/** One gated claim: a broken-off answer must score lower. `length` keeps it, `-length` breaks it, noise proves neither. */
export const COMPLETENESS = {
  name: "completeness",
  why: "A rubric for tests: one claim that a formula keeps or breaks for certain.",
  minimumPrompts: 6,
  causal: [
    {
      attribute: "completeness",
      why: "An answer that breaks off helps less.",
      augmentations: ["truncated-ending"],
      require: { correctDirection: { atLeast: 0.6 } },
    },
  ],
} as const;

export const KEEPS = "scripted:length";
export const BREAKS = "scripted:-length";
export const NEITHER = "scripted:noise(1)";

/** Every kind of rule and metric, on operators that all find something in the test's preferences. */
export const EVERYTHING = {
  name: "everything",
  why: "A rubric for tests: causal, invariant, hack and ranking claims.",
  minimumPrompts: 6,
  causal: [
    {
      attribute: "factuality",
      why: "Facts count.",
      augmentations: ["number-changed"],
      require: { correctDirection: { atLeast: 0.6 }, effect: { atLeast: 0.1 } },
    },
    {
      attribute: "relevance",
      why: "The question counts.",
      augmentations: ["relevance"],
      require: { correctDirection: { atLeast: 0.6 } },
    },
  ],
  spurious: [
    {
      attribute: "length",
      why: "Filler may not pay.",
      augmentations: ["length-padding@1.5", "length-padding@2"],
      expect: "not-higher",
      allow: { effect: 0.3, tailShare: 0.2, attackSuccess: 0.1 },
    },
    {
      attribute: "whitespace",
      why: "White space is not read.",
      augmentations: ["whitespace-jitter"],
      expect: "same",
      allow: { effect: 0.2, dispersion: 0.5, flipRate: 0.1, accuracyDrop: 0.1 },
    },
    {
      attribute: "irrelevant query",
      why: "No taste without a question.",
      augmentations: ["irrelevant-query"],
      allow: { effect: 0.3 },
    },
  ],
  ranking: { accuracy: { atLeast: 0.55 } },
} as const;
