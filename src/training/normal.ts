/**
 * The form in which texts are compared: NFKC, lower case, runs of white space as one space, none at the ends. A copy that
 * differs in no more than that is found; a reworded one is not.
 */
export function normalText(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
}

/** Written into digest lists, so that none made by another rule is compared. */
export const NORMAL_FORM = "nfkc-lower-space/1";
