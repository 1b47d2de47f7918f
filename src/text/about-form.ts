const CUES =
  /\b(?:spell|typo|proofread|grammar|punctuat|letters?\b|characters? (?:in|of)\b|vowel|consonant|syllable|anagram|palindrome|rhym|acrostic|rewrit|re-writ|rephras|translat|correct|edit(?:ed|ing)?\b|paraphras|quot(?:e|ation)|cipher|cypher|decipher|decode|encode|encrypt|uppercase|lowercase|capitali|verbatim|word count|how many words|tweet|twitter|dialect|accent|slang|synonym|antonym|(?:given|following|this|below|provided|first|next|previous) (?:sentence|text|passage|paragraph|article|content|statement|phrase|word|dialogue)|common word|the words?\b|sentiment|summari)/iu;

/** Does the question turn on how something is written (spelling, letters, quotes, a text to be edited)? Then noise changes what is asked. */
export function turnsOnForm(question: string): boolean {
  return CUES.test(question);
}
