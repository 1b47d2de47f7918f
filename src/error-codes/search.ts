/** Looking for words in the texts of a database. */
export const SEARCH_CODES = {
  TARE_SEARCH_WORDS: {
    exit: 2,
    means: "What is looked for is not a list of words.",
    fix: 'Give words that must all be there, "several words" in quotes where they stand side by side, and beginnings as word*.',
  },
  TARE_SEARCH_INDEX: {
    exit: 2,
    means: "The words of some texts have not been indexed yet.",
    fix: "Run `tare analyze`: it indexes what is new.",
  },
} as const;
