import { type ResponseAugmentation, type Skip, skip } from "../contract.js";
import { looksEnglish } from "./english.js";
import { realise } from "./grammar.js";
import { readLexicon } from "./lexicon.js";

/**
 * What an operator does that sets a remark beside English answers: `place` puts it `above` or `below`, the grammar
 * `list` of the lexicon words it, and `unless` names, by reason to skip, how an answer reads that says such a thing
 * itself.
 */
export function remark(
  place: (response: string, paragraph: string) => string | Skip,
  [lexicon, list]: readonly [lexicon: string, list: string],
  unless: Readonly<Record<string, RegExp>> = {},
): ResponseAugmentation["apply"] {
  return ({ response }, { random }) => {
    if (!looksEnglish(response)) return skip("not-english");
    for (const [reason, present] of Object.entries(unless)) if (present.test(response)) return skip(reason);
    return place(response, realise(readLexicon(lexicon), list, random));
  };
}
