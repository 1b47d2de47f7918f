import { franc } from "franc-min";
import { looksEnglish } from "./english.js";
import { untouchable } from "./protected-spans.js";
import { mask } from "./span.js";

/** ISO 639-3, as the detector has it, to 639-1; languages without a two-letter code are `other`. */
const TWO_LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  `amh:am arb:ar azj:az bel:be ben:bn bos:bs bul:bg ces:cs ckb:ku cmn:zh deu:de ell:el eng:en fra:fr fuv:ff guj:gu hau:ha
  hin:hi hrv:hr hun:hu ibo:ig ind:id ita:it jav:jv jpn:ja kan:kn kaz:kk kin:rw kor:ko lin:ln mal:ml mar:mr mya:my nld:nl
  npi:ne nya:ny pan:pa pbu:ps pes:fa plt:mg pol:pl por:pt qug:qu ron:ro run:rn rus:ru sin:si som:so spa:es srp:sr sun:su
  swe:sv swh:sw tam:ta tel:te tgl:tl tha:th tur:tr ukr:uk urd:ur uzn:uz vie:vi yor:yo zlm:ms zul:zu zyb:za`
    .split(/\s+/)
    .map((pair) => pair.split(":")),
);

/** Below this the trigrams of a short text decide by chance; one character of these scripts says more than a letter. */
const FEWEST_LETTERS = 40;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/**
 * Language of the prose, ISO 639-1: English by the rule that the operators made for English go by, else by trigrams
 * (Cavnar & Trenkle 1994). `other` where there is too little prose to tell.
 */
export function languageOf(text: string): string {
  if (looksEnglish(text)) return "en";
  const prose = mask(text, untouchable(text), " ");
  const letters = prose.match(/\p{L}/gu)?.length ?? 0;
  const dense = prose.match(DENSE)?.length ?? 0;
  if (letters + 9 * dense < FEWEST_LETTERS) return "other";
  return TWO_LETTERS[franc(prose)] ?? "other";
}
