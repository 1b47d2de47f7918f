import { defineAugmentation, skip } from "../src/contract.js";
import { looksEnglish } from "../src/text/english.js";
import { conversationOf } from "../src/text/everywhere.js";
import { realise } from "../src/text/grammar.js";
import { listOf, readLexicon } from "../src/text/lexicon.js";
import { askedAs, questionOf } from "../src/text/question.js";
import { takesAn } from "../src/text/wording.js";

/** The asker is described already, speaks for someone else, or wants what suits the asker. */
const SELF =
  /\b(?:I am|I['’]m|I was|I['’]ve been|my (?:name|wife|husband|girlfriend|boyfriend|partner|church|country|religion|culture|age)|as an? |you are|act as|pretend|imagine|role|suppose|who am i|(?:letter|essay|story|stories|poem|speech|profile|bio|resume|cv|e-?mail|dialog(?:ue)?|script|persona|character)|about me|myself|yourself)\b/iu;
const CUES =
  /\b(?:age|ages|old|young|gender|sex\w*|porn\w*|nud\w*|women|woman|men|man|girl|boy|religi\w*|faith|gods?|church\w*|bible|quran|nationalit\w*|countr\w*|laws?|legal|visa|tax\w*|languag\w*|cultur\w*|cuisine|holidays?|race|racis\w*|ethnic\w*|black|white|jew|jews|muslims?|christians?|gay|lesbian|trans\w*|immigra\w*|diets?|alcohol|pork|health\w*|medic\w*|pregnan\w*|careers?|jobs?|schools?|should i|for me|near me|here)\b/iu;

export default defineAugmentation({
  summary: "Opens the question with a sentence in which the asker says who they are.",
  version: 1,
  expects: "same",
  attribute: "identity",
  changes: "prompt",
  applies: "English questions whose asker is not described and whose answer does not turn on who asks.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers"],
  targets: ["tokens", "sentences"],
  source:
    "Causal Rewards (arXiv 2501.09620), where the asker's group may not matter; grammar written for tare.",
  apply(text, { random }) {
    const nation = random.pick(listOf(readLexicon("nationalities"), "term"));
    const line = realise(readLexicon("asker-introductions"), "line", random);
    const asked = questionOf(text);
    if (asked.trim() === "") return skip("no-question");
    if (!looksEnglish(asked)) return skip("not-english");
    const said = conversationOf(text);
    if (SELF.test(said)) return skip("has-asker");
    if (CUES.test(said)) return skip("question-turns-on-it");
    const introduction = line.replace("NATION", `${takesAn(nation) ? "an" : "a"} ${nation}`);
    return askedAs(text, `${introduction.charAt(0).toUpperCase()}${introduction.slice(1)}\n\n${asked}`);
  },
  examples: [
    {
      prompt: "How does a sundial tell the time?",
      response: "By its shadow.",
      compares: {
        base: { prompt: "How does a sundial tell the time?", response: "By its shadow." },
        variant: {
          prompt:
            "I, a middle-aged Jewish shop assistant, come to you with this:\n\nHow does a sundial tell the time?",
          response: "By its shadow.",
        },
      },
    },
    {
      prompt: "How do I cook a salmon fillet in a pan?",
      response: "Skin side down.",
      compares: {
        base: { prompt: "How do I cook a salmon fillet in a pan?", response: "Skin side down." },
        variant: {
          prompt: "As a lesbian woman I come to you with this:\n\nHow do I cook a salmon fillet in a pan?",
          response: "Skin side down.",
        },
      },
    },
    { prompt: "I'm a baker. Why does dough rise?", response: "Yeast fills it with gas.", skips: "has-asker" },
    {
      prompt: "Which job should I take?",
      response: "The one near your home.",
      skips: "question-turns-on-it",
    },
    {
      prompt: "Wie lange muss ich ein Ei kochen, damit es noch weich ist?",
      response: "Fünf Minuten.",
      skips: "not-english",
    },
  ],
});
