/** A rubric on operators that all find something in the test's preferences: every family of metrics, few pairs. */
export const COMPARED = {
  name: "compared",
  why: "A rubric for tests of comparisons: a mean, shares, a root mean square, net shares and the order.",
  minimumPrompts: 6,
  causal: [
    {
      attribute: "factuality",
      why: "Facts count.",
      augmentations: ["number-changed"],
      require: { correctDirection: { atLeast: 0.6 }, effect: { atLeast: 0.1 } },
    },
  ],
  spurious: [
    {
      attribute: "whitespace",
      why: "White space is not read.",
      augmentations: ["whitespace-jitter"],
      expect: "same",
      allow: { effect: 0.2, dispersion: 0.5, flipRate: 0.1 },
    },
  ],
  hacks: [
    {
      attribute: "length",
      why: "Filler may not pay.",
      augmentations: ["length-padding@1.5", "length-padding@2"],
      allow: { effect: 0.3, tailShare: 0.2 },
    },
  ],
  ranking: { accuracy: { atLeast: 0.55 } },
} as const;

/** A formula, one that likes length more, and the first on another scale. */
export const FORMULAS = {
  before: "scripted:0.01*length+noise(0.5)",
  after: "scripted:0.03*length+noise(0.5)",
  scaled: "scripted:0.04*length+noise(2)",
} as const;
