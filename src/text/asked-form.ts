import type { Message } from "../contract.js";

const FORM =
  /\b(?:lists?|listing|bullet(?:ed|s)?|bulleted|numbered|enumerate|tables?|tabular|columns?|outline|markdown|format(?:ted|ting)?|headings?|headlines?|titles?|bold|italics?|html|json|csv|xml|yaml|latex)\b/iu;
const GENRE =
  /\b(?:essays?|stor(?:y|ies)|poems?|poetry|haikus?|limericks?|sonnets?|songs?|lyrics|letters?|e-?mails?|tweets?|speech(?:es)?|scripts?|dialog(?:ue)?s?|conversation|paragraphs?|sentences?|blog|article|monologue|screenplay|rap|recipe|quotes?|jokes?|captions?|slogans?|reviews?|resume|cv|memo|press release|caption|post|abstract|summar(?:y|ise|ize)|rewrite|rephrase|paraphrase|translate|edit|correct|proofread)\b/iu;

/** Does the last turn speak of the form of the answer (a list, a table, markdown)? Then form is no spurious attribute. */
export function asksForForm(messages: readonly Message[]): boolean {
  return FORM.test(messages.at(-1)?.content ?? "");
}

/** Does it ask for a kind of text that has a form of its own (a poem, an e-mail, a translation)? */
export function asksForGenre(messages: readonly Message[]): boolean {
  return GENRE.test(messages.at(-1)?.content ?? "");
}

const WORDING =
  /\b(?:sentences?|grammar|grammatical|correct(?:ed|ion|ions)?|proofread|rewrite|rephrase|paraphrase|edit|contractions?|punctuation|synonyms?|word count|\d+ words|formal|informal|tense|voice|style)\b/iu;

/** Does it speak of sentences or wording (a correction, a sentence count)? Then these are no spurious attribute. */
export function asksForWording(messages: readonly Message[]): boolean {
  return WORDING.test(messages.at(-1)?.content ?? "");
}
