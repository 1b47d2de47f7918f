/** Neutral rewritings and their opposites: what is rewritten to the one is rewritten back to the other. */
export const REWRITES = {
  shorter: "longer",
  longer: "shorter",
  plain: "ornate",
  ornate: "plain",
  formal: "casual",
  casual: "formal",
  markdown: "no-markdown",
  "no-markdown": "markdown",
} as const;
export type Rewrite = keyof typeof REWRITES;

/** Into another language, and back into that of the prompt. */
export const TRANSLATION = { out: "translated", back: "prompt-language" } as const;
