/** Shapes of numbers, tried in this order at each place. */
const PLAIN = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;

export const NUMBER = new RegExp(
  [
    String.raw`(?<date>\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/(?:\d{4}|\d{2}))`,
    String.raw`(?<phone>\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}|\d{3}-\d{4})`,
    String.raw`(?<clock>\d{1,2}:\d{2}(?::\d{2})?)`,
    String.raw`(?<version>\d+(?:\.\d+){2,})`,
    String.raw`(?<fraction>\d{1,4}/\d{1,4})`,
    `(?<range>(?:${PLAIN})(?:\\s?[-–]\\s?|\\sto\\s)(?:${PLAIN}))`,
    `(?<plain>${PLAIN})`,
  ]
    .map((shape) => `(?:${shape})`)
    .join("|"),
  "gu",
);

const MONTHS =
  "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec";

/** What stands directly before a number (matched against the text before it). */
export const BEFORE = {
  /** Part of a name or an identifier: COVID-19, GPT-4, x_2, .5, #1. */
  glued: /[\p{L}\p{N}_][-./:_]?$|[#.^_\\=/]$|[\p{L}\p{N}]\($/u,
  month: new RegExp(String.raw`\b(?:${MONTHS})\.?\s$`, "u"),
  money: /[$€£¥₹]\s?$/u,
  label:
    /\b(?:step|chapter|part|figure|fig\.|section|option|question|example|day|week|level|phase|round|page|number|no\.|nos\.|item|table|appendix|article|verse|line|stage|unit|lesson|module|tip|rule|type|grade|version|python|java|ios|android|windows|web|html|css|act|scene|episode|season|volume|room|route|highway|flight|area|apollo|war|group|class|scenario|case|point|reason|method|task|paragraph|sentence|player|team|person|layer)\s$/iu,
  /** A capitalised word inside a sentence: iPhone 12, Boeing 747. */
  name: /[\p{Ll},]\s(?:\p{Lu}|i\p{Lu})[\p{L}]+\s$/u,
  year: new RegExp(
    String.raw`\b(?:in|since|by|from|until|till|of|year|circa|during|around|about|before|after|between|and|to|the|early|late|mid|(?:${MONTHS})(?:\.?\s\d{1,2}(?:st|nd|rd|th)?,?)?)[\s-]$|[(–]$`,
    "iu",
  ),
  scale: /\bout\sof\s(?:a\s)?$/u,
  line: /(?:^|\n)[\s*_"]*\(?$/u,
} as const;

/** What stands directly after it. */
export const AFTER = {
  ordinal: /^(?:st|nd|rd|th)\b/u,
  decade: /^s\b/u,
  percent: /^\s?%|^\s(?:percent|per\scent)\b/u,
  marker: /^[.):](?:\s|$|\*)|^\)/u,
  month: new RegExp(String.raw`^(?:\sof)?\s(?:${MONTHS})\b`, "u"),
  unit: /^[-\s]?(?:kg|km|cm|mm|mg|ml|lbs?|oz|mph|[GMkTK]B|[GMk]?Hz|k?W|kcal|°\s?[CF]?|[CF]\b|hrs?|mins?|secs?|[gmlLhsWVAKMB])(?![\p{L}\p{N}])/u,
  hyphenated:
    /^-(?:year|month|week|day|hour|minute|second|foot|feet|inch|mile|meter|metre|page|word|step|point|person|story|acre|gallon|pound|ounce|dollar|mm|cm|km|kg)s?\b/iu,
  glued: /^[\p{L}\p{N}_]|^-[\p{L}\p{N}]|^[./:^]\d|^\s?[=*×/^]/u,
  /** 9 out of 10: another number might exceed its scale. */
  scale: /^\sout\sof\s/u,
  thing:
    /^\s(?:(?!(?:as|was|is|has|this|its|thus|his|always|across|towards|besides)\b)\p{Ll}+s|people|men|women|children)\b/u,
} as const;

export const NUMBER_WORD =
  /(?<![\p{L}\p{N}_-])(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty)(?![\p{L}\p{N}_]|-|\s(?:of\sthem|of\sus|or\sthree)\b|\s?(?:hundred|thousand|million|billion)\b)/giu;

/** "these two", "one or two": the word points rather than counts. */
export const POINTING =
  /\b(?:the|these|those|or|other|any|our|your|their|my|his|her|both|all|first|last|top|no|word|number|into|between|and)\s$/iu;
